#include "guatu/http/routes.hpp"

#include "guatu/http/handlers/handlers.hpp"

namespace guatu::http {
namespace {

using access::Right;

constexpr std::size_t kLargestWorkbook = 50U << 20;
constexpr std::size_t kLargestBlock = 4U << 20;
constexpr std::size_t kLargestPiece = 5U << 20;

/// What is read of service, campaign and ledger.
std::vector<Route> reading_routes() {
  return {
      {"GET", "/", {"首页", "the front page"}, kOpen, answer_front_page},
      {"GET", "/healthz", {"进程是否存活", "whether the process is alive"}, kOpen, answer_health},
      {"GET", "/readyz", {"能否提供服务", "whether it can serve"}, kOpen, answer_readiness},
      {"GET", "/metrics", {"运行计数", "counters for Prometheus"}, kOpen, answer_metrics},
      {"GET", "/api/v1/openapi.json", {"接口说明", "this interface, described"}, Right::SeeCampaign, answer_openapi},
      {"GET", "/api/v1/events", {"变更通知", "a stream of changes"}, Right::SeeCampaign, answer_events},
      {"GET", "/api/v1/campaign", {"攻坚行动", "the campaign"}, Right::SeeCampaign, answer_campaign},
      {"GET", "/api/v1/units", {"单位及历次名称", "units with their names"}, Right::SeeCampaign, answer_units},
      {"GET", "/api/v1/dekads", {"各旬及其通报", "dekads and their bulletins"}, Right::SeeCampaign, answer_dekads},
      {"GET", "/api/v1/bulletins", {"历次通报", "published bulletins"}, Right::SeeCampaign, answer_bulletins},
      {"GET",
       "/api/v1/bulletins/draft",
       {"下一期通报的草稿", "a draft of the next bulletin"},
       Right::SeeRanks,
       answer_bulletin_draft},
      {"GET",
       "/api/v1/bulletins/draft/{file}",
       {"草稿的文件", "a file of the draft"},
       Right::SeeRanks,
       answer_draft_file},
      {"GET",
       "/api/v1/bulletins/{dekad}/{revision}/{file}",
       {"通报的原始文件", "a stored file of a bulletin"},
       Right::SeeCampaign,
       answer_bulletin_file},
      {"GET",
       "/api/v1/figures",
       {"截至某日的办结情况（as_of、known_at）", "the figures of a day (as_of, known_at)"},
       Right::SeeLedger,
       answer_figures},
      {"GET",
       "/api/v1/leagues",
       {"各考核序列排名（as_of、known_at、explain、league）",
        "the rankings of a day (as_of, known_at, explain, league)"},
       Right::SeeRanks,
       answer_leagues},
      {"GET",
       "/api/v1/trend",
       {"办结曲线与每旬须完成数", "the curve of finished projects"},
       Right::SeeLedger,
       answer_trend},
      {"GET",
       "/api/v1/plan",
       {"倒排工期", "back-schedules: latest starts, slack, critical chain"},
       Right::SeeLedger,
       answer_plan},
      {"GET",
       "/api/v1/sequence",
       {"各部门办理次序及理由，仅供参考", "in which order departments should work, with reasons: advice"},
       Right::SeeLedger,
       answer_sequence},
      {"GET", "/api/v1/rules", {"各项数字的口径", "the rules behind the figures"}, Right::SeeCampaign, answer_rules},
      {"GET", "/api/v1/rules/{id}", {"一项数字的口径", "the rule behind one figure"}, Right::SeeCampaign, answer_rule},
      {"GET", "/api/v1/projects", {"项目清单（可筛选）", "projects, by filters"}, Right::SeeLedger, answer_projects},
      {"GET", "/api/v1/projects/{id}", {"项目一页", "one project"}, Right::SeeLedger, answer_project},
      {"GET",
       "/api/v1/projects/{id}/history",
       {"项目的历次变更", "revisions of a project"},
       Right::SeeLedger,
       answer_project_history},
      {"GET",
       "/api/v1/procedures",
       {"手续清单（可筛选）", "procedures, by filters"},
       Right::SeeLedger,
       answer_procedures},
  };
}

/// What is written, and what has to be known for it.
std::vector<Route> writing_routes() {
  return {
      {"PATCH",
       "/api/v1/projects/{id}",
       {"填报项目基本信息", "write a project's own data"},
       Right::EditProjects,
       edit_project},
      {"POST",
       "/api/v1/projects/{id}/life",
       {"项目增减变更", "an event in the life of a project"},
       Right::ChangeLife,
       change_project_life},
      {"GET",
       "/api/v1/reviews",
       {"分线审核的待核实、已核实和争议", "what a line reviews: waiting, confirmed, disputed"},
       Right::SeeLedger,
       answer_reviews},
      {"POST",
       "/api/v1/reviews",
       {"分线审核", "confirm or dispute in bulk"},
       Right::ReviewLine,
       review_lines,
       kLargestBlock},
      {"GET",
       "/api/v1/projects/{id}/cells",
       {"项目各手续的格与行版本", "the cells of a project with their revisions"},
       Right::SeeLedger,
       answer_cells},
      {"GET",
       "/api/v1/projects/{id}/procedures/{kind}",
       {"一项手续的格与行版本", "the cells of one procedure"},
       Right::SeeLedger,
       answer_procedure},
      {"PATCH",
       "/api/v1/projects/{id}/procedures/{kind}",
       {"填报一项手续", "write one procedure"},
       Right::EditProcedures,
       edit_procedure},
      {"GET",
       "/api/v1/cells",
       {"一个单位各手续的格与行版本", "the cells of a unit's procedures with their revisions"},
       Right::SeeLedger,
       answer_unit_cells},
      {"POST",
       "/api/v1/cells/preview",
       {"整块试写：会改什么、哪些不能写", "what a block of cells would do"},
       Right::EditProcedures,
       preview_block,
       kLargestBlock},
      {"POST",
       "/api/v1/cells",
       {"整块写入（全写或全不写）", "a block of cells, all or nothing"},
       Right::EditProcedures,
       edit_block,
       kLargestBlock},
      {"GET", "/api/v1/undo", {"本人可撤销的填报", "one's own writes"}, Right::SeeLedger, answer_undo_list},
      {"POST", "/api/v1/undo/{id}", {"撤销一次填报", "take a write back"}, Right::SeeLedger, undo},
      {"POST",
       "/api/v1/imports",
       {"导入任务表：试算或写入", "a returned workbook: dry run or into the ledger"},
       Right::ImportReturns,
       take_import,
       kLargestWorkbook},
      {"POST",
       "/api/v1/imports/{id}",
       {"同一文件带答复再算，或写入", "the same workbook with answers"},
       Right::ImportReturns,
       take_import_answers},
      {"GET",
       "/api/v1/imports/{id}/annotated",
       {"标注后的原表", "the workbook with messages at its cells"},
       Right::ImportReturns,
       answer_annotated_import},
  };
}

/// What shows that a claim is true, and what is said about it.
std::vector<Route> evidence_routes() {
  return {
      {"POST", "/api/v1/uploads", {"开始上传一个文件", "begin to send a file"}, Right::KeepDocuments, begin_upload},
      {"PUT",
       "/api/v1/uploads/{id}",
       {"上传文件的一段（offset）", "a piece of a file (offset)"},
       Right::KeepDocuments,
       take_piece,
       kLargestPiece},
      {"GET",
       "/api/v1/documents",
       {"批复文件及佐证材料", "papers and their files"},
       Right::SeeLedger,
       answer_documents},
      {"POST", "/api/v1/documents", {"登记文件", "register a paper"}, Right::KeepDocuments, add_document},
      {"PATCH", "/api/v1/documents/{id}", {"更正文件", "correct a paper"}, Right::KeepDocuments, change_document},
      {"DELETE", "/api/v1/documents/{id}", {"移除文件", "take a paper out"}, Right::KeepDocuments, remove_document},
      {"GET",
       "/api/v1/documents/{id}/files/{digest}",
       {"佐证材料的原文件", "a file of a paper, as it was sent"},
       Right::SeeEvidence,
       answer_document_file},
      {"GET",
       "/api/v1/projects/{id}/comments",
       {"项目及手续的批注", "comments on a project"},
       Right::SeeEvidence,
       answer_comments},
      {"POST", "/api/v1/projects/{id}/comments", {"批注", "comment"}, Right::WriteComments, add_comment},
      {"DELETE",
       "/api/v1/comments/{id}",
       {"撤回批注并清除内容", "withdraw a comment and erase its text"},
       Right::WriteComments,
       withdraw_comment},
  };
}

/// Accounts, rights and the audit record.
std::vector<Route> people_routes() {
  return {
      {"GET", "/api/v1/tokens", {"令牌", "tokens of programs"}, Right::SeeAccounts, answer_tokens},
      {"POST", "/api/v1/tokens", {"发放令牌", "issue a token"}, Right::GiveRoles, issue_token},
      {"DELETE", "/api/v1/tokens/{id}", {"作废令牌", "revoke a token"}, Right::GiveRoles, revoke_token},
      {"POST", "/api/v1/session", {"登录", "sign in"}, kOpen, take_sign_in},
      {"DELETE", "/api/v1/session", {"退出登录", "sign out"}, Right::OwnAccount, take_sign_out},
      {"GET", "/api/v1/me", {"本人账号、岗位与权限", "who asks, posts and rights"}, Right::OwnAccount, answer_me},
      {"PUT", "/api/v1/me/post", {"选择以哪个岗位办理", "choose the post that acts"}, Right::OwnAccount, choose_post},
      {"POST", "/api/v1/me/password", {"修改本人密码", "change one's password"}, Right::OwnAccount, change_password},
      {"GET", "/api/v1/sessions", {"登录中的会话", "open sessions"}, Right::OwnAccount, answer_sessions},
      {"DELETE", "/api/v1/sessions/{id}", {"结束一个会话", "end a session"}, Right::OwnAccount, end_session},
      {"GET", "/api/v1/rights", {"权限表", "who may do what"}, Right::SeeCampaign, answer_rights},
      {"GET", "/api/v1/users", {"账号", "accounts"}, Right::SeeAccounts, answer_users},
      {"POST", "/api/v1/users", {"建立账号", "make an account"}, Right::ManageAccounts, add_user},
      {"PATCH",
       "/api/v1/users/{name}",
       {"停用、启用账号或重设密码", "disable or enable an account, or give it a new password"},
       Right::ManageAccounts,
       change_user},
      {"PUT", "/api/v1/users/{name}/posts", {"授予岗位", "give posts"}, Right::GiveRoles, give_user_posts},
      {"GET",
       "/api/v1/audit",
       {"审计记录（可筛选、可导出）", "who did what, by filters"},
       Right::SeeAudit,
       answer_audit},
  };
}

}  // namespace

std::span<const Route> routes() {
  static const auto kRoutes = [] {
    auto all = reading_routes();
    for (const auto& more : {writing_routes(), evidence_routes(), people_routes()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return kRoutes;
}

bool is_watching(std::string_view path) {
  return path == "/healthz" || path == "/readyz" || path == "/metrics";
}

bool brings_workbooks(std::string_view target) {
  return target.starts_with("/api/v1/imports") || target.starts_with("/api/v1/documents");
}

bool answers_without_store(std::string_view target) {
  const auto path = target.substr(0, target.find('?'));
  return path == "/healthz" || path == "/metrics";
}

}  // namespace guatu::http
