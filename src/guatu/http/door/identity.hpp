#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guatu/access/token.hpp"

/// Who asks.
namespace guatu::http {

enum class SignedInBy {
  Machine,  ///< There are no accounts: whoever reaches this machine's loopback is the office.
  Nobody,   ///< There are accounts, and none was named.
  Session,  ///< A browser's cookie.
  Token,    ///< A program's Authorization: Bearer.
};

struct Identity {
  SignedInBy by = SignedInBy::Machine;
  access::Account account;
  std::vector<access::Post> posts;               ///< Held today.
  std::optional<access::Acting> acting;          ///< In the post that was chosen; none without a post.
  std::optional<std::set<access::Right>> scope;  ///< Of a token.
  std::string session_digest, session_id;
  std::string csrf_token;  ///< What a write of this session has to bring.
  std::int64_t created_at = 0, used_at = 0;

  /// For commits: "user:zhang", "token:4f2a (zhang)".
  std::string actor;
};

}  // namespace guatu::http
