#pragma once

#include "guatu/http/context.hpp"
#include "guatu/http/router.hpp"

/// One function a route: read the parameters, ask, encode.
namespace guatu::http {

[[nodiscard]] Answer answer_front_page(Context& context, const Call& call);
[[nodiscard]] Answer answer_health(Context& context, const Call& call);
[[nodiscard]] Answer answer_readiness(Context& context, const Call& call);
[[nodiscard]] Answer answer_metrics(Context& context, const Call& call);
[[nodiscard]] Answer answer_campaign(Context& context, const Call& call);
[[nodiscard]] Answer answer_dekads(Context& context, const Call& call);
[[nodiscard]] Answer answer_figures(Context& context, const Call& call);
[[nodiscard]] Answer answer_leagues(Context& context, const Call& call);
[[nodiscard]] Answer answer_trend(Context& context, const Call& call);
[[nodiscard]] Answer answer_plan(Context& context, const Call& call);
[[nodiscard]] Answer answer_sequence(Context& context, const Call& call);
[[nodiscard]] Answer answer_rules(Context& context, const Call& call);
[[nodiscard]] Answer answer_rule(Context& context, const Call& call);
[[nodiscard]] Answer answer_units(Context& context, const Call& call);
[[nodiscard]] Answer answer_bulletins(Context& context, const Call& call);
[[nodiscard]] Answer answer_bulletin_file(Context& context, const Call& call);
[[nodiscard]] Answer answer_bulletin_draft(Context& context, const Call& call);
[[nodiscard]] Answer answer_draft_file(Context& context, const Call& call);
[[nodiscard]] Answer answer_projects(Context& context, const Call& call);
[[nodiscard]] Answer answer_project(Context& context, const Call& call);
[[nodiscard]] Answer answer_project_history(Context& context, const Call& call);
[[nodiscard]] Answer answer_procedures(Context& context, const Call& call);
[[nodiscard]] Answer take_import(Context& context, const Call& call);
[[nodiscard]] Answer take_import_answers(Context& context, const Call& call);
[[nodiscard]] Answer answer_annotated_import(Context& context, const Call& call);
[[nodiscard]] Answer answer_events(Context& context, const Call& call);
[[nodiscard]] Answer take_sign_in(Context& context, const Call& call);
[[nodiscard]] Answer take_sign_out(Context& context, const Call& call);
[[nodiscard]] Answer answer_me(Context& context, const Call& call);
[[nodiscard]] Answer choose_post(Context& context, const Call& call);
[[nodiscard]] Answer change_password(Context& context, const Call& call);
[[nodiscard]] Answer answer_sessions(Context& context, const Call& call);
[[nodiscard]] Answer end_session(Context& context, const Call& call);
[[nodiscard]] Answer answer_users(Context& context, const Call& call);
[[nodiscard]] Answer add_user(Context& context, const Call& call);
[[nodiscard]] Answer change_user(Context& context, const Call& call);
[[nodiscard]] Answer give_user_posts(Context& context, const Call& call);
[[nodiscard]] Answer answer_audit(Context& context, const Call& call);
[[nodiscard]] Answer answer_tokens(Context& context, const Call& call);
[[nodiscard]] Answer issue_token(Context& context, const Call& call);
[[nodiscard]] Answer revoke_token(Context& context, const Call& call);
[[nodiscard]] Answer answer_unit_cells(Context& context, const Call& call);
[[nodiscard]] Answer preview_block(Context& context, const Call& call);
[[nodiscard]] Answer answer_cells(Context& context, const Call& call);
[[nodiscard]] Answer answer_procedure(Context& context, const Call& call);
[[nodiscard]] Answer edit_procedure(Context& context, const Call& call);
[[nodiscard]] Answer edit_block(Context& context, const Call& call);
[[nodiscard]] Answer edit_project(Context& context, const Call& call);
[[nodiscard]] Answer change_project_life(Context& context, const Call& call);
[[nodiscard]] Answer answer_undo_list(Context& context, const Call& call);
[[nodiscard]] Answer undo(Context& context, const Call& call);
[[nodiscard]] Answer answer_reviews(Context& context, const Call& call);
[[nodiscard]] Answer review_lines(Context& context, const Call& call);
[[nodiscard]] Answer begin_upload(Context& context, const Call& call);
[[nodiscard]] Answer take_piece(Context& context, const Call& call);
[[nodiscard]] Answer answer_documents(Context& context, const Call& call);
[[nodiscard]] Answer add_document(Context& context, const Call& call);
[[nodiscard]] Answer change_document(Context& context, const Call& call);
[[nodiscard]] Answer remove_document(Context& context, const Call& call);
[[nodiscard]] Answer answer_document_file(Context& context, const Call& call);
[[nodiscard]] Answer answer_comments(Context& context, const Call& call);
[[nodiscard]] Answer add_comment(Context& context, const Call& call);
[[nodiscard]] Answer withdraw_comment(Context& context, const Call& call);
[[nodiscard]] Answer answer_rights(Context& context, const Call& call);
[[nodiscard]] Answer answer_openapi(Context& context, const Call& call);

/// What every address below begins with.
inline constexpr const char* kApiBase = "/api/v1/";

}  // namespace guatu::http
