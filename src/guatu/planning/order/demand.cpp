#include "guatu/planning/order/demand.hpp"

namespace guatu::planning::order {
namespace {

constexpr std::size_t kParts = 8;  ///< Fixed, so that sums do not depend on how many run side by side.

}  // namespace

Market::Market(const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days)
    : problem_(problem),
      windows_(windows),
      latest_(latest),
      days_(days),
      leading_(leading_predecessors(problem, windows)),
      parts_(kParts) {}

Demand Market::ask(const Prices& prices, const Together& together) {
  const PriceSums sums(prices, days_);
  Demand demand;
  demand.worth.assign(problem_.projects(), 0);
  together(kParts, [&](std::size_t part) { ask_part(part, sums, demand.worth); });
  demand.excess.assign(prices.of.size(), 0);
  for (std::uint32_t department = 0; department < problem_.departments(); ++department)
    for (Day day = 0; day < days_; ++day) {
      const auto cell = prices.at(department, day);
      demand.bound += problem_.desks[department] * prices.of[cell];
      demand.excess[cell] = -problem_.desks[department];
    }
  for (const auto& part : parts_) {
    demand.bound += part.worth;
    for (std::size_t cell = 0; cell < demand.excess.size(); ++cell)
      demand.excess[cell] += part.used[cell];
  }
  return demand;
}

void Market::ask_part(std::size_t index, const PriceSums& sums, std::vector<double>& worth) {
  auto& part = parts_[index];
  part.worth = 0;
  part.used.assign(static_cast<std::size_t>(problem_.departments()) * static_cast<std::size_t>(days_), 0);
  ProjectPricer pricer(problem_, windows_, leading_, days_);
  std::vector<Day> starts;
  const auto first = static_cast<std::uint32_t>(problem_.projects() * index / kParts);
  const auto last = static_cast<std::uint32_t>(problem_.projects() * (index + 1) / kParts);
  for (auto project = first; project < last; ++project) {
    worth[project] = 1 - pricer.cheapest(project, sums, latest_);
    if (worth[project] <= 0) continue;
    part.worth += worth[project];
    pricer.read_starts(project, latest_, starts);
    const auto own = problem_.of_project(project);
    for (auto i = own.begin; i < own.end; ++i) {
      const auto cell = static_cast<std::size_t>(problem_.department[i]) * static_cast<std::size_t>(days_) +
                        static_cast<std::size_t>(starts[i - own.begin]);
      for (int day = 0; day < problem_.desk_days[i]; ++day)
        part.used[cell + static_cast<std::size_t>(day)] += 1;
    }
  }
}

}  // namespace guatu::planning::order
