#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/calendar/deadline.hpp"
#include "guatu/values/date.hpp"

/// `plan` of contract 2.
namespace guatu::json {

/// A procedure that has to be finished first.
struct PlanAfterDocument {
  std::string kind, part;
  int lag_days = 0;  ///< Working days between its end and this one's start.
};

/// A procedure with nothing left to do, which the plan leaves out: finished, handed up or not applicable.
struct SettledPartDocument {
  std::string kind, part, state;
  std::optional<Date> since;
};

struct PlanPartDocument {
  std::string kind, part;
  DayLimit duration;
  std::optional<Date> earliest_start, earliest_finish, latest_start, latest_finish;
  std::optional<int> slack;
  bool critical = false;
  std::string light, light_reason, light_reason_en;
  bool held_above = false;
  std::vector<PlanAfterDocument> after;
};

struct ProjectPlanDocument {
  std::string project, name, responsible;
  Date deadline;
  bool feasible = true;
  std::string broken_by;  ///< Kind; empty when feasible.
  int days_short = 0;
  int slack = 0;
  std::vector<PlanPartDocument> procedures;
  std::vector<SettledPartDocument> settled;
};

[[nodiscard]] std::string encode_plan(Date as_of, const std::vector<ProjectPlanDocument>& projects);

}  // namespace guatu::json
