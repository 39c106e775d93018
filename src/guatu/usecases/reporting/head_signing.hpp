#pragma once

#include <optional>
#include <vector>

#include "guatu/ports/head_signature.hpp"
#include "guatu/ports/sm2_key.hpp"
#include "guatu/usecases/session.hpp"

/// The head of the ledger under the office's key. Who keeps a signed head outside the store can show later that the chain was
/// computed anew or cut off. Source: rules 3.
namespace guatu::usecases {

/// Signs the store's head by the session's clock and keeps the signature.
/// Errors: Refused when nothing is recorded yet; Conflict when somebody wrote in between; StoreFailed.
[[nodiscard]] Result<ports::HeadSignature> sign_head(const Session& session, const ports::Sm2Key& key);

/// The earliest signed head that covers what was computed from everything up to commit `seq`; none when nobody signed.
[[nodiscard]] Result<std::optional<ports::HeadSignature>> find_covering_signature(ports::Store& store,
                                                                                  std::int64_t seq);

/// What is wrong with the signatures that `key` is said to have made, the first in order of their numbers; none when all
/// hold and one of them covers commit `covered` (0: none need be there). Foreign keys' signatures are not judged.
[[nodiscard]] std::optional<Bilingual> signature_fault(const std::vector<ports::HeadSignature>& signatures,
                                                       const ports::Sm2Key& key, std::int64_t covered);

}  // namespace guatu::usecases
