#pragma once

#include <string>
#include <string_view>

#include "guatu/ports/store.hpp"

/// Passwords as they are kept: Argon2id (RFC 9106) in the form "$argon2id$v=19$m=…", with a salt of their own. One takes
/// 19 MiB and some tens of milliseconds, so whoever serves many lets only a few at a time.
namespace guatu::ports {

[[nodiscard]] std::string hash_password(std::string_view password, Entropy& entropy);

/// False also for what is no hash; that takes as long as a real one when it is empty.
[[nodiscard]] bool password_matches(std::string_view hash, std::string_view password);

}  // namespace guatu::ports
