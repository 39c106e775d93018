#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/access/token.hpp"
#include "guatu/json/body_fault.hpp"

/// What is asked about accounts. None and faults where a body cannot be understood.
namespace guatu::json {

struct SignIn {
  std::string name, password;
};
[[nodiscard]] std::optional<SignIn> decode_sign_in(std::string_view body, BodyFaults& faults);

struct PasswordChange {
  std::string current, wanted;
};
/// {current_password, new_password}
[[nodiscard]] std::optional<PasswordChange> decode_password_change(std::string_view body, BodyFaults& faults);

/// {role, unit}
[[nodiscard]] std::optional<access::Post> decode_post_choice(std::string_view body, BodyFaults& faults);

struct AccountWish {
  std::string name, display_name, password;
};
/// {name, display_name, password}
[[nodiscard]] std::optional<AccountWish> decode_new_account(std::string_view body, BodyFaults& faults);

/// {disabled?, password?}: one of them at least.
struct AccountChange {
  std::optional<bool> disabled;
  std::optional<std::string> password;
};
[[nodiscard]] std::optional<AccountChange> decode_account_change(std::string_view body, BodyFaults& faults);

/// {posts:[{role, unit, from?, until?}]}
[[nodiscard]] std::optional<std::vector<access::Post>> decode_posts(std::string_view body, BodyFaults& faults);

/// {account, role, unit, scope:[right], purpose, until}; without digest and id.
[[nodiscard]] std::optional<access::Token> decode_token_wish(std::string_view body, BodyFaults& faults);

}  // namespace guatu::json
