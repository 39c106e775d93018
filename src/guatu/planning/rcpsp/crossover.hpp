#pragma once

#include <vector>

#include "guatu/planning/rcpsp/individual.hpp"
#include "guatu/planning/rcpsp/random.hpp"

namespace guatu::planning::rcpsp {

/// Makes the order of a child from two schedules of one side, for a pass on the other side. A window of the father's time,
/// every second time the one in which he uses most, stays together as he has it; what he does before it and what he does
/// after it stand on their sides of the window, each in the mother's order.
/// Source: Debels, Vanhoucke, "A decomposition-based genetic algorithm for the RCPSP", Operations Research 55 (2007).
class Crossover {
 public:
  explicit Crossover(const Instance& instance);

  void cross(const Individual& father, const Individual& mother, Random& random, std::vector<Activity>& child);

 private:
  struct Window {
    Time from = 0, to = 0;
  };

  [[nodiscard]] Window window_in(const Individual& father, Random& random);
  /// The first moment of the busiest stretch of this length, one of the equally busy by lot.
  [[nodiscard]] Time busiest(const Individual& father, Time length, Random& random);

  const Instance& instance_;
  std::vector<std::int64_t> load_;   ///< Of an activity in one period: shares of the capacities, together.
  std::vector<std::int64_t> usage_;  ///< A period.
  std::vector<std::uint8_t> part_;   ///< Of an activity: before, in or after the window.
};

}  // namespace guatu::planning::rcpsp
