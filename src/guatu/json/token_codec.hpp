#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guatu/access/token.hpp"

namespace guatu::json {

/// {tokens:[{id, account, post, scope, purpose, until, revoked}]}
[[nodiscard]] std::string encode_tokens(const std::vector<access::Token>& tokens);

/// {seq, token:{…}, secret}: the secret only where it was just made, otherwise null.
[[nodiscard]] std::string encode_token_answer(const access::Token& token, const std::string& secret, std::int64_t seq);

}  // namespace guatu::json
