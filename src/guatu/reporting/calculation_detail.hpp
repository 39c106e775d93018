#pragma once

#include <cstdint>

#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/sheet_model.hpp"

namespace guatu::reporting {

/// The rows behind a ranking, a project a line: its shares of denominator and numerator, and in words what counts, what does
/// not and why. A unit's shares add up to its place in the ranking. Source: rules 5, 排名测算表.
[[nodiscard]] SheetModel calculation_detail(const BulletinInput& input, const leagues::LeagueTable& table,
                                            const campaign::LeagueRule& rule, std::int64_t index);

}  // namespace guatu::reporting
