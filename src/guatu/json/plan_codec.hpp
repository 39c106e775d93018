#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/calendar/deadline.hpp"
#include "guatu/values/date.hpp"

/// `plan` of contract 2.
namespace guatu::json {

struct PlanPartDocument {
  std::string kind, part;
  DayLimit duration;
  std::optional<Date> earliest_start, earliest_finish, latest_start, latest_finish;
  std::optional<int> slack;
  bool critical = false;
  std::string light, light_reason, light_reason_en;
  bool held_above = false;
};

struct ProjectPlanDocument {
  std::string project, name;
  Date deadline;
  bool feasible = true;
  std::string broken_by;  ///< Kind; empty when feasible.
  int days_short = 0;
  int slack = 0;
  std::vector<PlanPartDocument> procedures;
};

[[nodiscard]] std::string encode_plan(Date as_of, const std::vector<ProjectPlanDocument>& projects);

}  // namespace guatu::json
