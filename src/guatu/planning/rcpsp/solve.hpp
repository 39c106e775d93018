#pragma once

#include "guatu/planning/rcpsp/instance.hpp"

namespace guatu::planning::rcpsp {

inline constexpr std::int64_t kDefaultSchedules = 5000;
inline constexpr std::int64_t kMostSchedules = 1'000'000'000;

struct SolveRequest {
  std::int64_t schedules = kDefaultSchedules;  ///< At most so many passes of a scheme; 1 to `kMostSchedules`.
  std::uint64_t seed = 1;
};

struct Solution {
  Time makespan = 0;
  Time lower_bound = 0;        ///< No schedule is shorter; equal to `makespan`: it is proved to be the best.
  std::int64_t schedules = 0;  ///< Passes that were made; fewer than allowed once the bound is reached.
  std::vector<Time> starts;    ///< One an activity.

  friend bool operator==(const Solution&, const Solution&) = default;
};

/// The shortest schedule found, checked by the validator before it is handed out. Same instance, request: same answer.
[[nodiscard]] Solution solve(const Instance& instance, const SolveRequest& request);

}  // namespace guatu::planning::rcpsp
