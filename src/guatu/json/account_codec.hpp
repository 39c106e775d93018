#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/access/account.hpp"
#include "guatu/access/token.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/json/personal_vault.hpp"
#include "guatu/ports/session_desk.hpp"

/// Accounts and tokens: canonical bytes in the journal, and what is answered about them.
namespace guatu::json {

/// Record types of the journal, beside those of `record_codec`. Subjects: the account's name, the token's id.
inline constexpr std::string_view kAccountRecord = "account";
inline constexpr std::string_view kTokenRecord = "token";

/// Name and password are personal: the body holds their salted digests. Errors of decoding: IntegrityBroken.
[[nodiscard]] std::string encode_account(const access::Account& account, PersonalVault& vault);
[[nodiscard]] Result<access::Account> decode_account(std::string_view body, const PersonalVault& vault);

[[nodiscard]] std::string encode_token(const access::Token& token);
[[nodiscard]] Result<access::Token> decode_token(std::string_view body);

/// "reporter@150402" → a post without days; none when it is no post.
[[nodiscard]] std::optional<access::Post> parse_post_text(std::string_view text);

/// {name, display_name, must_change_password, post, posts:[…], rights:[{right, name, name_en, reach, …}], csrf_token, …}
struct MeDocument {
  access::Account account;
  std::optional<access::Post> post;  ///< The one that acts.
  std::vector<access::Post> posts;   ///< All that are held today.
  std::string csrf_token;            ///< Empty for a token or where nobody has to sign in.
  std::string signed_in_by;          ///< "session", "token", "machine"
  std::string idle_ends_at, ends_at;
};
[[nodiscard]] std::string encode_me(const MeDocument& document, const campaign::Campaign& campaign);

/// {seq, accounts:[{name, display_name, disabled, must_change_password, posts:[…]}]}
[[nodiscard]] std::string encode_accounts(const std::vector<access::Account>& accounts,
                                          const campaign::Campaign& campaign, std::int64_t seq);
/// One of them.
[[nodiscard]] std::string encode_account_answer(const access::Account& account, const campaign::Campaign& campaign,
                                                std::int64_t seq);

/// {sessions:[{id, account, post, address, agent, created_at, used_at, current}]}
[[nodiscard]] std::string encode_sessions(const std::vector<ports::StoredSession>& sessions,
                                          const std::string& current_id);

/// {roles:[…], rights:[{right, …, gate, reach:{role: reach}}], fields:[{field, right}]}
[[nodiscard]] std::string encode_rights();

}  // namespace guatu::json
