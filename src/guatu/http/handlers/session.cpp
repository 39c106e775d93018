#include "guatu/access/login_delay.hpp"
#include "guatu/base/hex.hpp"
#include "guatu/base/text.hpp"
#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/answers/me_answer.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/account_requests.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/ports/password_hash.hpp"

namespace guatu::http {
namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kIdBytes = 8;
constexpr std::int64_t kDay = 86'400;
constexpr std::size_t kLongestAgent = 200;

Problem no_accounts() {
  return {409,
          "no_accounts",
          {"尚无账号，不用登录；建立首个账号请用 guatu user add",
           "there are no accounts yet and nobody signs in; guatu user add makes the first one"},
          "",
          {}};
}

Problem wrong_credentials() {
  return {401, "wrong_credentials", {"账号或密码不对", "the name or the password is wrong"}, "", {}};
}

Response wait(std::int64_t seconds) {
  const auto text = std::to_string(seconds);
  auto response = make_response(
      Problem{429,
              "wait",
              {"尝试次数过多，请 " + text + " 秒后再试", "too many attempts; try again in " + text + " seconds"},
              "",
              {}});
  return std::move(response.with("Retry-After", text));
}

/// An attempt to enter, on its way.
struct Attempt {
  std::string address;
  std::string account;  ///< Empty when nobody is called so.
  std::int64_t at;
};

/// Counts the attempt as failed before it is looked at, so that many at once do not slip through; success takes it back.
/// Gives the seconds to wait instead when it comes too early.
Result<std::int64_t> begin_attempt(Context& context, const Attempt& attempt) {
  const std::lock_guard lock(context.door.attempts);
  return context.door.with_desk([&](ports::SessionDesk& desk) -> Result<std::int64_t> {
    GUATU_TRY(const auto failed, desk.load_failures(attempt.account, attempt.address));
    const auto of = [](const ports::FailureCount& each) { return access::Failures{each.count, each.last_at}; };
    const auto seconds = access::seconds_to_wait(of(failed.of_account_and_address), of(failed.of_address), attempt.at);
    if (seconds > 0) return seconds;
    GUATU_CHECK(desk.count_failure(attempt.account, attempt.address, attempt.at, attempt.at - kDay));
    return std::int64_t{0};
  });
}

Result<void> note(Context& context, const Attempt& attempt, const std::string& action, const std::string& outcome,
                  const std::string& detail = {}) {
  return context.door.with_desk([&](ports::SessionDesk& desk) {
    return desk.put_event({0, attempt.at, attempt.account, attempt.address, action, outcome, detail});
  });
}

std::string agent_of(const Request& request) {
  const auto values = request.header_values("User-Agent");
  const auto agent = values.empty() ? std::string{} : normalise(values.front());
  return character_count(agent) <= kLongestAgent ? agent : std::string{};
}

/// A new secret for every log-in; what the browser held before ends, so nobody can have fixed it in advance.
Result<std::string> open_session(Context& context, const Attempt& attempt, const Request& request) {
  auto& entropy = *context.office.entropy;
  const auto secret = to_hex(entropy.random_bytes(kSecretBytes));
  const ports::StoredSession session{ports::sm3_hex(secret),
                                     to_hex(entropy.random_bytes(kIdBytes)),
                                     attempt.account,
                                     {},
                                     attempt.address,
                                     agent_of(request),
                                     attempt.at,
                                     attempt.at};
  const auto before = session_secret(request);
  const auto& rule = context.door.rule;
  GUATU_CHECK(context.door.with_desk([&](ports::SessionDesk& desk) -> Result<void> {
    if (!before.empty()) GUATU_CHECK(desk.end_session(ports::sm3_hex(before)));
    GUATU_CHECK(
        desk.forget_sessions(attempt.at - rule.idle_seconds - rule.touch_seconds, attempt.at - rule.absolute_seconds));
    GUATU_CHECK(desk.clear_failures(attempt.account, attempt.address));
    return desk.put_session(session);
  }));
  GUATU_CHECK(note(context, attempt, "sign_in", "done"));
  return secret;
}

/// Whoever has just entered, as the next request will find him.
Result<Identity> entered(Context& context, const std::string& secret) {
  Request next;
  next.headers = {{"Cookie", std::string(kSessionCookie) + "=" + secret}};
  return identify(context, next);
}

Answer sign_in(Context& context, const Call& call, const json::SignIn& wish, const usecases::AccountBook& book) {
  const auto* account = book.find(wish.name);
  const Attempt attempt{client_address(context, call.request), account == nullptr ? "" : account->name,
                        context.office.clock->now()};
  const auto seconds = begin_attempt(context, attempt);
  if (!seconds) return seconds.error();
  if (*seconds > 0) return wait(*seconds);
  const bool right = context.door.with_password(
      [&] { return ports::password_matches(account == nullptr ? "" : account->password, wish.password); });
  if (!right || account->disabled) {
    if (const auto noted = note(context, attempt, "sign_in", "refused", right ? "disabled" : ""); !noted)
      return noted.error();
    return wrong_credentials();
  }
  const auto secret = open_session(context, attempt, call.request);
  if (!secret) return secret.error();
  const auto who = entered(context, *secret);
  if (!who) return who.error();
  auto response = answer_me_as(context, *who);
  if (response.status == 200) response.with("Set-Cookie", session_cookie(*secret, came_by_tls(context, call.request)));
  return response;
}

}  // namespace

Answer take_sign_in(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  json::BodyFaults faults;
  const auto wish = json::decode_sign_in(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const auto book = context.door.accounts(context.stores);
  if (!book) return book.error();
  if ((*book)->accounts.empty()) return no_accounts();
  return sign_in(context, call, *wish, **book);
}

Answer take_sign_out(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto& who = call.who;
  if (who.by == SignedInBy::Session) {
    const Attempt leaving{client_address(context, call.request), who.account.name, context.office.clock->now()};
    const auto ended =
        context.door.with_desk([&](ports::SessionDesk& desk) { return desk.end_session(who.session_digest); });
    if (!ended) return ended.error();
    if (const auto noted = note(context, leaving, "sign_out", "done"); !noted) return noted.error();
  }
  auto response = make_response(200, kJsonType, "{\"signed_out\":true}\n");
  response.with("Cache-Control", "no-store");
  return Answer(std::move(response.with("Set-Cookie", session_cookie({}, came_by_tls(context, call.request)))));
}

}  // namespace guatu::http
