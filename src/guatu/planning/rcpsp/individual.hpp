#pragma once

#include <vector>

#include "guatu/planning/rcpsp/schemes.hpp"

namespace guatu::planning::rcpsp {

/// One schedule of a population, on the side of its population.
struct Individual {
  std::vector<Time> starts;
  std::vector<Activity> list;  ///< Its order on the other side: by decreasing finish.
  Time makespan = 0;
};

}  // namespace guatu::planning::rcpsp
