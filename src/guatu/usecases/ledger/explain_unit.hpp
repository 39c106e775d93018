#pragma once

#include <string>
#include <vector>

#include "guatu/usecases/ledger/figures_on_day.hpp"

namespace guatu::usecases {

/// The rows behind a unit's rate in one league.
struct UnitExplanation {
  const campaign::LeagueRule* rule = nullptr;  ///< Of the campaign that was asked.
  std::vector<std::string> also;               ///< Other leagues that rank the unit or name it as unranked.
  std::vector<leagues::ExplainRow> rows;
};

/// `league`: which one; empty: the first that ranks the unit, otherwise the first that names it as unranked.
/// Errors: NotFound when the unit is in no such league.
[[nodiscard]] Result<UnitExplanation> explain_unit(const Known& known, Date as_of, const leagues::Leagues& leagues,
                                                   const UnitCode& unit, const std::string& league);

}  // namespace guatu::usecases
