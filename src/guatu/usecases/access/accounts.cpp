#include "guatu/usecases/access/accounts.hpp"

#include <algorithm>

#include "guatu/access/password_rule.hpp"
#include "guatu/base/text.hpp"
#include "guatu/json/account_codec.hpp"
#include "guatu/ports/password_hash.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

Error unknown_account(const std::string& name) {
  return make_error(ErrorKind::NotFound, name, "没有账号“" + name + "”", "there is no account \"" + name + "\"");
}

Error refused(const std::string& name, std::vector<Bilingual> reasons) {
  return Error{ErrorKind::Refused,
               {"账号 " + name + " 没有改动", "the account " + name + " was not changed"},
               name,
               std::move(reasons)};
}

/// What stands in the store, and the vault in which passwords lie.
struct Desk {
  ports::CommitHead head;
  CampaignVersion version;
  AccountBook book;
  json::PersonalVault vault;
};

Result<Desk> load_desk(const ActingSession& session) {
  Desk desk;
  GUATU_TRY(desk.head, session.store.find_head());
  GUATU_TRY(desk.version, load_campaign(session.store, desk.head.seq));
  GUATU_TRY(desk.book, load_accounts(session.store, desk.head));
  GUATU_TRY(const auto personal, session.store.load_personal());
  desk.vault = json::PersonalVault(personal, &session.entropy);
  return desk;
}

Result<AccountAnswer> write_account(const ActingSession& session, Desk& desk, const access::Account& account,
                                    const std::string& action) {
  auto commit = session.begin_commit(desk.version.campaign, "account " + action, account.name);
  commit.records.push_back(
      {std::string(json::kAccountRecord), account.name, json::encode_account(account, desk.vault)});
  commit.personal = desk.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, desk.head.seq));
  return AccountAnswer{account, head.seq};
}

/// Loads the account, lets `change` alter or refuse it, and writes it when it is another one then.
template <typename Change>
Result<AccountAnswer> change_account(const ActingSession& session, const std::string& name, const std::string& action,
                                     Change change) {
  return until_written(session.store, [&]() -> Result<AccountAnswer> {
    GUATU_TRY(auto desk, load_desk(session));
    const auto* found = desk.book.find(name);
    if (found == nullptr) return unknown_account(name);
    auto account = *found;
    if (auto reasons = change(account, desk.version.campaign); !reasons.empty())
      return refused(name, std::move(reasons));
    if (account == *found) return AccountAnswer{account, desk.head.seq};
    return write_account(session, desk, account, action);
  });
}

/// The password of before is of no use to anybody any more, and is not kept.
void forget_password(const ActingSession& session, const std::string& before) {
  const auto personal = session.store.load_personal();
  if (!personal || before.empty()) return;
  for (const auto& each : *personal)
    if (each.value == before) static_cast<void>(session.store.erase_personal(each.digest));
}

std::vector<Bilingual> token_objections(const access::Token& token, const access::Account& account, Date today) {
  std::vector<Bilingual> reasons;
  if (std::ranges::find(account.posts, token.post) == account.posts.end())
    reasons.push_back({"账号没有这个岗位：" + access::post_text(token.post),
                       "the account does not hold this post: " + access::post_text(token.post)});
  if (token.scope.empty()) reasons.push_back({"令牌须写明权限范围", "a token needs a scope"});
  for (const auto right : token.scope)
    if (auto objection = access::objection(token.post, right)) reasons.push_back(*std::move(objection));
  if (token.purpose.empty()) reasons.push_back({"令牌须写明用途", "a token needs a purpose"});
  if (token.until < today || token.until - today > 366)
    reasons.push_back({"令牌有效期应在今天起一年之内", "a token ends within a year from today"});
  return reasons;
}

}  // namespace

const access::Account* AccountBook::find(const std::string& name) const {
  const auto found = std::ranges::find(accounts, name, &access::Account::name);
  return found == accounts.end() ? nullptr : &*found;
}

const access::Token* AccountBook::find_token(const std::string& digest) const {
  const auto found = std::ranges::find(tokens, digest, &access::Token::digest);
  return found == tokens.end() ? nullptr : &*found;
}

Result<AccountBook> load_accounts(ports::Store& store, const ports::CommitHead& head) {
  AccountBook book{head, {}, {}};
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kAccountRecord), head.seq));
  if (records.empty()) return book;
  GUATU_TRY(const auto personal, store.load_personal());
  const json::PersonalVault vault(personal, nullptr);
  for (const auto& record : records) {
    GUATU_TRY(auto account, json::decode_account(record.body, vault));
    book.accounts.push_back(std::move(account));
  }
  GUATU_TRY(const auto tokens, store.load_newest(std::string(json::kTokenRecord), head.seq));
  for (const auto& record : tokens) {
    GUATU_TRY(auto token, json::decode_token(record.body));
    book.tokens.push_back(std::move(token));
  }
  return book;
}

Result<AccountBook> accounts_moved_on(ports::Store& store, const AccountBook& before, const ports::CommitHead& head) {
  constexpr std::int64_t kMostCommits = 100;
  const auto added = head.seq - before.head.seq;
  if (added <= 0 || added > kMostCommits) return load_accounts(store, head);
  GUATU_TRY(const auto commits, store.load_commits(before.head.seq, before.head.seq));
  GUATU_TRY(const auto growth, store.load_growth(before.head.seq + 1, head.seq));
  const bool changed = std::ranges::any_of(growth.rows, [](const ports::Growth::Row& row) {
    return row.record.type == json::kAccountRecord || row.record.type == json::kTokenRecord;
  });
  if (changed || commits.empty() || commits.front().head != before.head) return load_accounts(store, head);
  auto book = before;
  book.head = head;
  return book;
}

Result<AccountAnswer> add_account(const ActingSession& session, const NewAccount& wanted) {
  GUATU_CHECK(check_right(session, access::Right::ManageAccounts));
  if (!wanted.posts.empty()) GUATU_CHECK(check_right(session, access::Right::GiveRoles));
  access::Account account{wanted.name, trim(wanted.display_name), wanted.posts, {}, true, false};
  return until_written(session.store, [&]() -> Result<AccountAnswer> {
    GUATU_TRY(auto desk, load_desk(session));
    auto reasons = access::name_objections(account.name);
    if (desk.book.find(account.name) != nullptr)
      reasons.push_back({"账号名“" + account.name + "”已有人使用", "the name \"" + account.name + "\" is taken"});
    for (const auto& each : {access::post_objections(account.posts, desk.version.campaign),
                             access::password_objections(wanted.password, account.name)})
      reasons.insert(reasons.end(), each.begin(), each.end());
    if (!reasons.empty()) return refused(account.name, std::move(reasons));
    if (account.password.empty()) account.password = ports::hash_password(wanted.password, session.entropy);
    return write_account(session, desk, account, "add");
  });
}

Result<AccountAnswer> set_password(const ActingSession& session, const std::string& name, const std::string& password,
                                   PasswordFor whom) {
  const bool own = whom == PasswordFor::Oneself && session.acting != nullptr && session.acting->account == name;
  GUATU_CHECK(check_right(session, own ? access::Right::OwnAccount : access::Right::ManageAccounts));
  std::string before;
  const auto hashed = ports::hash_password(password, session.entropy);
  auto answer = change_account(session, name, "password", [&](access::Account& account, const campaign::Campaign&) {
    auto reasons = access::password_objections(password, name);
    if (own && ports::password_matches(account.password, password))
      reasons.push_back({"新密码不能与原密码相同", "the new password is the old one"});
    before = std::exchange(account.password, hashed);
    account.must_change_password = !own;
    return reasons;
  });
  if (answer) forget_password(session, before);
  return answer;
}

Result<AccountAnswer> give_posts(const ActingSession& session, const std::string& name,
                                 std::vector<access::Post> posts) {
  GUATU_CHECK(check_right(session, access::Right::GiveRoles));
  return change_account(session, name, "posts", [&](access::Account& account, const campaign::Campaign& campaign) {
    account.posts = posts;
    return access::post_objections(posts, campaign);
  });
}

Result<AccountAnswer> set_disabled(const ActingSession& session, const std::string& name, bool disabled) {
  GUATU_CHECK(check_right(session, access::Right::ManageAccounts));
  const auto action = disabled ? "disable" : "enable";
  return change_account(session, name, action, [&](access::Account& account, const campaign::Campaign&) {
    account.disabled = disabled;
    const bool self = disabled && session.acting != nullptr && session.acting->account == name;
    return self ? std::vector<Bilingual>{{"不能停用自己的账号", "nobody disables his own account"}}
                : std::vector<Bilingual>{};
  });
}

Result<TokenAnswer> issue_token(const ActingSession& session, access::Token token) {
  GUATU_CHECK(check_right(session, access::Right::GiveRoles));
  return until_written(session.store, [&]() -> Result<TokenAnswer> {
    GUATU_TRY(auto desk, load_desk(session));
    const auto* account = desk.book.find(token.account);
    if (account == nullptr) return unknown_account(token.account);
    const auto today = shanghai_day(session.clock.now());
    if (auto reasons = token_objections(token, *account, today); !reasons.empty())
      return refused(token.account, std::move(reasons));
    auto commit = session.begin_commit(desk.version.campaign, "token issue", token.account, token.purpose);
    commit.records.push_back({std::string(json::kTokenRecord), token.id, json::encode_token(token)});
    GUATU_TRY(const auto head, session.store.append(commit, desk.head.seq));
    return TokenAnswer{token, head.seq};
  });
}

Result<TokenAnswer> revoke_token(const ActingSession& session, const std::string& id) {
  GUATU_CHECK(check_right(session, access::Right::GiveRoles));
  return until_written(session.store, [&]() -> Result<TokenAnswer> {
    GUATU_TRY(auto desk, load_desk(session));
    const auto found = std::ranges::find(desk.book.tokens, id, &access::Token::id);
    if (found == desk.book.tokens.end())
      return make_error(ErrorKind::NotFound, id, "没有这个令牌", "there is no such token");
    if (found->revoked) return TokenAnswer{*found, desk.head.seq};
    found->revoked = true;
    auto commit = session.begin_commit(desk.version.campaign, "token revoke", found->account);
    commit.records.push_back({std::string(json::kTokenRecord), id, json::encode_token(*found)});
    GUATU_TRY(const auto head, session.store.append(commit, desk.head.seq));
    return TokenAnswer{*found, head.seq};
  });
}

}  // namespace guatu::usecases
