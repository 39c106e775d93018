#pragma once

#include <string>

#include "guatu/ports/store.hpp"

/// Signing the head of the chain. Source: rules 3, "signed by a key outside the store".
namespace guatu::ports {

/// What is signed: fields as in `store/chain.hpp` (length, colon, bytes, comma): "guatu-head-1" seq recorded_at digest.
/// `openssl dgst -sm3` with the SM2 id 1234567812345678 over these bytes checks a signature without this program.
[[nodiscard]] std::string bytes_to_sign(const CommitHead& head);

}  // namespace guatu::ports
