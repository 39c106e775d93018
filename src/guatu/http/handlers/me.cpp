#include "guatu/base/text.hpp"
#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/answers/me_answer.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/account_codec.hpp"
#include "guatu/json/account_requests.hpp"
#include "guatu/ports/password_hash.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/campaign_versions.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::http {
namespace {

const char* name_of(SignedInBy by) {
  switch (by) {
    case SignedInBy::Machine:
      return "machine";
    case SignedInBy::Nobody:
      return "nobody";
    case SignedInBy::Session:
      return "session";
    case SignedInBy::Token:
      return "token";
  }
  return "";
}

Result<usecases::CampaignVersion> campaign_now(Context& context) {
  return context.stores.read([](telemetry::WatchedStore& store) -> Result<usecases::CampaignVersion> {
    GUATU_TRY(const auto head, store.find_head());
    return usecases::load_campaign(store, head.seq);
  });
}

Problem only_sessions() {
  return {409, "no_session", {"只有登录的人可以这样做", "only who has signed in can do this"}, "", {}};
}

json::MeDocument describe(Context& context, const Identity& who, const campaign::Campaign& campaign) {
  json::MeDocument document;
  document.account = who.account;
  document.posts = who.posts;
  document.signed_in_by = name_of(who.by);
  document.csrf_token = who.csrf_token;
  if (who.acting) document.post = who.acting->post;
  if (who.by == SignedInBy::Machine) {
    document.account.name = who.actor;
    document.account.must_change_password = false;
    document.post = usecases::office_post(campaign);
    document.posts = {*document.post};
  }
  if (who.by == SignedInBy::Session) {
    const auto& rule = context.door.rule;
    document.idle_ends_at = format_rfc3339(who.used_at + rule.idle_seconds);
    document.ends_at = format_rfc3339(who.created_at + rule.absolute_seconds);
  }
  return document;
}

}  // namespace

Response answer_me_as(Context& context, const Identity& who) {
  const auto version = campaign_now(context);
  if (!version) return make_response(problem_of(version.error()));
  const auto document = describe(context, who, version->campaign);
  auto response = make_response(200, kJsonType, json::encode_me(document, version->campaign) + "\n");
  return std::move(response.with("Cache-Control", "no-store"));
}

Answer answer_me(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_me_as(context, call.who);
}

Answer choose_post(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  json::BodyFaults faults;
  const auto wish = json::decode_post_choice(call.request.body, faults);
  if (!wish) return body_problem(faults);
  if (call.who.by != SignedInBy::Session) return only_sessions();
  auto who = call.who;
  const auto wanted = access::post_text(*wish);
  const auto held = std::ranges::find(who.posts, wanted, access::post_text);
  if (held == who.posts.end())
    return body_problem({{"/role", {"您没有岗位 " + wanted, "you do not hold the post " + wanted}}});
  const auto chosen =
      context.door.with_desk([&](ports::SessionDesk& desk) { return desk.choose_post(who.session_digest, wanted); });
  if (!chosen) return chosen.error();
  who.acting = access::Acting{who.account.name, *held};
  return answer_me_as(context, who);
}

Answer change_password(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  json::BodyFaults faults;
  const auto wish = json::decode_password_change(call.request.body, faults);
  if (!wish) return body_problem(faults);
  if (call.who.by != SignedInBy::Session) return only_sessions();
  auto who = call.who;
  const auto& name = who.account.name;
  const bool known =
      context.door.with_password([&] { return ports::password_matches(who.account.password, wish->current); });
  if (!known) return body_problem({{"/current_password", {"原密码不对", "this is not the password"}}});
  // Without a post there is no acting one, but the account is one's own.
  const access::Acting self = who.acting.value_or(access::Acting{name, {}});
  const auto answer = context.door.with_password([&] {
    return context.stores.write([&](telemetry::WatchedStore& store) {
      auto session = session_for(context, store, call);
      session.acting = &self;
      return usecases::set_password(session, name, wish->wanted, usecases::PasswordFor::Oneself);
    });
  });
  if (!answer) return answer.error();
  const auto ended = context.door.with_desk([&](ports::SessionDesk& desk) -> Result<void> {
    GUATU_CHECK(desk.end_other_sessions(name, who.session_digest));
    return desk.put_event(
        {0, context.office.clock->now(), name, client_address(context, call.request), "change_password", "done", ""});
  });
  if (!ended) return ended.error();
  who.account.must_change_password = false;
  return answer_me_as(context, who);
}

}  // namespace guatu::http
