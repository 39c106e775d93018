#include "guatu/usecases/ledger/day_rows.hpp"

#include <algorithm>
#include <unordered_map>

#include "guatu/base/text.hpp"
#include "guatu/counting/faults.hpp"
#include "guatu/counting/part_verdict.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"

namespace guatu::usecases {
namespace {

using reporting::PartRow;
using reporting::ProjectRow;

UnitCode line_of(const ledger::ProcedureOnDay& procedure, const campaign::Campaign& campaign) {
  const auto* facts = procedure.facts;
  return facts != nullptr && !facts->line.empty() ? facts->line : campaign.kinds[procedure.kind].line;
}

PartRow part_row(PlannedPart& planned, const campaign::Campaign& campaign, Date as_of) {
  PartRow row;
  row.procedure = planned.procedure;
  row.line = line_of(planned.procedure, campaign);
  if (planned.procedure.facts != nullptr)
    row.since = ledger::state_since(*planned.procedure.facts, as_of, campaign.policy.completion);
  row.light = std::move(planned.light);
  if (planned.dates) {
    row.slack = planned.dates->slack;
    row.latest_finish = planned.dates->latest_finish;
  }
  return row;
}

ProjectRow row_of(const ledger::ProjectHistory& history, const campaign::Campaign& campaign, Date as_of) {
  auto plan = plan_project(history, campaign, as_of, std::nullopt);
  ProjectRow row;
  row.history = &history;
  row.name = history.name_on(as_of);
  row.responsible = plan.project.responsible;
  row.in_campaign = plan.project.in_campaign;
  row.plan = {plan.deadline, plan.schedule.feasible, plan.schedule.slack, plan.schedule.days_short, plan.broken};
  for (auto& planned : plan.parts)
    row.parts.push_back(part_row(planned, campaign, as_of));
  for (const auto& blocker : ledger::finish_blockers(plan.project))
    row.parts[blocker.procedure].hold = blocker.hold;
  return row;
}

/// What is the same for figures and rows comes from the figures' own cells.
void take_cells(ProjectRow& row, const counting::TallyInput& tally, const counting::ProjectCells& cells) {
  const auto parts = counting::parts_of(tally, cells);
  for (std::size_t i = 0; i < row.parts.size(); ++i)
    row.parts[i].procedure.disputed = parts[i].disputed;
  row.verdict = counting::judge(tally, cells);
  row.gained = row.verdict.counted && row.verdict.finished && !cells.finished_before;
}

void finish(ProjectRow& row) {
  row.light = reporting::worst_light(row.parts);
  row.counts = reporting::count_parts(row.parts);
}

/// All names that the project ever had, so that an old paper leads to it.
void make_findable(ProjectRow& row, PinyinInitials& initials) {
  const auto& record = row.history->record;
  row.search_key = match_key(record.id.text()) + "\n" + match_key(record.code);
  const auto add = [&](const std::string& name) {
    row.search_key += "\n" + match_key(name);
    row.initials += initials.of(name) + "\n";
  };
  add(row.name);
  if (record.name != row.name) add(record.name);
  for (const auto& event : row.history->life)
    if (event.action == ledger::LifeAction::Rename && event.name != row.name) add(event.name);
}

/// What depends on the project alone; ledgers that follow each other share the projects that did not change.
class OwnRows {
 public:
  OwnRows(const campaign::Campaign& campaign, Date as_of, PinyinInitials& initials, const reporting::DayRows* earlier)
      : campaign_(campaign), as_of_(as_of), initials_(initials) {
    if (earlier == nullptr) return;
    for (const auto& row : earlier->projects)
      known_.emplace(row.history, &row);
  }

  ProjectRow make(const ledger::ProjectHistory& history) {
    if (const auto found = known_.find(&history); found != known_.end()) {
      auto row = *found->second;
      row.faults.clear();
      return row;
    }
    auto row = row_of(history, campaign_, as_of_);
    make_findable(row, initials_);
    return row;
  }

 private:
  const campaign::Campaign& campaign_;
  Date as_of_;
  PinyinInitials& initials_;
  std::unordered_map<const ledger::ProjectHistory*, const ProjectRow*> known_;
};

}  // namespace

reporting::DayRows make_day_rows(const Known& known, Date as_of, PinyinInitials& initials,
                                 const reporting::DayRows* earlier) {
  const auto& campaign = known.campaign();
  const auto tally = tally_from_ledger(known.ledger, campaign, as_of);
  const auto carried = ledger::carried_units(known.ledger, as_of, campaign.first_dekad);
  const auto faults = counting::find_faults(campaign, tally);
  reporting::DayRows rows{as_of, {}};
  rows.projects.reserve(tally.projects.size());
  OwnRows own(campaign, as_of, initials, earlier);
  auto fault = faults.begin();
  for (const auto& history : known.ledger.projects) {
    if (!history.in_campaign_on(as_of)) continue;
    auto row = own.make(history);
    take_cells(row, tally, tally.projects[rows.projects.size()]);
    row.carried = std::ranges::find(carried, row.responsible) != carried.end();
    for (; fault != faults.end() && fault->project == history.record.id; ++fault)
      row.faults.push_back(*fault);
    finish(row);
    rows.projects.push_back(std::move(row));
  }
  return rows;
}

ProjectRow make_outside_row(const Known& known, const ledger::ProjectHistory& history, Date as_of) {
  auto row = row_of(history, known.campaign(), as_of);
  finish(row);
  return row;
}

Date default_day(const Known& known) {
  if (const auto published = known.published_through()) return *published;
  return known.dekads.empty() ? known.campaign().starts_on : known.dekads.back().dekad.last_day();
}

}  // namespace guatu::usecases
