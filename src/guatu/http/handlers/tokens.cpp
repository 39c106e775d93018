#include "guatu/base/hex.hpp"
#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/account_requests.hpp"
#include "guatu/json/token_codec.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::http {
namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kIdBytes = 4;

Answer document(std::string text) {
  auto response = make_response(200, kJsonType, std::move(text) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

/// A token acts for an account, and without accounts there is none.
std::optional<Problem> machine_problem(const Call& call) {
  if (call.who.by != SignedInBy::Machine) return std::nullopt;
  return Problem{403, "no_accounts", {"尚无账号，不用令牌", "there are no accounts yet, and no tokens"}, "", {}};
}

}  // namespace

Answer answer_tokens(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto book = context.door.accounts(context.stores);
  if (!book) return book.error();
  return document(json::encode_tokens((*book)->tokens));
}

Answer issue_token(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  if (const auto problem = machine_problem(call)) return *problem;
  json::BodyFaults faults;
  auto wish = json::decode_token_wish(call.request.body, faults);
  if (!wish) return body_problem(faults);
  auto& entropy = *context.office.entropy;
  const auto secret = to_hex(entropy.random_bytes(kSecretBytes));
  wish->id = to_hex(entropy.random_bytes(kIdBytes));
  wish->digest = ports::sm3_hex(secret);
  const auto answer = context.stores.write(
      [&](telemetry::WatchedStore& store) { return usecases::issue_token(session_for(context, store, call), *wish); });
  if (!answer) return answer.error();
  return document(json::encode_token_answer(answer->token, secret, answer->seq));
}

Answer revoke_token(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  if (const auto problem = machine_problem(call)) return *problem;
  const auto answer = context.stores.write([&](telemetry::WatchedStore& store) {
    return usecases::revoke_token(session_for(context, store, call), call.holes[0]);
  });
  if (!answer) return answer.error();
  return document(json::encode_token_answer(answer->token, {}, answer->seq));
}

}  // namespace guatu::http
