#include "guatu/usecases/planning/plan_on_day.hpp"

#include <algorithm>

#include "guatu/ledger/state_on_day.hpp"

namespace guatu::usecases {
namespace {

using ledger::ProcedureOnDay;

planning::PlanPart plan_part(const ProcedureOnDay& procedure, Date as_of, const campaign::Campaign& campaign,
                             std::optional<Track> track) {
  planning::PlanPart part;
  part.kind = static_cast<std::uint16_t>(procedure.kind);
  part.part = std::string(procedure.part);
  part.authority = procedure.authority;
  part.state = procedure.state;
  part.variant = planning::variant_on_track(campaign.kinds[procedure.kind], track);
  if (procedure.facts == nullptr) return part;
  if (!procedure.facts->variant.empty()) part.variant = procedure.facts->variant;
  const auto since = ledger::state_since(*procedure.facts, as_of, campaign.policy.completion);
  if (procedure.state == ProcedureState::InReview && since) part.accepted_on = since->on;
  if (procedure.state == ProcedureState::HandedUp && since) part.handed_up_on = since->on;
  return part;
}

planning::LightInput light_input(const ProcedureOnDay& procedure, const std::optional<planning::NodeDates>& dates) {
  planning::LightInput input;
  input.state = procedure.state;
  if (procedure.facts != nullptr) {
    if (procedure.facts->planned) input.planned = procedure.facts->planned->deadline();
    input.overdue_reason = !procedure.facts->overdue_reason.empty();
  }
  if (dates) input.slack = dates->slack;
  return input;
}

}  // namespace

ProjectPlan plan_project(const ledger::ProjectHistory& history, const campaign::Campaign& campaign, Date as_of,
                         std::optional<Date> deadline) {
  ProjectPlan plan;
  plan.project = ledger::project_on_day(history, campaign, as_of);
  std::vector<planning::PlanPart> parts;
  for (const auto& procedure : plan.project.procedures)
    parts.push_back(plan_part(procedure, as_of, campaign, history.record.track));
  const auto network = planning::make_network(campaign, parts, history.record.track, deadline);
  plan.schedule = planning::schedule(network, as_of, campaign.calendar);
  plan.deadline = deadline.value_or(campaign.ends_on);
  if (!network.nodes.empty() && !deadline)
    plan.deadline = std::ranges::max(network.nodes, {}, &planning::PlanNode::deadline).deadline;
  std::vector<std::size_t> part_of(network.nodes.size());
  for (const auto& procedure : plan.project.procedures) {
    PlannedPart part{procedure, std::nullopt, {}, {}, {}};
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
      if (network.nodes[i].kind != procedure.kind || network.nodes[i].part != procedure.part) continue;
      part_of[i] = plan.parts.size();
      part.dates = plan.schedule.nodes[i];
      part.duration = network.nodes[i].duration;
      if (plan.schedule.broken_by == i) plan.broken = plan.parts.size();
    }
    part.light = planning::read_light(light_input(procedure, part.dates), as_of, campaign.policy, campaign.calendar);
    plan.parts.push_back(std::move(part));
  }
  for (std::size_t i = 0; i < network.nodes.size(); ++i)
    for (const auto& arc : network.nodes[i].predecessors)
      plan.parts[part_of[i]].after.push_back({part_of[arc.predecessor], arc.lag_days});
  return plan;
}

}  // namespace guatu::usecases
