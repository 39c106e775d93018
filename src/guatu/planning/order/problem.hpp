#pragma once

#include <cstdint>
#include <vector>

#include "guatu/base/result.hpp"

/// The order of work as a problem: cases of many projects that go over the desks of departments, and two dates.
/// Unit: working days, counted from 0, the first day that can be worked on. A desk works on one case at a time and finishes
/// it; what waits without a desk (public notice, expert review, the level above) is a lag behind the desk work.
namespace guatu::planning::order {

using Day = std::int32_t;

/// One procedure as it is given.
struct ProcedureInput {
  std::uint32_t department = 0;
  int desk_days = 1;                        ///< 0: nothing but waiting.
  int lag_days = 0;                         ///< After the desk work, before it counts as finished.
  Day not_before = 0;                       ///< First day on which it may start.
  std::vector<std::uint32_t> predecessors;  ///< Positions in its project, in any order.
};

struct ProjectInput {
  Day accepted = 0;             ///< Nothing of the project starts before.
  std::int64_t investment = 0;  ///< Only rules that go by it look at it.
  std::vector<ProcedureInput> procedures;
};

struct ProblemInput {
  Day first_days = 0;      ///< Working days up to the first date, itself included.
  Day second_days = 0;     ///< The same to the second date; not before the first.
  std::vector<int> desks;  ///< Of each department, at least one.
  std::vector<ProjectInput> projects;
};

/// A range in a flat array.
struct Range {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// Checked once, then only read. Procedures of a project stand together and in topological order.
/// Shape: structure of arrays; `*_begin` has one entry more than there are owners.
struct Problem {
  Day first_days = 0, second_days = 0;
  std::vector<std::int32_t> desks;

  std::vector<std::uint32_t> project_begin;
  std::vector<Day> accepted;
  std::vector<std::int64_t> investment;

  std::vector<std::uint32_t> project_of, department;
  std::vector<std::int32_t> desk_days, lag_days;
  std::vector<Day> not_before;          ///< Never before the project's acceptance.
  std::vector<std::uint32_t> given_as;  ///< Position in the input's project.
  std::vector<std::uint32_t> before_begin, before, after_begin, after;

  [[nodiscard]] std::uint32_t projects() const { return static_cast<std::uint32_t>(accepted.size()); }
  [[nodiscard]] std::uint32_t procedures() const { return static_cast<std::uint32_t>(department.size()); }
  [[nodiscard]] std::uint32_t departments() const { return static_cast<std::uint32_t>(desks.size()); }
  [[nodiscard]] Range of_project(std::uint32_t project) const {
    return {project_begin[project], project_begin[project + 1]};
  }
  [[nodiscard]] Range predecessors(std::uint32_t procedure) const {
    return {before_begin[procedure], before_begin[procedure + 1]};
  }
  [[nodiscard]] Range successors(std::uint32_t procedure) const {
    return {after_begin[procedure], after_begin[procedure + 1]};
  }
  /// From the start to the day on which a successor may start.
  [[nodiscard]] Day length(std::uint32_t procedure) const { return desk_days[procedure] + lag_days[procedure]; }
};

/// Errors: InvalidInput with every fault as a reason, each beginning with its path: `projects[3].procedures[1].department`.
[[nodiscard]] Result<Problem> make_problem(const ProblemInput& input);

}  // namespace guatu::planning::order
