#include "guatu/usecases/ledger/trend_on_day.hpp"

#include <algorithm>

#include "guatu/counting/project_rate.hpp"
#include "guatu/counting/target_rate.hpp"
#include "guatu/ledger/finish_rule.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"

namespace guatu::usecases {
namespace {

using counting::DekadCount;
using counting::PlannedFinish;

/// The plan's day, or the real one where a part without a plan is finished already.
std::optional<Date> finish_of(const ledger::ProcedureOnDay& procedure, const std::optional<VagueDate>& planned) {
  if (planned) return planned->deadline();
  if (procedure.state == ProcedureState::Finished) return procedure.facts->finished->on;
  return std::nullopt;
}

PlannedFinish planned_finish(const ledger::ProjectOnDay& project) {
  PlannedFinish plan{Date{}, Date{}};
  const auto extend = [](std::optional<Date>& end, const std::optional<Date>& part) {
    end = end && part ? std::optional(std::max(*end, *part)) : std::nullopt;
  };
  for (const auto& procedure : project.procedures) {
    if (procedure.state == ProcedureState::NotApplicable) continue;
    if (procedure.facts == nullptr) return {};
    extend(plan.current, finish_of(procedure, procedure.facts->planned));
    extend(plan.baseline, finish_of(procedure, procedure.facts->baseline));
  }
  return plan;
}

std::vector<PlannedFinish> plans_on(const Known& known, Date as_of) {
  std::vector<PlannedFinish> plans;
  for (const auto& history : known.ledger.projects) {
    if (!history.in_campaign_on(as_of)) continue;
    const auto project = ledger::project_on_day(history, known.campaign(), as_of);
    if (!ledger::nothing_applicable(project)) plans.push_back(planned_finish(project));
  }
  return plans;
}

counting::ProjectFigures count_on(const Known& known, Date day) {
  const auto tally = tally_from_ledger(known.ledger, known.campaign(), day);
  return counting::count_projects(tally, counting::judge_all(tally), {}, nullptr);
}

Result<DekadCount> count_dekad(ports::Store& store, const Known& known, const Dekad& dekad) {
  if (const auto* publication = known.find_publication(dekad)) {
    GUATU_TRY(const auto figures, load_frozen_figures(store, *publication));
    const auto& projects = figures.projects;
    return DekadCount{projects.counted, projects.finished, projects.meets, publication->revision};
  }
  const auto projects = count_on(known, dekad.last_day());
  return DekadCount{projects.counted, projects.finished, projects.meets, std::nullopt};
}

}  // namespace

Result<counting::Trend> trend_on_day(ports::Store& store, const Known& known, Date as_of) {
  const auto& campaign = known.campaign();
  const auto tally = tally_from_ledger(known.ledger, campaign, as_of);
  const auto now = counting::count_projects(tally, counting::judge_all(tally), {}, nullptr);
  counting::TrendInput input{campaign, as_of, now.counted, now.finished, {}, plans_on(known, as_of), {}};
  for (const auto& target : campaign.targets)
    input.targets.push_back(counting::target_ratio(target, tally));
  for (const auto& dekad : counting::dekads_of(campaign)) {
    if (as_of < dekad.last_day()) break;
    GUATU_TRY(const auto count, count_dekad(store, known, dekad));
    input.past.push_back(count);
  }
  return counting::draw_trend(input);
}

}  // namespace guatu::usecases
