#pragma once

#include <optional>

#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"

namespace guatu::store {

/// The first thing wrong: in the commits in their order, then at the end of the chain, then beside it (blobs, personal
/// values, the list of newest records), then in the engine's own files.
/// Cost: reads every byte of the store once.
[[nodiscard]] std::optional<ports::ChainFault> walk_chain(soci::session& session, const Dialect& dialect,
                                                          const std::optional<ports::CommitHead>& seen);

}  // namespace guatu::store
