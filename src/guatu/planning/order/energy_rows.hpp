#pragma once

#include <vector>

#include "guatu/planning/order/packing_program.hpp"
#include "guatu/planning/order/problem.hpp"
#include "guatu/planning/order/windows.hpp"

/// What the cases of a project must use of a department's desks between two days, wherever in their windows they lie.
namespace guatu::planning::order {

/// Days [from, to) of a department.
struct Stretch {
  std::uint32_t department = 0;
  Day from = 0, to = 0;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

class EnergyRows {
 public:
  /// Projects that `latest` leaves no start are outside.
  EnergyRows(const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days);

  [[nodiscard]] const std::vector<std::uint32_t>& projects() const { return projects_; }

  /// The rows of a department that shares of `projects()` break most, at most `most`, far apart from each other.
  /// Cost: O(cases of the department · days + days²).
  [[nodiscard]] std::vector<Stretch> broken(std::uint32_t department, const std::vector<double>& shares,
                                            std::size_t most) const;
  [[nodiscard]] PackingProgram::Row row(const Stretch& stretch) const;

 private:
  struct Case {
    std::uint32_t thing;  ///< Position in `projects_`.
    Day earliest, latest;
    int desk_days;
  };

  const Problem& problem_;
  Day days_;
  std::vector<std::uint32_t> projects_;
  std::vector<std::vector<Case>> cases_;  ///< By department.
};

}  // namespace guatu::planning::order
