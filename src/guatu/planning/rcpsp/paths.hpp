#pragma once

#include <vector>

#include "guatu/planning/rcpsp/instance.hpp"

namespace guatu::planning::rcpsp {

/// The longest chains through each activity, resources left out.
struct Paths {
  std::vector<Time> head;  ///< Longest chain that has to end before it: its earliest start.
  std::vector<Time> tail;  ///< Longest chain that has to follow it.
  Time critical = 0;       ///< The longest chain of all: no schedule is shorter.
};

[[nodiscard]] Paths longest_paths(const Instance& instance);

}  // namespace guatu::planning::rcpsp
