#pragma once

#include <string>
#include <vector>

#include "guatu/planning/order/plan.hpp"

/// Checks that share nothing with what makes plans and bounds: every plan that leaves the engine has passed them.
namespace guatu::planning::order {

/// What is wrong with a plan, each with its place; and what the plan reaches, counted anew.
struct Verdict {
  std::vector<std::string> faults;
  Finished finished;
};

/// Cost: O(procedures · log procedures + arcs).
[[nodiscard]] Verdict validate(const Problem& problem, const Plan& plan);

/// How many projects no plan whatever can finish within `days`, computed from the prices of desk days alone: what all desks
/// together would earn, and what is left of 1 for each project beyond the least price of the desk days that it needs.
/// Shape: `prices[department · days + day]`, none below 0.
/// Cost: O(procedures · days · arcs of each); written to be checked by reading, not to be fast.
[[nodiscard]] double recompute_bound(const Problem& problem, const std::vector<double>& prices, Day days);

}  // namespace guatu::planning::order
