#pragma once

#include "guatu/access/rights.hpp"
#include "guatu/evidence/document.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::usecases {

/// Whose row a place is, for the table of rights: the responsible unit on the day, the line department of the procedure.
[[nodiscard]] access::WrittenRow row_of(const Known& known, const evidence::Place& place, Date today);

}  // namespace guatu::usecases
