#pragma once

#include <cstdint>

#include "guatu/planning/order/problem.hpp"

/// Campaigns "C-1" made up from a seed: what orders of work are measured on. Twelve kinds of procedures, six bureaus in each
/// district and the same six at the city. Medians are plausible guesses, not records of any place.
namespace guatu::planning::order {

struct CampaignShape {
  std::uint32_t projects = 300;
  std::uint32_t districts = 13;
  Day first_days = 68, second_days = 91;  ///< 20 November 2022 to the end of February, and of March.
  double load = 1.0;  ///< Desk days asked for, to 72 % of those that the desks have until the first date.
  std::uint64_t seed = 1;
};

/// Draws in this order, for each project: district, whether it is there from the first day, if not its day; investment; size;
/// then for each kind: present (only where it may be absent), decided by the city (only where it may be either), desk days,
/// lag. Desks follow from the sums. The same shape gives the same bytes.
[[nodiscard]] ProblemInput make_campaign(const CampaignShape& shape);

}  // namespace guatu::planning::order
