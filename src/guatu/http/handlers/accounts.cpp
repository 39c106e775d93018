#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/account_codec.hpp"
#include "guatu/json/account_requests.hpp"
#include "guatu/usecases/campaign_versions.hpp"

namespace guatu::http {
namespace {

Answer document(std::string text) {
  auto response = make_response(200, kJsonType, std::move(text) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

/// The first accounts are made where only who runs the machine can.
std::optional<Problem> machine_problem(const Call& call) {
  if (call.who.by != SignedInBy::Machine) return std::nullopt;
  return Problem{403,
                 "no_accounts",
                 {"尚无账号；首个账号请在服务器上用 guatu user add 建立",
                  "there are no accounts yet; the first one is made on the server with guatu user add"},
                 "",
                 {}};
}

using Change = std::function<Result<usecases::AccountAnswer>(const usecases::ActingSession& session)>;

/// One change of an account, and what is known of it then.
Answer change_account(Context& context, const Call& call, const Change& change) {
  std::optional<usecases::CampaignVersion> version;
  const auto answer = context.stores.write([&](telemetry::WatchedStore& store) -> Result<usecases::AccountAnswer> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(version, usecases::load_campaign(store, head.seq));
    return change(session_for(context, store, call));
  });
  if (!answer) return answer.error();
  return document(json::encode_account_answer(answer->account, version->campaign, answer->seq));
}

/// Whoever is signed in with what was taken away is out at once.
Result<void> end_sessions_of(Context& context, const std::string& name) {
  return context.door.with_desk([&](ports::SessionDesk& desk) { return desk.end_other_sessions(name, {}); });
}

}  // namespace

Answer answer_users(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto text = context.stores.read([](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto version, usecases::load_campaign(store, head.seq));
    GUATU_TRY(const auto book, usecases::load_accounts(store, head));
    return json::encode_accounts(book.accounts, version.campaign, head.seq);
  });
  if (!text) return text.error();
  return document(*text);
}

Answer add_user(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  if (const auto problem = machine_problem(call)) return *problem;
  json::BodyFaults faults;
  const auto wish = json::decode_new_account(call.request.body, faults);
  if (!wish) return body_problem(faults);
  return context.door.with_password([&] {
    return change_account(context, call, [&](const usecases::ActingSession& session) {
      return usecases::add_account(session, {wish->name, wish->display_name, {}, wish->password});
    });
  });
}

Answer change_user(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  if (const auto problem = machine_problem(call)) return *problem;
  json::BodyFaults faults;
  const auto wish = json::decode_account_change(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const auto& name = call.holes[0];
  const auto work = [&](const usecases::ActingSession& session) -> Result<usecases::AccountAnswer> {
    auto answer = wish->password
                      ? usecases::set_password(session, name, *wish->password, usecases::PasswordFor::SomebodyElse)
                      : usecases::set_disabled(session, name, *wish->disabled);
    if (answer && wish->password && wish->disabled) answer = usecases::set_disabled(session, name, *wish->disabled);
    if (answer) GUATU_CHECK(end_sessions_of(context, name));
    return answer;
  };
  return context.door.with_password([&] { return change_account(context, call, work); });
}

Answer give_user_posts(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  if (const auto problem = machine_problem(call)) return *problem;
  json::BodyFaults faults;
  const auto posts = json::decode_posts(call.request.body, faults);
  if (!posts) return body_problem(faults);
  return change_account(context, call, [&](const usecases::ActingSession& session) {
    return usecases::give_posts(session, call.holes[0], *posts);
  });
}

Answer answer_rights(Context&, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return document(json::encode_rights());
}

}  // namespace guatu::http
