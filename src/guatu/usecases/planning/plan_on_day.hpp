#pragma once

#include <optional>
#include <vector>

#include "guatu/ledger/finish_rule.hpp"
#include "guatu/planning/back_schedule.hpp"
#include "guatu/planning/light.hpp"

/// A project's back-schedule and the lights of its parts on a day. Source: rules 7 and 10.
namespace guatu::usecases {

/// What a part waits for: position in `ProjectPlan::parts`, and working days between the two.
struct WaitsFor {
  std::size_t part = 0;
  int lag_days = 0;
};

struct PlannedPart {
  ledger::ProcedureOnDay procedure;
  std::optional<planning::NodeDates> dates;  ///< None: finished, handed up or not applicable.
  DayLimit duration;
  planning::LightReading light;
  std::vector<WaitsFor> after;
};

struct ProjectPlan {
  ledger::ProjectOnDay project;
  planning::ProjectSchedule schedule;
  Date deadline;                      ///< The latest of its open parts.
  std::optional<std::size_t> broken;  ///< Position in `parts` of the first that cannot be reached.
  std::vector<PlannedPart> parts;     ///< As `project.procedures`.
};

/// `deadline` replaces the targets' when given.
[[nodiscard]] ProjectPlan plan_project(const ledger::ProjectHistory& history, const campaign::Campaign& campaign,
                                       Date as_of, std::optional<Date> deadline);

}  // namespace guatu::usecases
