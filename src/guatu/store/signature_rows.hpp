#pragma once

#include <vector>

#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"

/// Rows of head_signatures.
namespace guatu::store {

/// Inside the caller's transaction.
void put_signature_row(soci::session& session, const ports::HeadSignature& signature);
[[nodiscard]] std::vector<ports::HeadSignature> load_signature_rows(soci::session& session);

}  // namespace guatu::store
