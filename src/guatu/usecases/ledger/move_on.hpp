#pragma once

#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::usecases {

/// Everything known at `head`, made from what was known at an earlier commit of the same chain and what was added since:
/// the same as `load_known` would read, at the cost of the addition. Errors: as of `load_known`.
[[nodiscard]] Result<Known> move_on(ports::Store& store, const Known& before, const ports::CommitHead& head);

}  // namespace guatu::usecases
