#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/ledger/finish_rule.hpp"
#include "guatu/planning/back_schedule.hpp"
#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/official_paper.hpp"

/// What the office writes beside the bulletin, from the same numbers. Each is a proposal: number, time and place stay free.
/// Source: Plan 2.1, 2.4, 3.2, 5.1; rules 5, 8–10.
namespace guatu::reporting {

struct NamedPaper {
  std::string name;           ///< Of the file, without ending: "提示函 红山区".
  std::string template_name;  ///< "letter", "plain" or "page".
  OfficialPaper paper;
};

/// 提示函: what lies open with a unit at the bottom of a league, and what is asked of it. Between cuts the bottom is reminded.
/// `unit`: that one instead of those. Errors: NotFound when the campaign does not know it.
[[nodiscard]] Result<std::vector<NamedPaper>> reminders(const BulletinInput& input, const std::optional<UnitCode>& unit,
                                                        std::optional<Date> by);

/// 约谈通知: one for each candidate, even if two leagues name it; a person confirms, so time, place and who speaks stay free.
/// Errors: Refused on a day that is no assessment cut, or for a unit that is no candidate.
[[nodiscard]] Result<std::vector<NamedPaper>> summonses(const BulletinInput& input,
                                                        const std::optional<UnitCode>& unit);

/// 会议议题单: the agenda of the research meeting draws itself from targets, holds above, annex 3 and the bottom places.
[[nodiscard]] NamedPaper meeting_agenda(const BulletinInput& input);

/// A project with the dates of its back-schedule; `dates` are none for what is finished, handed up or not applicable.
struct TimedPart {
  ledger::ProcedureOnDay procedure;
  std::optional<planning::NodeDates> dates;
  planning::LightReading light;
};
struct TimedProject {
  ledger::ProjectOnDay project;
  Date deadline;
  bool feasible = true;
  std::vector<TimedPart> parts;  ///< As `project.procedures`.
};

/// 项目一页纸: base facts, every procedure with state, plan and latest dates, what holds it, what comes next; on one page.
[[nodiscard]] NamedPaper project_page(const BulletinInput& input, const TimedProject& project);

/// 任务图 and 时间表 of one unit: its projects by procedure, and what has to be done, by the latest day on which it can be.
[[nodiscard]] NamedPaper task_map(const BulletinInput& input, const UnitCode& unit,
                                  const std::vector<TimedProject>& projects);

/// Heads, signature and day of any paper of the office; `title` and body are the caller's.
[[nodiscard]] OfficialPaper paper_of_office(const campaign::Campaign& campaign, Date issued);

}  // namespace guatu::reporting
