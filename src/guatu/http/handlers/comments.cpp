#include "guatu/usecases/evidence/comments.hpp"

#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/answers/edit_response.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/comment_codec.hpp"
#include "guatu/usecases/ledger/named_project.hpp"

namespace guatu::http {

Answer answer_comments(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto text = context.stores.read([&](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto known, context.ledgers.load(store, head));
    const auto* project = usecases::find_named_project(known->ledger, call.holes[0]);
    if (project == nullptr) return usecases::unknown_project(call.holes[0]);
    GUATU_TRY(auto seen, usecases::load_comments(session_for(context, store, call), *known, project->record.id.text()));
    std::vector<json::ListedComment> listed;
    for (auto& each : seen)
      listed.push_back({std::move(each.comment), each.may_withdraw});
    return json::encode_comments(head.seq, listed);
  });
  if (!text) return text.error();
  auto response = make_response(200, kJsonType, *text + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

Answer add_comment(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  json::BodyFaults faults;
  auto wish = json::decode_comment_wish(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const usecases::NewComment comment{
      {ProjectId{call.holes[0]}, KindCode{wish->kind}, std::move(wish->part)}, std::move(wish->text), std::move(key)};
  return write_and_tell(
      context, call, [&](const usecases::ActingSession& session) { return usecases::add_comment(session, comment); });
}

Answer withdraw_comment(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  bool withdrawn = false;
  auto answer = write_and_tell(context, call, [&](const usecases::ActingSession& session) {
    auto written = usecases::withdraw_comment(session, call.holes[0]);
    withdrawn = written.has_value();
    return written;
  });
  if (!withdrawn) return answer;
  const auto erased = context.stores.write(
      [&](telemetry::WatchedStore& store) { return usecases::erase_withdrawn_text(store, call.holes[0]); });
  if (!erased) return erased.error();
  return answer;
}

}  // namespace guatu::http
