#include "guatu/reporting/bulletin_facts.hpp"

#include <algorithm>
#include <map>

#include "guatu/counting/part_verdict.hpp"
#include "guatu/counting/shown_rate.hpp"
#include "guatu/ledger/finish_rule.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::reporting {
namespace {

using counting::PartCell;

const campaign::Unit* unit_at(const campaign::Campaign& campaign, counting::UnitIndex index) {
  return index == counting::kNoUnit ? nullptr : &campaign.units[static_cast<std::size_t>(index)];
}

void add(Side& side, const counting::ProjectCells& project, const counting::ProjectVerdict& verdict) {
  ++side.counted;
  if (verdict.finished) ++side.finished;
  if (verdict.meets) ++side.meets;
  side.invested = side.invested + project.total_investment;
  side.year_plan = side.year_plan + project.year_plan;
}

void add(LineLoad& load, const PartCell& part) {
  switch (part.state) {
    case ProcedureState::Finished:
    case ProcedureState::NotApplicable:
      return;
    case ProcedureState::HandedUp:
      ++load.handed_up;
      break;
    case ProcedureState::Submitted:
    case ProcedureState::InReview:
      ++load.in_work;
      break;
    default:
      ++load.not_submitted;
  }
  if (part.held_above) ++load.held_above;
  if (part.overdue) ++load.overdue;
}

/// Gathers what is held, and by what, over the projects.
class HoldCounter {
 public:
  explicit HoldCounter(const BulletinInput& input) : input_(input) {}

  void take(const ledger::ProjectOnDay& project) {
    std::vector<bool> holds(project.procedures.size(), false);
    for (std::size_t i = 0; i < project.procedures.size(); ++i) {
      if (!project.procedures[i].held_above) continue;
      std::map<Key, bool> kinds;  // Two parts of one kind hold a procedure once.
      for (const auto holder : ledger::held_by(project, i, input_.campaign)) {
        holds[holder] = true;
        kinds.emplace(key_of(project.procedures[holder]), true);
      }
      for (const auto& [key, holding] : kinds)
        ++of(key).held;
    }
    for (std::size_t i = 0; i < holds.size(); ++i)
      if (holds[i]) count_holder(project.procedures[i]);
  }

  [[nodiscard]] std::vector<UpperHold> take_all() const {
    std::vector<UpperHold> list;
    for (const auto& [key, hold] : holds_)
      list.push_back(hold);
    return list;
  }

 private:
  using Key = std::pair<std::size_t, Authority>;

  static Key key_of(const ledger::ProcedureOnDay& procedure) { return {procedure.kind, *procedure.authority}; }

  UpperHold& of(const Key& key) {
    auto& hold = holds_[key];
    hold.kind = key.first;
    hold.authority = key.second;
    return hold;
  }

  void count_holder(const ledger::ProcedureOnDay& procedure) {
    auto& hold = of(key_of(procedure));
    ++hold.open;
    if (procedure.state != ProcedureState::HandedUp) return;
    ++hold.handed_up;
    const auto since = ledger::state_since(*procedure.facts, input_.as_of, input_.campaign.policy.completion);
    if (since && (!hold.earliest || since->on < *hold.earliest)) hold.earliest = since->on;
  }

  const BulletinInput& input_;
  std::map<Key, UpperHold> holds_;
};

/// The last day that the dekad before already told of.
Date told_until(const BulletinInput& input) {
  return last_ended_before(input.as_of).last_day();
}

void add_life(DekadChanges& changes, const BulletinInput& input, const ledger::ProjectHistory& history) {
  const auto after = told_until(input);
  for (const auto& event : history.life) {
    if (event.on <= after || event.on > input.as_of) continue;
    if (event.assumed)
      ++changes.first_reported;
    else
      changes.life.push_back({history.record.id, history.name_on(event.on - 1), event});
  }
}

void add_revoked(DekadChanges& changes, const BulletinInput& input, const ledger::ProjectHistory& history) {
  const auto after = told_until(input);
  for (const auto& part : history.parts) {
    const auto& revoked = part.facts.revoked;
    if (!revoked || revoked->effective_on <= after || revoked->effective_on > input.as_of) continue;
    const auto kind = std::ranges::find(input.campaign.kinds, part.kind, &campaign::ProcedureKind::code);
    if (kind == input.campaign.kinds.end()) continue;
    changes.revoked.push_back({history.record.id, history.name_on(input.as_of),
                               static_cast<std::size_t>(kind - input.campaign.kinds.begin()), part.part, *revoked});
  }
}

}  // namespace

Split split_by_side(const BulletinInput& input) {
  Split split;
  for (const auto& project : input.tally.projects) {
    const auto verdict = counting::judge(input.tally, project);
    if (!verdict.counted) continue;
    const auto* unit = unit_at(input.campaign, project.responsible);
    add(unit != nullptr && unit->has(campaign::Capacity::District) ? split.districts : split.departments, project,
        verdict);
  }
  const auto ceilings = input.campaign.thresholds();
  for (auto* side : {&split.districts, &split.departments})
    side->finished_rate = counting::shown_rate({side->finished, side->counted}, ceilings, nullptr);
  return split;
}

std::vector<UpperHold> upper_holds(const BulletinInput& input) {
  HoldCounter counter(input);
  for (const auto& history : input.ledger.projects)
    if (history.in_campaign_on(input.as_of)) counter.take(ledger::project_on_day(history, input.campaign, input.as_of));
  return counter.take_all();
}

std::vector<LineLoad> line_loads(const BulletinInput& input) {
  std::map<counting::UnitIndex, LineLoad> loads;
  for (const auto& part : input.tally.parts)
    if (part.line != counting::kNoUnit) add(loads[part.line], part);
  std::vector<LineLoad> list;
  for (auto& [index, load] : loads) {
    if (load.not_submitted + load.in_work + load.handed_up == 0) continue;
    load.unit = unit_at(input.campaign, index)->code;
    list.push_back(std::move(load));
  }
  return list;
}

DekadChanges dekad_changes(const BulletinInput& input) {
  DekadChanges changes;
  for (const auto& project : input.tally.projects)
    if (!project.finished_before && counting::judge(input.tally, project).finished)
      changes.gained.push_back(project.name);
  for (const auto& history : input.ledger.projects) {
    add_life(changes, input, history);
    if (history.in_campaign_on(input.as_of)) add_revoked(changes, input, history);
  }
  std::ranges::stable_sort(changes.life, {}, [](const LifeChange& change) { return change.event.on; });
  if (input.finished_rate_without_life_events)
    changes.moved_points =
        change_text(input.figures.projects.finished_rate.tenths, input.finished_rate_without_life_events->tenths);
  return changes;
}

Date issued_on(const BulletinInput& input) {
  return std::max(input.as_of, shanghai_day(input.known_at));
}

}  // namespace guatu::reporting
