#include "guatu/planning/order/pricing.hpp"

#include <algorithm>
#include <limits>

namespace guatu::planning::order {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

PriceSums::PriceSums(const Prices& prices, Day days) : stride_(static_cast<std::size_t>(days) + 1) {
  const auto departments = prices.days == 0 ? 0 : prices.of.size() / static_cast<std::size_t>(prices.days);
  sums_.assign(departments * stride_, 0);
  for (std::uint32_t department = 0; department < departments; ++department) {
    double* sums = sums_.data() + department * stride_;
    for (Day day = 0; day < days; ++day)
      sums[day + 1] = sums[day] + (day < prices.days ? prices.of[prices.at(department, day)] : 0);
  }
}

std::vector<std::uint32_t> leading_predecessors(const Problem& problem, const Windows& windows) {
  std::vector<std::uint32_t> leading(problem.procedures());
  for (std::uint32_t i = 0; i < problem.procedures(); ++i) {
    const auto begin = problem.project_begin[problem.project_of[i]];
    leading[i] = i - begin;
    Day latest = -1;
    const auto arcs = problem.predecessors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc) {
      const auto before = problem.before[arc];
      const Day end = windows.earliest[before] + problem.length(before);
      if (end <= latest) continue;
      latest = end;
      leading[i] = before - begin;
    }
  }
  return leading;
}

double ProjectPricer::cheapest(std::uint32_t project, const PriceSums& sums, const std::vector<Day>& latest) {
  const auto own = problem_->of_project(project);
  const auto& earliest = windows_->earliest;
  for (auto i = own.begin; i < own.end; ++i)
    if (earliest[i] > latest[i]) return kNever;
  if (least_.size() < own.size() * stride_) least_.resize(own.size() * stride_);
  for (auto i = own.begin; i < own.end; ++i) {
    const double* price = sums.of(problem_->department[i]);
    double* least = row(i - own.begin);
    const auto desk_days = problem_->desk_days[i];
    for (Day start = earliest[i]; start <= latest[i]; ++start)
      least[start] = price[start + desk_days] - price[start];
  }
  double total = 0;
  for (auto i = own.end; i-- > own.begin;) {
    const auto k = i - own.begin;
    double* least = row(k);
    for (Day start = latest[i] - 1; start >= earliest[i]; --start)
      least[start] = std::min(least[start], least[start + 1]);
    const auto parent = (*leading_)[i];
    if (parent == k) {
      total += least[earliest[i]];
      continue;
    }
    // What hangs on the parent starts as soon as the parent has ended, or at its own earliest.
    double* above = row(parent);
    const auto p = own.begin + parent;
    const auto length = problem_->length(p);
    for (Day start = earliest[p]; start <= latest[p]; ++start)
      above[start] += least[std::max(start + length, earliest[i])];
  }
  return total;
}

void ProjectPricer::read_starts(std::uint32_t project, const std::vector<Day>& latest, std::vector<Day>& starts) const {
  const auto own = problem_->of_project(project);
  starts.resize(own.size());
  for (auto i = own.begin; i < own.end; ++i) {
    const auto k = i - own.begin;
    const auto parent = (*leading_)[i];
    Day start = windows_->earliest[i];
    if (parent != k) start = std::max(start, starts[parent] + problem_->length(own.begin + parent));
    const double* least = row(k);
    while (start < latest[i] && least[start + 1] <= least[start])
      ++start;
    starts[k] = start;
  }
}

}  // namespace guatu::planning::order
