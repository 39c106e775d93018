#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "guatu/access/account.hpp"
#include "guatu/access/rights.hpp"

namespace guatu::access {

/// A key for a program. It acts for an account in one of its posts, and may do no more than its scope says.
struct Token {
  std::string id;
  std::string digest;  ///< SM3 of the secret, which is shown once and kept nowhere.
  std::string account;
  Post post;
  std::set<Right> scope;
  std::string purpose;
  Date until;
  bool revoked = false;

  friend bool operator==(const Token&, const Token&) = default;
};

}  // namespace guatu::access
