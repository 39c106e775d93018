#pragma once

#include "guatu/counting/tally_input.hpp"
#include "guatu/ledger/ledger.hpp"

/// The door from the ledger to counting: what every project looks like on one day.
namespace guatu::usecases {

/// Projects that are in the campaign on `as_of`, by id. Cost: O(parts).
[[nodiscard]] counting::TallyInput tally_from_ledger(const ledger::Ledger& ledger, const campaign::Campaign& campaign,
                                                     Date as_of);

}  // namespace guatu::usecases
