#include "guatu/planning/rcpsp/solve.hpp"

#include "guatu/base/contract.hpp"
#include "guatu/planning/rcpsp/bounds.hpp"
#include "guatu/planning/rcpsp/search.hpp"
#include "guatu/planning/rcpsp/validator.hpp"

namespace guatu::planning::rcpsp {

Solution solve(const Instance& instance, const SolveRequest& request) {
  GUATU_REQUIRE(request.schedules >= 1 && request.schedules <= kMostSchedules);
  const auto bound = lower_bound(instance);
  Search search(instance, {request.schedules, request.seed, bound});
  search.run();
  GUATU_REQUIRE(schedule_faults(instance, search.starts()).empty());
  GUATU_REQUIRE(search.makespan() >= bound);
  return {search.makespan(), bound, search.schedules(), search.starts()};
}

}  // namespace guatu::planning::rcpsp
