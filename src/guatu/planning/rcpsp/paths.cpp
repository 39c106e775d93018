#include "guatu/planning/rcpsp/paths.hpp"

#include <algorithm>
#include <ranges>

namespace guatu::planning::rcpsp {

Paths longest_paths(const Instance& instance) {
  Paths paths;
  paths.head.assign(instance.size(), 0);
  paths.tail.assign(instance.size(), 0);
  const auto order = instance.topological_order();
  for (const auto activity : order) {
    const auto end = paths.head[activity] + instance.duration(activity);
    paths.critical = std::max(paths.critical, end);
    for (const auto successor : instance.successors().of(activity))
      paths.head[successor] = std::max(paths.head[successor], end);
  }
  for (const auto activity : std::views::reverse(order))
    for (const auto successor : instance.successors().of(activity))
      paths.tail[activity] = std::max(paths.tail[activity], instance.duration(successor) + paths.tail[successor]);
  return paths;
}

}  // namespace guatu::planning::rcpsp
