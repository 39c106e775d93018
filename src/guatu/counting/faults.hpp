#pragma once

#include <vector>

#include "guatu/counting/figures.hpp"

/// What is wrong with rows that are counted all the same, or cannot be. Source: rules 4 and 7.
namespace guatu::counting {

/// One a project and code, by project, then code:
/// `missing_authority`   applicable parts without authority; they count with city and county;
/// `no_plan_date`        parts neither finished, handed up nor not applicable, without a plan date;
/// `nothing_applicable`  every part is not applicable: the project is outside every rate, target, league and table.
[[nodiscard]] std::vector<Fault> find_faults(const campaign::Campaign& campaign, const TallyInput& input);

}  // namespace guatu::counting
