#pragma once

#include <cstdint>
#include <functional>

#include "guatu/planning/order/bound.hpp"
#include "guatu/planning/order/plan.hpp"

/// The order of work that finishes the most projects: a first plan by insertion, then neighbourhoods of it taken apart and put
/// together again, guided by the prices of the bound.
namespace guatu::planning::order {

struct SearchOptions {
  Weights weights{3, 1};
  std::uint64_t seed = 1;
  std::int64_t iterations = 200'000;
};

/// How far it is.
struct Progress {
  std::int64_t iterations = 0;
  Finished best;
};

struct SearchResult {
  Plan plan;
  Finished finished;
  std::int64_t iterations = 0;
};

/// The same problem, options and bound give the same plan, however parts are run. `go_on` is asked between rounds; a search
/// that it stops gives the best so far.
[[nodiscard]] SearchResult search(
    const Problem& problem, const Windows& windows, const Bound& bound, const SearchOptions& options,
    const Together& together = one_after_the_other,
    const std::function<bool(const Progress&)>& go_on = [](const Progress&) { return true; });

}  // namespace guatu::planning::order
