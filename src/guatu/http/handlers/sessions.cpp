#include <algorithm>

#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/account_codec.hpp"

namespace guatu::http {
namespace {

/// Everybody's, for who manages accounts; otherwise one's own.
bool sees_all(const Identity& who) {
  return who.acting && access::reach_of(access::Right::ManageAccounts, who.acting->post.role) == access::Reach::All;
}

Result<std::vector<ports::StoredSession>> open_sessions(Context& context, const Identity& who) {
  if (who.by == SignedInBy::Machine) return std::vector<ports::StoredSession>{};
  auto sessions = context.door.with_desk(
      [&](ports::SessionDesk& desk) { return desk.load_sessions(sees_all(who) ? std::string{} : who.account.name); });
  if (sessions)
    std::erase_if(*sessions, [&](const ports::StoredSession& each) {
      return access::is_over(each.created_at, each.used_at, context.office.clock->now(), context.door.rule);
    });
  return sessions;
}

Answer document(std::string text) {
  auto response = make_response(200, kJsonType, std::move(text) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

}  // namespace

Answer answer_sessions(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto sessions = open_sessions(context, call.who);
  if (!sessions) return sessions.error();
  return document(json::encode_sessions(*sessions, call.who.session_id));
}

Answer end_session(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto sessions = open_sessions(context, call.who);
  if (!sessions) return sessions.error();
  const auto found = std::ranges::find(*sessions, call.holes[0], &ports::StoredSession::id);
  if (found == sessions->end())
    return make_error(ErrorKind::NotFound, call.holes[0], "没有这个会话，可能已经结束",
                      "there is no such session; it may have ended");
  const auto ended = context.door.with_desk([&](ports::SessionDesk& desk) -> Result<void> {
    GUATU_CHECK(desk.end_session(found->digest));
    return desk.put_event({0, context.office.clock->now(), call.who.account.name, client_address(context, call.request),
                           "end_session", "done", found->account});
  });
  if (!ended) return ended.error();
  sessions->erase(found);
  return document(json::encode_sessions(*sessions, call.who.session_id));
}

}  // namespace guatu::http
