#include "guatu/json/account_requests.hpp"

#include "guatu/json/request_reader.hpp"

namespace guatu::json {
namespace {

using Need = RequestReader::Need;

constexpr std::size_t kLongestPassword = 1000;  ///< What is longer than a password may be is told so by its rule.
constexpr std::size_t kMostPosts = 50;

/// `read` takes the body's object; what it makes counts when nothing was wrong.
template <typename Read>
auto decode(std::string_view body, BodyFaults& faults, Read read)
    -> decltype(std::optional(read(std::declval<RequestReader&>()))) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  auto made = read(reader);
  reader.finish();
  if (!faults.empty()) return std::nullopt;
  return made;
}

access::Post read_post(RequestReader& reader) {
  access::Post post;
  const auto role = reader.text("role", Need::Must);
  if (const auto found = access::find_role(role))
    post.role = *found;
  else if (!role.empty())
    reader.fault("role", {"不认识岗位“" + role + "”", "\"" + role + "\" is no role"});
  post.unit = UnitCode{reader.text("unit", Need::Must)};
  return post;
}

}  // namespace

std::optional<SignIn> decode_sign_in(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, [](RequestReader& reader) {
    return SignIn{reader.text("name", Need::Must), reader.text("password", Need::Must, kLongestPassword)};
  });
}

std::optional<PasswordChange> decode_password_change(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, [](RequestReader& reader) {
    return PasswordChange{reader.text("current_password", Need::Must, kLongestPassword),
                          reader.text("new_password", Need::Must, kLongestPassword)};
  });
}

std::optional<access::Post> decode_post_choice(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, read_post);
}

std::optional<AccountWish> decode_new_account(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, [](RequestReader& reader) {
    return AccountWish{reader.text("name", Need::Must), reader.text("display_name", Need::May),
                       reader.text("password", Need::Must, kLongestPassword)};
  });
}

std::optional<AccountChange> decode_account_change(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, [](RequestReader& reader) {
    AccountChange change{reader.find_flag("disabled"), reader.find_text("password", kLongestPassword)};
    if (!change.disabled && !change.password)
      reader.fault("", {"请给出 disabled 或 password", "give disabled or password"});
    return change;
  });
}

std::optional<std::vector<access::Post>> decode_posts(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, [&](RequestReader& reader) {
    std::vector<access::Post> posts;
    for (const auto& each : reader.list("posts", Need::Must, kMostPosts)) {
      RequestReader inner(each, "/posts/" + std::to_string(posts.size()), faults);
      auto post = read_post(inner);
      post.from = inner.find_day("from");
      post.until = inner.find_day("until");
      inner.finish();
      posts.push_back(std::move(post));
    }
    return posts;
  });
}

std::optional<access::Token> decode_token_wish(std::string_view body, BodyFaults& faults) {
  return decode(body, faults, [](RequestReader& reader) {
    access::Token token;
    token.account = reader.text("account", Need::Must);
    token.post = read_post(reader);
    for (const auto& each : reader.list("scope", Need::Must, access::kRights)) {
      const auto right = each.is_string() ? access::find_right(std::string_view(each.get_string())) : std::nullopt;
      if (right)
        token.scope.insert(*right);
      else
        reader.fault("scope", {"有不认识的权限", "holds a right that is none"});
    }
    token.purpose = reader.text("purpose", Need::Must);
    const auto until = reader.find_day("until");
    if (!until) reader.fault("until", {"必须填写截止日期", "the last day has to be given"});
    token.until = until.value_or(Date{});
    return token;
  });
}

}  // namespace guatu::json
