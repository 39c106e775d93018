#pragma once

#include "guatu/counting/trend.hpp"
#include "guatu/usecases/ledger/figures_on_day.hpp"

namespace guatu::usecases {

/// The curve as it stood on `as_of`: what was published as it was frozen, other past dekads computed from the ledger.
/// Errors: those of loading frozen figures.
[[nodiscard]] Result<counting::Trend> trend_on_day(ports::Store& store, const Known& known, Date as_of);

}  // namespace guatu::usecases
