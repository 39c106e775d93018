#pragma once

#include <functional>

#include "guatu/planning/order/pricing.hpp"
#include "guatu/planning/order/together.hpp"

/// How many projects no plan whatever can finish by a date. Desk days get prices; what all desks earn, plus what is left of 1
/// for each project beyond the least price of the desk days it needs, is such a bound whatever the prices are (Lagrangian
/// relaxation of the desks). Good prices come from a linear program over how much of each project is finished, whose rows
/// say what projects must use of a department between two days.
namespace guatu::planning::order {

struct BoundOptions {
  int rounds = 14;     ///< Of new rows.
  int refinings = 60;  ///< Of the prices, day by day.
};

struct Bound {
  double value = 0;
  double program = 0;  ///< What the linear program says; `value` is not above it when it was solved to its end.
  Prices prices;       ///< From which `value` can be computed anew.
  std::vector<double>
      worth;  ///< Of each project: 1 less its price; below 0 it takes more from others than it is worth.
  std::vector<double> share;  ///< Of each project, as the linear program would finish it.
  std::size_t rows = 0;
};

/// `days` and `latest` are those of one date. `go_on` is asked now and then; the bound holds whenever it stops.
/// Cost: O(rounds · procedures · days) and the linear program, some hundred rows.
[[nodiscard]] Bound make_bound(
    const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days,
    const BoundOptions& options = {}, const Together& together = one_after_the_other,
    const std::function<bool()>& go_on = [] { return true; });

}  // namespace guatu::planning::order
