#include "guatu/planning/order/desks.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace guatu::planning::order {

Desks::Desks(const Problem& problem) : days_(static_cast<std::size_t>(problem.second_days)), words_(days_ / kWord + 2) {
  left_.resize(problem.departments() * days_);
  held_.assign(left_.size(), 0);
  free_.assign(problem.departments() * words_, 0);
  for (std::size_t department = 0; department < problem.departments(); ++department)
    for (std::size_t day = 0; day < days_; ++day) {
      left_[department * days_ + day] = problem.desks[department];
      free_[department * words_ + day / kWord] |= std::uint64_t{1} << (day % kWord);
    }
}

void Desks::take(std::uint32_t department, Day start, int days) {
  auto* left = left_.data() + department * days_;
  auto* free = free_.data() + department * words_;
  const auto first = static_cast<std::size_t>(start);
  for (std::size_t day = first; day < first + static_cast<std::size_t>(days); ++day)
    if (--left[day] == 0) free[day / kWord] &= ~(std::uint64_t{1} << (day % kWord));
}

void Desks::give_back(std::uint32_t department, Day start, int days) {
  auto* left = left_.data() + department * days_;
  auto* free = free_.data() + department * words_;
  const auto first = static_cast<std::size_t>(start);
  for (std::size_t day = first; day < first + static_cast<std::size_t>(days); ++day)
    if (left[day]++ == 0) free[day / kWord] |= std::uint64_t{1} << (day % kWord);
}

void Desks::lend(std::uint32_t department, Kept kept) {
  if (kept == Kept::All) return;
  for (std::size_t day = 0; day < days_; ++day) {
    auto& left = left_[department * days_ + day];
    const int keeps = kept == Kept::Nothing ? 0 : kept == Kept::SmallerHalf ? left / 2 : (left + 1) / 2;
    held_[department * days_ + day] = left - keeps;
    left = keeps;
    if (left == 0) free_[department * words_ + day / kWord] &= ~(std::uint64_t{1} << (day % kWord));
  }
}

void Desks::release(std::uint32_t department) {
  for (std::size_t day = 0; day < days_; ++day) {
    auto& left = left_[department * days_ + day];
    left += std::exchange(held_[department * days_ + day], 0);
    if (left > 0) free_[department * words_ + day / kWord] |= std::uint64_t{1} << (day % kWord);
  }
}

std::uint64_t Desks::fits(std::uint32_t department, Day from, int days) const {
  const auto* free = free_.data() + department * words_;
  const auto word = static_cast<std::size_t>(from) / kWord;
  const auto shift = static_cast<unsigned>(from) % kWord;
  auto runs = free[word] >> shift;
  if (shift != 0) runs |= free[word + 1] << (kWord - shift);
  for (int length = 1; length < days;) {
    const int more = std::min(length, days - length);
    runs &= runs >> more;
    length += more;
  }
  return runs;
}

bool Desks::free(std::uint32_t department, Day start, int days) const {
  const auto first = left_.begin() + static_cast<std::ptrdiff_t>(department * days_ + static_cast<std::size_t>(start));
  return std::all_of(first, first + days, [](std::int32_t left) { return left > 0; });
}

Day Desks::first_fit(std::uint32_t department, Day from, Day last, int days) const {
  if (days > kWord / 2) {
    for (Day start = from; start <= last; ++start)
      if (free(department, start, days)) return start;
    return kUnplanned;
  }
  for (Day at = from; at <= last; at += kWord + 1 - days) {
    const auto runs = fits(department, at, days);
    if (runs == 0) continue;
    const Day start = at + std::countr_zero(runs);
    return start <= last ? start : kUnplanned;
  }
  return kUnplanned;
}

Day Desks::last_fit(std::uint32_t department, Day from, Day last, int days) const {
  if (days > kWord / 2) {
    for (Day start = last; start >= from; --start)
      if (free(department, start, days)) return start;
    return kUnplanned;
  }
  for (Day top = last; top >= from;) {
    const Day at = std::max(from, top - (kWord - days));
    auto runs = fits(department, at, days);
    if (top - at < kWord - 1) runs &= (std::uint64_t{2} << (top - at)) - 1;
    if (runs != 0) return at + (kWord - 1 - std::countl_zero(runs));
    top = at - 1;
  }
  return kUnplanned;
}

}  // namespace guatu::planning::order
