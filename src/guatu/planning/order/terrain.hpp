#pragma once

#include <vector>

#include "guatu/planning/order/bound.hpp"
#include "guatu/planning/order/plan.hpp"

/// What does not change while plans are searched: prices, what projects are worth at them, who works where.
namespace guatu::planning::order {

struct Terrain {
  Terrain(const Problem& of_problem, const Windows& of_windows, const Bound& bound, const Weights& of_weights);

  const Problem& problem;
  const Windows& windows;
  Weights weights;
  Prices prices;              ///< Of the bound, for all days up to the second date.
  std::vector<double> level;  ///< What a day of a busy department is worth.
  std::vector<std::uint32_t> leading;
  std::vector<double> worth;                          ///< Of each project at the prices.
  std::vector<double> work;                           ///< Desk days of each project.
  std::vector<char> possible_first, possible_second;  ///< Whether a project can be finished by the date at all.
  std::vector<std::vector<std::uint32_t>> cases_of;   ///< Procedures with desk work, by department.
  std::vector<double> department_weight;              ///< Running sums of what a department's desks earn.

 private:
  void read_prices(const Prices& given);
};

/// Which part of the work may be changed apart from which: a number for each department, kEverywhere for one that works with
/// most others (the city's), as offices of one district work with each other.
inline constexpr std::uint32_t kEverywhere = 0xffffffff;
[[nodiscard]] std::vector<std::uint32_t> neighbouring_departments(const Problem& problem);

}  // namespace guatu::planning::order
