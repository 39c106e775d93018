#include "guatu/planning/order/placement.hpp"

#include <algorithm>
#include <limits>

namespace guatu::planning::order {
namespace {

constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr int kWord = 64;

}  // namespace

Placement::Placement(const Problem& problem, const Windows& windows, const Prices& prices,
                     const std::vector<std::uint32_t>& leading)
    : problem_(problem),
      windows_(windows),
      sums_(prices, problem.second_days),
      leading_(leading),
      desks_(problem),
      start_(problem.procedures(), kUnplanned),
      stride_(static_cast<std::size_t>(problem.second_days) + 1) {}

bool Placement::settle(std::uint32_t procedure, Day start, Range own) {
  if (start == kUnplanned) {
    undo(own);
    return false;
  }
  start_[procedure] = start;
  desks_.take(problem_.department[procedure], start, problem_.desk_days[procedure]);
  return true;
}

void Placement::undo(Range own) {
  for (auto i = own.begin; i < own.end; ++i) {
    if (start_[i] == kUnplanned) continue;
    desks_.give_back(problem_.department[i], start_[i], problem_.desk_days[i]);
    start_[i] = kUnplanned;
  }
}

bool Placement::put(std::uint32_t project, const std::vector<Day>& latest, Manner manner) {
  const auto own = problem_.of_project(project);
  switch (manner) {
    case Manner::Early:
      return put_early(own, latest);
    case Manner::Late:
      return put_late(own, latest);
    case Manner::Priced:
      return put_priced(own, latest);
  }
  return false;
}

void Placement::put_back(std::uint32_t project, const Day* starts) {
  const auto own = problem_.of_project(project);
  for (auto i = own.begin; i < own.end; ++i)
    settle(i, starts[i - own.begin], own);
}

void Placement::take_off(std::uint32_t project) {
  undo(problem_.of_project(project));
}

double Placement::price(std::uint32_t project) const {
  const auto own = problem_.of_project(project);
  double price = 0;
  for (auto i = own.begin; i < own.end; ++i) {
    const double* sums = sums_.of(problem_.department[i]);
    price += sums[start_[i] + problem_.desk_days[i]] - sums[start_[i]];
  }
  return price;
}

bool Placement::put_early(Range own, const std::vector<Day>& latest) {
  for (auto i = own.begin; i < own.end; ++i) {
    Day from = windows_.earliest[i];
    const auto arcs = problem_.predecessors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc)
      from = std::max(from, start_[problem_.before[arc]] + problem_.length(problem_.before[arc]));
    const Day start = problem_.desk_days[i] == 0
                          ? (from <= latest[i] ? from : kUnplanned)
                          : desks_.first_fit(problem_.department[i], from, latest[i], problem_.desk_days[i]);
    if (!settle(i, start, own)) return false;
  }
  return true;
}

bool Placement::put_late(Range own, const std::vector<Day>& latest) {
  for (auto i = own.end; i-- > own.begin;) {
    Day last = latest[i];
    const auto arcs = problem_.successors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc)
      last = std::min(last, start_[problem_.after[arc]] - problem_.length(i));
    const Day from = windows_.earliest[i];
    const Day start = problem_.desk_days[i] == 0
                          ? (from <= last ? last : kUnplanned)
                          : desks_.last_fit(problem_.department[i], from, last, problem_.desk_days[i]);
    if (!settle(i, start, own)) return false;
  }
  return true;
}

/// Prices of the starts that are free; infinite elsewhere.
void Placement::fill(std::uint32_t procedure, std::size_t k, Day last) {
  const auto days = problem_.desk_days[procedure];
  const auto department = problem_.department[procedure];
  const double* sums = sums_.of(department);
  float* price = own_price_.data() + k * stride_;
  for (Day at = windows_.earliest[procedure]; at <= last;) {
    const int told = days == 0 ? kWord : kWord + 1 - days;
    const auto runs = days == 0 ? ~std::uint64_t{0} : desks_.fits(department, at, days);
    const Day end = std::min(last, at + told - 1);
    for (Day start = at; start <= end; ++start)
      price[start] =
          ((runs >> (start - at)) & 1U) != 0U ? static_cast<float>(sums[start + days] - sums[start]) : kNever;
    at = end + 1;
  }
}

bool Placement::put_priced(Range own, const std::vector<Day>& latest) {
  if (own_price_.size() < own.size() * stride_) {
    own_price_.resize(own.size() * stride_);
    least_.resize(own.size() * stride_);
  }
  for (auto i = own.begin; i < own.end; ++i) {
    if (windows_.earliest[i] > latest[i] || problem_.desk_days[i] > kWord) return false;
    fill(i, i - own.begin, latest[i]);
  }
  for (auto i = own.end; i-- > own.begin;) {
    const std::size_t k = i - own.begin;
    const float* price = own_price_.data() + k * stride_;
    float* least = least_.data() + k * stride_;
    float best = kNever;
    for (Day start = latest[i]; start >= windows_.earliest[i]; --start)
      least[start] = best = std::min(best, price[start]);
    if (best == kNever) return false;
    const auto parent = leading_[i];
    if (parent == k) continue;
    const auto p = own.begin + parent;
    float* above = own_price_.data() + parent * stride_;
    for (Day start = windows_.earliest[p]; start <= latest[p]; ++start)
      above[start] += least[std::max(start + problem_.length(p), windows_.earliest[i])];
  }
  for (auto i = own.begin; i < own.end; ++i) {
    Day start = windows_.earliest[i];
    const auto arcs = problem_.predecessors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc)
      start = std::max(start, start_[problem_.before[arc]] + problem_.length(problem_.before[arc]));
    const std::size_t k = i - own.begin;
    const float* price = own_price_.data() + k * stride_;
    if (start > latest[i] || least_[k * stride_ + static_cast<std::size_t>(start)] == kNever)
      return settle(i, kUnplanned, own);
    const float best = least_[k * stride_ + static_cast<std::size_t>(start)];
    while (price[start] > best)
      ++start;
    // Two procedures of one project may share a department: what was free before may be taken by the other.
    if (problem_.desk_days[i] > 0 &&
        desks_.first_fit(problem_.department[i], start, start, problem_.desk_days[i]) == kUnplanned)
      start = desks_.first_fit(problem_.department[i], start, latest[i], problem_.desk_days[i]);
    if (!settle(i, start, own)) return false;
  }
  return true;
}

}  // namespace guatu::planning::order
