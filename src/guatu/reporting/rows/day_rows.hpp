#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/counting/figures.hpp"
#include "guatu/ledger/finish_rule.hpp"
#include "guatu/planning/light.hpp"

/// The rows that the numbers of a day open to: projects with their procedure parts. Source: rules 4, 5 and 7.
namespace guatu::reporting {

struct PartRow {
  ledger::ProcedureOnDay procedure;  ///< `disputed` also where a platform says otherwise.
  UnitCode line;                     ///< 市级对口部门
  std::optional<ledger::DatedFact> since;
  planning::LightReading light;
  std::optional<int> slack;  ///< None: finished, handed up or not applicable.
  std::optional<Date> latest_finish;
  std::optional<ledger::Hold> hold;  ///< None: it keeps nothing from being finished.
};

/// The back-schedule in a line.
struct PlanLine {
  Date deadline;
  bool feasible = true;
  int slack = 0, days_short = 0;
  std::optional<std::size_t> broken_by;  ///< Position in `ProjectRow::parts`.
};

/// How many of a project's parts are what.
struct PartCounts {
  std::int64_t applicable = 0, done = 0, handed_up = 0, open = 0, overdue = 0, unverified = 0, disputed = 0;
};

struct ProjectRow {
  const ledger::ProjectHistory* history = nullptr;
  std::string name;  ///< Of the day.
  UnitCode responsible;
  bool in_campaign = false;
  bool carried = false;  ///< Its unit did not report the dekad: 沿用上旬.
  counting::ProjectVerdict verdict;
  bool gained = false;                            ///< Finished since the dekad before.
  planning::Light light = planning::Light::Grey;  ///< The worst of its parts.
  PartCounts counts;
  PlanLine plan;
  std::vector<counting::Fault> faults;
  std::vector<PartRow> parts;  ///< In catalogue order.
  std::string search_key;      ///< Id, codes and names in the form of `match_key`, a line each.
  std::string initials;        ///< Pinyin initials of the names, a line each.
};

/// Lives no longer than the ledger that it was made from.
struct DayRows {
  Date as_of;
  std::vector<ProjectRow> projects;  ///< Those in the campaign, by id.
};

/// Red before yellow, blue, arrow, green and grey: the lower the worse.
[[nodiscard]] int severity(planning::Light light);
[[nodiscard]] planning::Light worst_light(const std::vector<PartRow>& parts);
[[nodiscard]] PartCounts count_parts(const std::vector<PartRow>& parts);

}  // namespace guatu::reporting
