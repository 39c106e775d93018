#pragma once

#include <cstdint>
#include <vector>

#include "guatu/planning/order/problem.hpp"

/// What an order of work says, and what it is worth.
namespace guatu::planning::order {

inline constexpr Day kUnplanned = -1;

/// Shape: the first day of desk work of every procedure of the problem; a project is planned whole or not at all.
struct Plan {
  std::vector<Day> start;

  friend bool operator==(const Plan&, const Plan&) = default;
};

/// What one more project is worth at each date. A project that is finished by the first date is so by the second too.
struct Weights {
  int first = 1, second = 0;

  friend bool operator==(const Weights&, const Weights&) = default;
};

/// Whole projects finished by the two dates.
struct Finished {
  std::uint32_t first = 0, second = 0;

  [[nodiscard]] std::int64_t value(const Weights& weights) const {
    return std::int64_t{first} * weights.first + std::int64_t{second} * weights.second;
  }
  friend bool operator==(const Finished&, const Finished&) = default;
};

}  // namespace guatu::planning::order
