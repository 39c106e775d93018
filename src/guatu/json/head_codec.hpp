#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/ports/store.hpp"

/// A signed head as a small file that the office keeps apart from the store:
/// {seq, recorded_at, digest, key, signature, signed_at}
namespace guatu::json {

[[nodiscard]] std::string encode_signed_head(const ports::HeadSignature& signature);
/// Errors: InvalidInput naming `source`.
[[nodiscard]] Result<ports::HeadSignature> decode_signed_head(std::string_view text, const std::string& source);

/// {fingerprint, public_key, private_key_file}; the file is left out when empty.
[[nodiscard]] std::string encode_key(const std::string& fingerprint, const std::string& public_pem,
                                     const std::string& private_file);

}  // namespace guatu::json
