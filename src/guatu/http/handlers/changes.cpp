#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/answers/edit_response.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/change_requests.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/access/acting_changes.hpp"
#include "guatu/usecases/editing/edit_project.hpp"
#include "guatu/usecases/editing/review_parts.hpp"

namespace guatu::http {
namespace {

using usecases::ReviewDecision;

ReviewDecision decision_of(const std::string& name) {
  return name == "confirm"   ? ReviewDecision::Confirm
         : name == "dispute" ? ReviewDecision::Dispute
                             : ReviewDecision::Settle;
}

}  // namespace

Answer edit_project(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  const auto match = read_if_match(call.request);
  if (match.problem) return *match.problem;
  json::BodyFaults faults;
  auto wish = json::decode_project_edit(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const usecases::ProjectEdit edit{call.holes[0], std::move(wish->values), match.revision, wish->reason,
                                   std::move(key)};
  return write_and_tell(context, call,
                        [&](const usecases::ActingSession& session) { return usecases::edit_project(session, edit); });
}

Answer change_project_life(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto reading = read_request_key(call);
  if (reading.problem) return *reading.problem;
  json::BodyFaults faults;
  const auto event = json::decode_life_wish(call.request.body, faults);
  if (!event) return body_problem(faults);
  const auto answer = context.writes->write([&](telemetry::WatchedStore& store) {
    return usecases::change_life_as(session_for(context, store, call), {call.holes[0], *event, reading.key});
  });
  if (!answer) return answer.error();
  auto text = json::encode_life_change(answer->project.text(), answer->created.text(), answer->seq);
  auto response = make_response(200, kJsonType, std::move(text) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

Answer review_lines(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  json::BodyFaults faults;
  const auto wishes = json::decode_reviews(call.request.body, faults);
  if (!wishes) return body_problem(faults);
  std::vector<usecases::ReviewItem> items;
  for (const auto& wish : *wishes)
    items.push_back({wish.project, KindCode{wish.kind}, wish.part, decision_of(wish.decision), wish.text, wish.due_on,
                     "/items/" + std::to_string(items.size())});
  return write_and_tell(context, call, [&, request_key = std::move(key)](const usecases::ActingSession& session) {
    return usecases::review_parts(session, items, request_key);
  });
}

}  // namespace guatu::http
