#include "guatu/ledger/finish_rule.hpp"

#include <algorithm>

#include "guatu/ledger/state_on_day.hpp"

namespace guatu::ledger {
namespace {

using campaign::Campaign;
using campaign::Predecessor;

ProcedureOnDay procedure_on_day(std::size_t kind, std::string_view part, const PartFacts* facts, Date day,
                                campaign::Completion completion) {
  ProcedureOnDay procedure;
  procedure.kind = kind;
  procedure.part = part;
  procedure.facts = facts;
  if (facts == nullptr) return procedure;
  procedure.state = state_on_day(*facts, day, completion);
  procedure.authority = facts->authority;
  procedure.unverified = unverified_on(*facts, day, completion);
  procedure.overdue = overdue_on(*facts, day, completion);
  procedure.disputed = disputed_on(*facts, day);
  return procedure;
}

bool binds(const Predecessor& edge, const std::optional<Track>& track, const campaign::Policy& policy) {
  if (edge.edge == campaign::EdgeKind::Practice && !policy.practice_edges) return false;
  return edge.tracks.empty() || !track || std::ranges::find(edge.tracks, *track) != edge.tracks.end();
}

bool open(ProcedureState state) {
  return state != ProcedureState::Finished && state != ProcedureState::NotApplicable;
}

/// Rules 2, derived reason: a predecessor that region or state decides is applicable and not finished.
void mark_held_above(ProjectOnDay& project, const Campaign& campaign) {
  if (std::ranges::none_of(project.procedures,
                           [](const auto& p) { return decides_above_city(p.authority) && open(p.state); }))
    return;
  for (std::size_t i = 0; i < project.procedures.size(); ++i)
    project.procedures[i].held_above = !held_by(project, i, campaign).empty();
}

std::optional<Hold> hold_on(const ProcedureOnDay& procedure) {
  switch (procedure.state) {
    case ProcedureState::Finished:
    case ProcedureState::NotApplicable:
      return std::nullopt;
    case ProcedureState::Unknown:  // An empty cell is not "not applicable"; somebody has to say so.
      return Hold::Unknown;
    case ProcedureState::HandedUp:  // Meets target 3, but is not a completion.
      return Hold::OnlyHandedUp;
    default:
      return Hold::Unfinished;
  }
}

}  // namespace

ProjectOnDay project_on_day(const ProjectHistory& history, const Campaign& campaign, Date day) {
  ProjectOnDay project;
  project.history = &history;
  project.in_campaign = history.in_campaign_on(day);
  project.responsible = history.responsible_on(day);
  project.procedures.reserve(campaign.kinds.size());
  const auto completion = campaign.policy.completion;
  auto next = history.parts.begin();
  for (std::size_t kind = 0; kind < campaign.kinds.size(); ++kind) {
    if (!campaign.kinds[kind].in_force(day)) continue;
    bool recorded = false;
    // Parts stand in catalogue order, so one walk finds them all; a stray order only costs a second look.
    if (next == history.parts.end() || next->kind != campaign.kinds[kind].code)
      next = std::ranges::find(history.parts, campaign.kinds[kind].code, &PartHistory::kind);
    for (; next != history.parts.end() && next->kind == campaign.kinds[kind].code; ++next) {
      project.procedures.push_back(procedure_on_day(kind, next->part, &next->facts, day, completion));
      recorded = true;
    }
    if (!recorded) project.procedures.push_back(procedure_on_day(kind, {}, nullptr, day, completion));
  }
  mark_held_above(project, campaign);
  return project;
}

std::vector<FinishBlocker> finish_blockers(const ProjectOnDay& project) {
  std::vector<FinishBlocker> blockers;
  for (std::size_t i = 0; i < project.procedures.size(); ++i)
    if (const auto hold = hold_on(project.procedures[i])) blockers.push_back({i, *hold});
  return blockers;
}

std::vector<std::size_t> held_by(const ProjectOnDay& project, std::size_t procedure, const Campaign& campaign) {
  std::vector<std::size_t> holders;
  const auto& held = project.procedures[procedure];
  if (!open(held.state)) return holders;
  for (const auto& edge : campaign.kinds[held.kind].predecessors) {
    if (!binds(edge, project.history->record.track, campaign.policy)) continue;
    for (std::size_t i = 0; i < project.procedures.size(); ++i) {
      const auto& before = project.procedures[i];
      if (campaign.kinds[before.kind].code == edge.kind && decides_above_city(before.authority) && open(before.state))
        holders.push_back(i);
    }
  }
  return holders;
}

bool nothing_applicable(const ProjectOnDay& project) {
  return std::ranges::all_of(project.procedures,
                             [](const auto& procedure) { return procedure.state == ProcedureState::NotApplicable; });
}

bool finished(const ProjectOnDay& project) {
  return !nothing_applicable(project) && finish_blockers(project).empty();
}

}  // namespace guatu::ledger
