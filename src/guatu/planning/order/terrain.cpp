#include "guatu/planning/order/terrain.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace guatu::planning::order {
namespace {

/// So that a department whose days cost nothing is visited too.
constexpr double kLeastWeight = 0.05;
/// Of the mean level, for departments that the bound gives no price.
constexpr double kLeastLevel = 0.2;

}  // namespace

Terrain::Terrain(const Problem& of_problem, const Windows& of_windows, const Bound& bound, const Weights& of_weights)
    : problem(of_problem),
      windows(of_windows),
      weights(of_weights),
      leading(leading_predecessors(problem, windows)),
      worth(bound.worth),
      work(problem.projects(), 0),
      cases_of(problem.departments()) {
  for (std::uint32_t i = 0; i < problem.procedures(); ++i) {
    work[problem.project_of[i]] += problem.desk_days[i];
    if (problem.desk_days[i] > 0) cases_of[problem.department[i]].push_back(i);
  }
  read_prices(bound.prices);
  double sum = 0;
  for (std::uint32_t department = 0; department < problem.departments(); ++department) {
    double earned = 0;
    for (Day day = 0; day < prices.days; ++day)
      earned += problem.desks[department] * prices.of[prices.at(department, day)];
    if (!cases_of[department].empty()) sum += kLeastWeight + earned;
    department_weight.push_back(sum);
  }
  for (std::uint32_t project = 0; project < problem.projects(); ++project) {
    possible_first.push_back(find_breaking(problem, windows, windows.latest_first, project) ? 0 : 1);
    possible_second.push_back(find_breaking(problem, windows, windows.latest_second, project) ? 0 : 1);
  }
}

void Terrain::read_prices(const Prices& given) {
  prices = {problem.second_days, {}};
  prices.of.assign(static_cast<std::size_t>(problem.departments()) * static_cast<std::size_t>(problem.second_days), 0);
  level.assign(problem.departments(), 0);
  double sum = 0;
  for (std::uint32_t department = 0; department < problem.departments(); ++department) {
    for (Day day = 0; day < given.days; ++day) {
      const double price = given.of[given.at(department, day)];
      prices.of[prices.at(department, day)] = price;
      level[department] = std::max(level[department], price);
    }
    sum += level[department];
  }
  for (auto& own : level)
    own = std::max(own, kLeastLevel * sum / problem.departments());
}

std::vector<std::uint32_t> neighbouring_departments(const Problem& problem) {
  const auto count = problem.departments();
  std::vector<std::set<std::uint32_t>> partners(count);
  for (std::uint32_t project = 0; project < problem.projects(); ++project) {
    const auto own = problem.of_project(project);
    for (auto i = own.begin; i < own.end; ++i)
      for (auto k = own.begin; k < own.end; ++k)
        partners[problem.department[i]].insert(problem.department[k]);
  }
  std::vector<std::uint32_t> group(count);
  std::iota(group.begin(), group.end(), 0U);
  const auto root = [&](std::uint32_t department) {
    while (group[department] != department)
      department = group[department];
    return department;
  };
  const auto everywhere = [&](std::uint32_t department) { return partners[department].size() * 2 > count; };
  for (std::uint32_t department = 0; department < count; ++department) {
    if (everywhere(department)) continue;
    for (const auto partner : partners[department])
      if (!everywhere(partner)) group[root(partner)] = root(department);
  }
  std::vector<std::uint32_t> result(count);
  for (std::uint32_t department = 0; department < count; ++department)
    result[department] = everywhere(department) ? kEverywhere : root(department);
  return result;
}

}  // namespace guatu::planning::order
