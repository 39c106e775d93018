#include "guatu/json/token_codec.hpp"

#include "guatu/json/nullable.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::object token_value(const access::Token& token) {
  bj::object object{{"id", token.id}, {"account", token.account}, {"post", access::post_text(token.post)}};
  auto& scope = object["scope"].emplace_array();
  for (const auto right : token.scope)
    scope.emplace_back(bj::string(access::right_name(right)));
  object["purpose"] = token.purpose;
  object["until"] = format_iso(token.until);
  object["revoked"] = token.revoked;
  return object;
}

}  // namespace

std::string encode_tokens(const std::vector<access::Token>& tokens) {
  bj::object object;
  auto& list = object["tokens"].emplace_array();
  for (const auto& token : tokens)
    list.push_back(token_value(token));
  return bj::serialize(object);
}

std::string encode_token_answer(const access::Token& token, const std::string& secret, std::int64_t seq) {
  bj::object object{{"seq", seq}};
  object["token"] = token_value(token);
  object["secret"] = text_or_null(secret);
  return bj::serialize(object);
}

}  // namespace guatu::json
