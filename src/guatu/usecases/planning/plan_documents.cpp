#include "guatu/usecases/planning/plan_documents.hpp"

#include "guatu/ledger/state_on_day.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"

namespace guatu::usecases {
namespace {

std::string kind_code(const PlannedPart& part, const campaign::Campaign& campaign) {
  return campaign.kinds[part.procedure.kind].code.text();
}

json::PlanPartDocument open_part(const ProjectPlan& plan, const PlannedPart& part, const campaign::Campaign& campaign) {
  json::PlanPartDocument row;
  row.kind = kind_code(part, campaign);
  row.part = std::string(part.procedure.part);
  row.duration = part.duration;
  row.earliest_start = part.dates->earliest_start;
  row.earliest_finish = part.dates->earliest_finish;
  row.latest_start = part.dates->latest_start;
  row.latest_finish = part.dates->latest_finish;
  row.slack = part.dates->slack;
  row.critical = part.dates->critical;
  row.light = std::string(planning::light_name(part.light.light));
  row.light_reason = part.light.reason.zh;
  row.light_reason_en = part.light.reason.en;
  row.held_above = part.procedure.held_above;
  for (const auto& waits : part.after) {
    const auto& before = plan.parts[waits.part];
    row.after.push_back({kind_code(before, campaign), std::string(before.procedure.part), waits.lag_days});
  }
  return row;
}

json::SettledPartDocument settled_part(const PlannedPart& part, const campaign::Campaign& campaign, Date as_of) {
  const auto& procedure = part.procedure;
  json::SettledPartDocument row{kind_code(part, campaign), std::string(procedure.part),
                                std::string(state_name(procedure.state)), std::nullopt};
  if (procedure.facts == nullptr) return row;
  if (const auto since = ledger::state_since(*procedure.facts, as_of, campaign.policy.completion))
    row.since = since->on;
  return row;
}

json::ProjectPlanDocument document_of(const ProjectPlan& plan, const campaign::Campaign& campaign, Date as_of) {
  const auto& history = *plan.project.history;
  json::ProjectPlanDocument document;
  document.project = history.record.id.text();
  document.name = history.name_on(as_of);
  document.responsible = history.responsible_on(as_of).text();
  document.deadline = plan.deadline;
  document.feasible = plan.schedule.feasible;
  if (plan.broken) document.broken_by = kind_code(plan.parts[*plan.broken], campaign);
  document.days_short = plan.schedule.days_short;
  document.slack = plan.schedule.slack;
  for (const auto& part : plan.parts) {
    if (part.dates)
      document.procedures.push_back(open_part(plan, part, campaign));
    else
      document.settled.push_back(settled_part(part, campaign, as_of));
  }
  return document;
}

}  // namespace

std::vector<json::ProjectPlanDocument> plan_documents(const ledger::Ledger& ledger, const campaign::Campaign& campaign,
                                                      const PlanWish& wish) {
  std::vector<json::ProjectPlanDocument> documents;
  for (const auto& history : ledger.projects) {
    if (!history.in_campaign_on(wish.as_of)) continue;
    if (!wish.responsible.empty() && history.responsible_on(wish.as_of) != wish.responsible) continue;
    documents.push_back(document_of(plan_project(history, campaign, wish.as_of, wish.deadline), campaign, wish.as_of));
  }
  return documents;
}

}  // namespace guatu::usecases
