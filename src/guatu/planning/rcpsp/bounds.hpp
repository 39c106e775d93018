#pragma once

#include "guatu/planning/rcpsp/paths.hpp"

/// What no schedule can be shorter than. Each bound holds on its own.
namespace guatu::planning::rcpsp {

/// For every resource and every set of activities that begin after `a` and are followed by `b`: `a`, the time that the
/// resource needs for the set alone, and `b`.
/// Cost:  n² for each resource; beyond 2,000 activities only the set of all.
[[nodiscard]] Time capacity_bound(const Instance& instance, const Paths& paths);

/// The work that has to lie between two moments if everything ends by `deadline` exceeds a resource: no schedule is that
/// short. False means that nothing was proved.
/// Source: Baptiste, Le Pape, Nuijten, "Satisfiability tests and time-bound adjustments for cumulative scheduling
///         problems", Annals of Operations Research 92 (1999), without the adjustments.
/// Cost:   n³ for each resource.
[[nodiscard]] bool energy_forbids(const Instance& instance, const Paths& paths, Time deadline);

/// The best of the critical path, the capacities and, up to 250 activities, the deadlines that energy forbids.
[[nodiscard]] Time lower_bound(const Instance& instance);

}  // namespace guatu::planning::rcpsp
