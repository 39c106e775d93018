#pragma once

#include <optional>
#include <vector>

#include "guatu/planning/order/problem.hpp"

/// Between which days a procedure can start at all, were every desk free: what the chains of a project alone allow.
namespace guatu::planning::order {

/// Shape: an entry for each procedure.
struct Windows {
  std::vector<Day> earliest;  ///< First possible start.
  std::vector<Day>
      latest_first;  ///< Last start with which its project still ends by the first date; may be below earliest.
  std::vector<Day> latest_second;  ///< The same for the second date.
};

/// Cost: O(procedures + arcs).
[[nodiscard]] Windows make_windows(const Problem& problem);

/// The first procedure of the project, in order of work, that cannot start in time for the date even with every desk free;
/// none when the project can be finished. `latest` is one of the two of `Windows`.
[[nodiscard]] std::optional<std::uint32_t> find_breaking(const Problem& problem, const Windows& windows,
                                                         const std::vector<Day>& latest, std::uint32_t project);

}  // namespace guatu::planning::order
