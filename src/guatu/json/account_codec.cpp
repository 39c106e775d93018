#include "guatu/json/account_codec.hpp"

#include "guatu/json/fields.hpp"
#include "guatu/json/nullable.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::object post_record(const access::Post& post) {
  bj::object object{{"role", bj::string(access::role_name(post.role))}, {"unit", post.unit.text()}};
  put_day(object, "from", post.from);
  put_day(object, "until", post.until);
  return object;
}

access::Post read_post(Fields& fields) {
  access::Post post;
  if (const auto role = access::find_role(fields.text("role")))
    post.role = *role;
  else
    fields.fail("role", "a role");
  post.unit = UnitCode{fields.text("unit")};
  post.from = fields.find_day("from");
  post.until = fields.find_day("until");
  return post;
}

bj::object post_value(const access::Post& post, const campaign::Campaign& campaign) {
  const auto words = access::role_words(post.role);
  const auto* unit = campaign.find_unit(post.unit);
  bj::object object{{"post", access::post_text(post)},
                    {"role", bj::string(access::role_name(post.role))},
                    {"role_name", words.zh},
                    {"role_name_en", words.en},
                    {"unit", post.unit.text()},
                    {"unit_name", unit == nullptr ? post.unit.text() : unit->names.back().name.zh}};
  object["from"] = post.from ? bj::value(format_iso(*post.from)) : bj::value(nullptr);
  object["until"] = post.until ? bj::value(format_iso(*post.until)) : bj::value(nullptr);
  return object;
}

bj::array posts_value(const std::vector<access::Post>& posts, const campaign::Campaign& campaign) {
  bj::array list;
  for (const auto& post : posts)
    list.push_back(post_value(post, campaign));
  return list;
}

bj::object account_value(const access::Account& account, const campaign::Campaign& campaign) {
  return {{"name", account.name},
          {"display_name", account.display_name},
          {"disabled", account.disabled},
          {"must_change_password", account.must_change_password},
          {"posts", posts_value(account.posts, campaign)}};
}

bj::object right_value(access::Right right) {
  const auto words = access::right_words(right);
  return {{"right", bj::string(access::right_name(right))}, {"name", words.zh}, {"name_en", words.en}};
}

bj::array rights_of(const std::optional<access::Post>& post) {
  bj::array list;
  for (const auto right : access::all_rights()) {
    const auto reach = post ? access::reach_of(right, post->role) : access::Reach::None;
    if (reach == access::Reach::None) continue;
    auto value = right_value(right);
    value["reach"] = bj::string(access::reach_name(reach));
    list.push_back(std::move(value));
  }
  return list;
}

}  // namespace

std::string encode_account(const access::Account& account, PersonalVault& vault) {
  bj::object object{{"v", 1}, {"name", account.name}};
  put_text(object, "display_name", vault.digest_of(account.display_name));
  put_text(object, "password", vault.digest_of(account.password));
  put_flag(object, "must_change_password", account.must_change_password);
  put_flag(object, "disabled", account.disabled);
  auto& posts = object["posts"].emplace_array();
  for (const auto& post : account.posts)
    posts.push_back(post_record(post));
  return bj::serialize(object);
}

Result<access::Account> decode_account(std::string_view body, const PersonalVault& vault) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "account");
  access::Account account;
  account.name = fields.text("name");
  account.display_name = vault.value_of(fields.text("display_name"));
  account.password = vault.value_of(fields.text("password"));
  account.must_change_password = fields.flag("must_change_password");
  account.disabled = fields.flag("disabled");
  for (const auto& each : fields.list("posts")) {
    Fields post(each, "account.posts");
    account.posts.push_back(read_post(post));
    GUATU_CHECK(post.finish());
  }
  GUATU_CHECK(fields.finish());
  return account;
}

std::string encode_token(const access::Token& token) {
  bj::object object{{"v", 1}, {"id", token.id}, {"digest", token.digest}, {"account", token.account}};
  object["post"] = post_record(token.post);
  auto& scope = object["scope"].emplace_array();
  for (const auto right : token.scope)
    scope.emplace_back(bj::string(access::right_name(right)));
  put_text(object, "purpose", token.purpose);
  put_day(object, "until", token.until);
  put_flag(object, "revoked", token.revoked);
  return bj::serialize(object);
}

Result<access::Token> decode_token(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "token");
  access::Token token;
  token.id = fields.text("id");
  token.digest = fields.text("digest");
  token.account = fields.text("account");
  if (const auto* post = fields.find("post")) {
    Fields inner(*post, "token.post");
    token.post = read_post(inner);
    GUATU_CHECK(inner.finish());
  }
  for (const auto& each : fields.list("scope"))
    if (const auto right = each.is_string() ? access::find_right(std::string_view(each.get_string())) : std::nullopt)
      token.scope.insert(*right);
  token.purpose = fields.text("purpose");
  token.until = fields.day("until");
  token.revoked = fields.flag("revoked");
  GUATU_CHECK(fields.finish());
  return token;
}

std::optional<access::Post> parse_post_text(std::string_view text) {
  const auto at = text.find('@');
  const auto role = access::find_role(text.substr(0, at));
  if (at == std::string_view::npos || !role) return std::nullopt;
  return access::Post{*role, UnitCode{std::string(text.substr(at + 1))}, {}, {}};
}

std::string encode_me(const MeDocument& document, const campaign::Campaign& campaign) {
  bj::object object{{"name", document.account.name},
                    {"display_name", document.account.display_name},
                    {"signed_in_by", document.signed_in_by},
                    {"must_change_password", document.account.must_change_password}};
  object["post"] = document.post ? bj::value(post_value(*document.post, campaign)) : bj::value(nullptr);
  object["posts"] = posts_value(document.posts, campaign);
  object["rights"] = rights_of(document.post);
  object["csrf_token"] = text_or_null(document.csrf_token);
  object["idle_ends_at"] = text_or_null(document.idle_ends_at);
  object["ends_at"] = text_or_null(document.ends_at);
  return bj::serialize(object);
}

std::string encode_accounts(const std::vector<access::Account>& accounts, const campaign::Campaign& campaign,
                            std::int64_t seq) {
  bj::object object{{"seq", seq}};
  auto& list = object["accounts"].emplace_array();
  for (const auto& account : accounts)
    list.push_back(account_value(account, campaign));
  return bj::serialize(object);
}

std::string encode_account_answer(const access::Account& account, const campaign::Campaign& campaign,
                                  std::int64_t seq) {
  bj::object object{{"seq", seq}};
  object["account"] = account_value(account, campaign);
  return bj::serialize(object);
}

std::string encode_sessions(const std::vector<ports::StoredSession>& sessions, const std::string& current_id) {
  bj::object object;
  auto& list = object["sessions"].emplace_array();
  for (const auto& each : sessions)
    list.push_back(bj::object{{"id", each.id},
                              {"account", each.account},
                              {"post", text_or_null(each.post)},
                              {"address", each.address},
                              {"agent", each.agent},
                              {"created_at", format_rfc3339(each.created_at)},
                              {"used_at", format_rfc3339(each.used_at)},
                              {"current", each.id == current_id}});
  return bj::serialize(object);
}

std::string encode_rights() {
  bj::object object;
  auto& roles = object["roles"].emplace_array();
  for (const auto role : access::all_roles()) {
    const auto words = access::role_words(role);
    roles.push_back(
        bj::object{{"role", bj::string(access::role_name(role))}, {"name", words.zh}, {"name_en", words.en}});
  }
  auto& rights = object["rights"].emplace_array();
  for (const auto right : access::all_rights()) {
    auto value = right_value(right);
    value["gate"] = access::right_gate(right) == access::Gate::OpenDekad ? "open_dekad" : "always";
    auto& reach = value["reach"].emplace_object();
    for (const auto role : access::all_roles())
      reach[access::role_name(role)] = bj::string(access::reach_name(access::reach_of(right, role)));
    rights.push_back(std::move(value));
  }
  auto& fields = object["fields"].emplace_array();
  for (const auto& each : access::field_rights())
    fields.push_back(
        bj::object{{"field", bj::string(each.field)}, {"right", bj::string(access::right_name(each.right))}});
  return bj::serialize(object);
}

}  // namespace guatu::json
