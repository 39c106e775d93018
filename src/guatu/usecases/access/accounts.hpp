#pragma once

#include <string>
#include <vector>

#include "guatu/access/token.hpp"
#include "guatu/usecases/access/acting_session.hpp"

/// Accounts with their posts, as records of the journal: who was given which post by whom stands in the chain.
/// Source: rules 6; domain 6.1.
namespace guatu::usecases {

struct AccountBook {
  ports::CommitHead head;
  std::vector<access::Account> accounts;  ///< By name.
  std::vector<access::Token> tokens;      ///< By id.

  [[nodiscard]] const access::Account* find(const std::string& name) const;
  [[nodiscard]] const access::Token* find_token(const std::string& digest) const;
};

[[nodiscard]] Result<AccountBook> load_accounts(ports::Store& store, const ports::CommitHead& head);
/// The same, read again only when a commit since `before` was about an account or a token.
[[nodiscard]] Result<AccountBook> accounts_moved_on(ports::Store& store, const AccountBook& before,
                                                    const ports::CommitHead& head);

/// What a change of an account answers.
struct AccountAnswer {
  access::Account account;
  std::int64_t seq = 0;
};

struct NewAccount {
  std::string name, display_name;
  std::vector<access::Post> posts;  ///< Given by the security administrator, or on the office's own machine.
  std::string password;             ///< The first one; it has to be changed.
};

/// Errors of all below: `access::forbidden`; NotFound for the account; Refused with every reason; StoreFailed.
[[nodiscard]] Result<AccountAnswer> add_account(const ActingSession& session, const NewAccount& wanted);

/// Who sets a password for somebody else knows it, so it has to be changed.
enum class PasswordFor { Oneself, SomebodyElse };
[[nodiscard]] Result<AccountAnswer> set_password(const ActingSession& session, const std::string& name,
                                                 const std::string& password, PasswordFor whom);
[[nodiscard]] Result<AccountAnswer> give_posts(const ActingSession& session, const std::string& name,
                                               std::vector<access::Post> posts);
[[nodiscard]] Result<AccountAnswer> set_disabled(const ActingSession& session, const std::string& name, bool disabled);

struct TokenAnswer {
  access::Token token;
  std::int64_t seq = 0;
};
/// `token.digest` is that of a secret that the caller has made. Errors: as above; also for a scope beyond the post's.
[[nodiscard]] Result<TokenAnswer> issue_token(const ActingSession& session, access::Token token);
[[nodiscard]] Result<TokenAnswer> revoke_token(const ActingSession& session, const std::string& id);

}  // namespace guatu::usecases
