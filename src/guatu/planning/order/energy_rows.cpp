#include "guatu/planning/order/energy_rows.hpp"

#include <algorithm>
#include <cmath>

namespace guatu::planning::order {
namespace {

constexpr double kLeastBreach = 1e-4;

/// Desk days that fall into [from, to) at least.
int least_inside(Day earliest, Day latest, int desk_days, Day from, Day to) {
  return std::max(0, std::min({desk_days, to - from, earliest + desk_days - from, to - latest}));
}

struct Breach {
  double amount;
  Stretch stretch;
};

bool apart(const Stretch& a, const Stretch& b) {
  return std::abs(a.from - b.from) + std::abs(a.to - b.to) >= 8;
}

}  // namespace

EnergyRows::EnergyRows(const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days)
    : problem_(problem), days_(days), cases_(problem.departments()) {
  for (std::uint32_t project = 0; project < problem.projects(); ++project) {
    if (find_breaking(problem, windows, latest, project)) continue;
    const auto thing = static_cast<std::uint32_t>(projects_.size());
    projects_.push_back(project);
    const auto own = problem.of_project(project);
    for (auto i = own.begin; i < own.end; ++i)
      if (problem.desk_days[i] > 0)
        cases_[problem.department[i]].push_back({thing, windows.earliest[i], latest[i], problem.desk_days[i]});
  }
}

std::vector<Stretch> EnergyRows::broken(std::uint32_t department, const std::vector<double>& shares,
                                        std::size_t most) const {
  std::vector<Breach> breaches;
  const auto size = static_cast<std::size_t>(days_) + 1;
  std::vector<double> asked(size);
  for (Day from = 0; from < days_; ++from) {
    // asked[to]: by second differences, as what falls inside grows by one a day between two days.
    std::ranges::fill(asked, 0.0);
    for (const auto& one : cases_[department]) {
      const double share = shares[one.thing];
      const int reach = std::min(one.desk_days, one.earliest + one.desk_days - from);
      if (share <= 0 || reach <= 0) continue;
      const Day begin = std::max(one.latest, from);
      // least_inside is to - max(from, latest) from there on, until it is what can be inside at all.
      asked[static_cast<std::size_t>(begin)] += share;
      const Day end = begin + reach;
      if (end <= days_) asked[static_cast<std::size_t>(end)] -= share;
    }
    double slope = 0, sum = 0;
    Breach worst{kLeastBreach, {}};
    for (Day to = from + 1; to <= days_; ++to) {
      slope += asked[static_cast<std::size_t>(to - 1)];
      sum += slope;
      const double amount =
          (sum - problem_.desks[department] * (to - from)) / std::sqrt(static_cast<double>(to - from));
      if (amount > worst.amount) worst = {amount, {department, from, to}};
    }
    if (worst.amount > kLeastBreach) breaches.push_back(worst);
  }
  std::ranges::sort(breaches, [](const Breach& a, const Breach& b) {
    return a.amount != b.amount ? a.amount > b.amount : a.stretch.from < b.stretch.from;
  });
  std::vector<Stretch> chosen;
  for (const auto& breach : breaches) {
    if (chosen.size() >= most) break;
    if (std::ranges::all_of(chosen, [&](const Stretch& other) { return apart(other, breach.stretch); }))
      chosen.push_back(breach.stretch);
  }
  return chosen;
}

PackingProgram::Row EnergyRows::row(const Stretch& stretch) const {
  PackingProgram::Row row;
  row.limit = static_cast<double>(problem_.desks[stretch.department]) * (stretch.to - stretch.from);
  for (const auto& one : cases_[stretch.department]) {
    const int inside = least_inside(one.earliest, one.latest, one.desk_days, stretch.from, stretch.to);
    if (inside <= 0) continue;
    if (!row.entries.empty() && row.entries.back().first == one.thing) {
      row.entries.back().second += inside;
    } else {
      row.entries.emplace_back(one.thing, inside);
    }
  }
  return row;
}

}  // namespace guatu::planning::order
