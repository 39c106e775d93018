#include "guatu/planning/order/windows.hpp"

#include <algorithm>

namespace guatu::planning::order {
namespace {

std::vector<Day> latest_starts(const Problem& problem, Day days) {
  std::vector<Day> latest(problem.procedures());
  for (std::uint32_t i = problem.procedures(); i-- > 0;) {
    Day end = days;
    const auto arcs = problem.successors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc)
      end = std::min(end, latest[problem.after[arc]]);
    latest[i] = end - problem.length(i);
  }
  return latest;
}

}  // namespace

Windows make_windows(const Problem& problem) {
  Windows windows;
  windows.earliest = problem.not_before;
  for (std::uint32_t i = 0; i < problem.procedures(); ++i) {
    const auto arcs = problem.predecessors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc) {
      const auto before = problem.before[arc];
      windows.earliest[i] = std::max(windows.earliest[i], windows.earliest[before] + problem.length(before));
    }
  }
  windows.latest_first = latest_starts(problem, problem.first_days);
  windows.latest_second = latest_starts(problem, problem.second_days);
  return windows;
}

std::optional<std::uint32_t> find_breaking(const Problem& problem, const Windows& windows,
                                           const std::vector<Day>& latest, std::uint32_t project) {
  const auto own = problem.of_project(project);
  for (auto i = own.begin; i < own.end; ++i)
    if (windows.earliest[i] > latest[i]) return i;
  return std::nullopt;
}

}  // namespace guatu::planning::order
