#include "guatu/http/door/identify.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/http/door/guards.hpp"
#include "guatu/json/account_codec.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::http {
namespace {

using access::Right;

/// Equal, in a time that does not tell how far.
bool same_secret(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

std::string bearer_token(const Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const auto values = request.header_values("Authorization");
  if (values.size() != 1 || !values.front().starts_with(kScheme)) return {};
  return std::string(values.front().substr(kScheme.size()));
}

Identity nobody() {
  Identity identity;
  identity.by = SignedInBy::Nobody;
  return identity;
}

/// The chosen post when it is still held, otherwise the first.
void choose_post(Identity& identity, const std::string& chosen) {
  if (identity.posts.empty()) return;
  const auto found = std::ranges::find(identity.posts, chosen, access::post_text);
  identity.acting =
      access::Acting{identity.account.name, found == identity.posts.end() ? identity.posts.front() : *found};
}

Identity token_identity(const usecases::AccountBook& book, const std::string& secret, Date today) {
  const auto* token = book.find_token(ports::sm3_hex(secret));
  if (token == nullptr || token->revoked || token->until < today) return nobody();
  const auto* account = book.find(token->account);
  if (account == nullptr || account->disabled) return nobody();
  Identity identity;
  identity.by = SignedInBy::Token;
  identity.account = *account;
  std::ranges::copy_if(access::posts_on(*account, today), std::back_inserter(identity.posts),
                       [&](const access::Post& post) { return post == token->post; });
  if (identity.posts.empty()) return nobody();
  choose_post(identity, {});
  identity.scope = token->scope;
  identity.actor = "token:" + token->id + "（" + account->name + "）";
  return identity;
}

Result<Identity> session_identity(Context& context, const usecases::AccountBook& book, const std::string& secret) {
  const auto now = context.office.clock->now();
  const auto digest = ports::sm3_hex(secret);
  GUATU_TRY(const auto session,
            context.door.with_desk([&](ports::SessionDesk& desk) { return desk.find_session(digest); }));
  const auto& rule = context.door.rule;
  if (!session || access::is_over(session->created_at, session->used_at, now, rule)) return nobody();
  const auto* account = book.find(session->account);
  if (account == nullptr || account->disabled) return nobody();
  if (access::should_touch(session->used_at, now, rule))
    GUATU_CHECK(context.door.with_desk([&](ports::SessionDesk& desk) { return desk.touch_session(digest, now); }));
  Identity identity;
  identity.by = SignedInBy::Session;
  identity.account = *account;
  identity.posts = access::posts_on(*account, shanghai_day(now));
  choose_post(identity, session->post);
  identity.session_digest = digest;
  identity.session_id = session->id;
  identity.csrf_token = csrf_token_of(secret);
  identity.created_at = session->created_at;
  identity.used_at = now;
  identity.actor = "user:" + account->name;
  return identity;
}

Problem not_signed_in() {
  return {401, "not_signed_in", {"请先登录", "sign in first"}, "", {}};
}

Problem forbidden(const Bilingual& reason) {
  return {403, "forbidden", {"没有权限", "this is not open to your post"}, "", {{reason, ""}}};
}

Problem must_change_password() {
  return {403,
          "password_must_change",
          {"首次登录须先修改密码", "the first password has to be changed before anything else"},
          "",
          {}};
}

Problem csrf_problem() {
  return {403,
          "foreign_request",
          {"写入须带上本次登录的 X-CSRF-Token（见 GET /me）",
           "a write brings the session's X-CSRF-Token (GET /me gives it)"},
          "",
          {}};
}

/// Until the first password is changed, only what is needed to change it.
bool is_of_own_account(const Route& route) {
  return route.permission && *route.permission == Right::OwnAccount;
}

std::optional<Problem> right_problem(const Identity& who, Right right) {
  if (right == Right::OwnAccount) return std::nullopt;
  if (!who.acting)
    return forbidden(
        {"账号目前没有岗位，请联系安全管理员", "the account holds no post now; ask the security administrator"});
  if (auto objection = access::objection(who.acting->post, right)) return forbidden(*objection);
  return std::nullopt;
}

/// A page of another site cannot make a browser send JSON with an Origin of ours.
std::optional<Problem> origin_problem(const Context& context, const Request& request) {
  const auto origins = request.header_values("Origin");
  const auto hosts = request.header_values("Host");
  const auto scheme = came_by_tls(context, request) ? "https://" : "http://";
  const bool own = std::ranges::all_of(
      origins, [&](std::string_view origin) { return origin == scheme + std::string(hosts.front()); });
  if (own) return std::nullopt;
  return Problem{
      403, "foreign_request", {"写入须由本服务自己的网页发起", "a write comes from this service's own page"}, "", {}};
}

std::optional<Problem> write_problem(const Context& context, const Route& route, const Call& call) {
  if (route.method == "GET" || call.who.by == SignedInBy::Token) return std::nullopt;
  if (call.who.by == SignedInBy::Machine && route.permission) return foreign_write_problem(call.request);
  if (auto problem = origin_problem(context, call.request)) return problem;
  if (!route.permission) return std::nullopt;
  const auto brought = call.request.header_values("X-CSRF-Token");
  if (brought.size() == 1 && same_secret(brought.front(), call.who.csrf_token)) return std::nullopt;
  return csrf_problem();
}

}  // namespace

std::string session_secret(const Request& request) {
  for (const auto value : request.header_values("Cookie"))
    for (const auto& each : split_any(value, ";")) {
      const auto equals = each.find('=');
      if (equals != std::string::npos && each.substr(0, equals) == kSessionCookie) return each.substr(equals + 1);
    }
  return {};
}

std::string csrf_token_of(const std::string& secret) {
  return ports::sm3_hex("csrf " + secret);
}

std::string session_cookie(const std::string& secret, bool secure) {
  auto cookie = std::string(kSessionCookie) + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict";
  if (secret.empty()) cookie += "; Max-Age=0";
  return secure ? cookie + "; Secure" : cookie;
}

std::string client_address(const Context& context, const Request& request) {
  const auto& proxy = context.door.trusted_proxy;
  const auto named = request.header_values("X-Forwarded-For");
  if (proxy.empty() || request.remote != proxy || named.empty()) return request.remote;
  const auto hops = split_any(named.back(), ",");  // The last one is what the proxy saw itself.
  return hops.empty() ? request.remote : hops.back();
}

bool came_by_tls(const Context& context, const Request& request) {
  const auto& proxy = context.door.trusted_proxy;
  const auto named = request.header_values("X-Forwarded-Proto");
  return !proxy.empty() && request.remote == proxy && named.size() == 1 && named.front() == "https";
}

Result<Identity> identify(Context& context, const Request& request) {
  GUATU_TRY(const auto book, context.door.accounts(context.stores));
  if (book->accounts.empty()) {
    Identity machine;
    machine.actor = context.office.actor;
    return machine;
  }
  if (const auto token = bearer_token(request); !token.empty())
    return token_identity(*book, token, shanghai_day(context.office.clock->now()));
  const auto secret = session_secret(request);
  if (secret.empty()) return nobody();
  return session_identity(context, *book, secret);
}

std::optional<Problem> entry_problem(const Context& context, const Route& route, const Call& call) {
  const auto& who = call.who;
  if (route.permission && who.by == SignedInBy::Nobody) return not_signed_in();
  if (auto problem = write_problem(context, route, call)) return problem;
  if (!route.permission || who.by == SignedInBy::Machine) return std::nullopt;
  if (who.by == SignedInBy::Session && who.account.must_change_password && !is_of_own_account(route))
    return must_change_password();
  if (who.scope && !who.scope->contains(*route.permission))
    return forbidden({"令牌的权限范围不含“" + access::right_words(*route.permission).zh + "”",
                      "the token's scope does not hold: " + access::right_words(*route.permission).en});
  return right_problem(who, *route.permission);
}

usecases::ActingSession session_for(Context& context, ports::Store& store, const Call& call) {
  const auto& office = context.office;
  const auto& acting = call.who.acting;
  return {{store, *office.clock, *office.entropy, call.who.actor, acting ? acting->post.unit.text() : std::string{},
           &context.ledgers},
          acting ? &*acting : nullptr};
}

}  // namespace guatu::http
