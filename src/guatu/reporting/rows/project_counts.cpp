#include "guatu/reporting/rows/project_counts.hpp"

#include <algorithm>

#include "guatu/counting/target_rate.hpp"
#include "guatu/leagues/league_scope.hpp"

namespace guatu::reporting {
namespace {

using campaign::Campaign;
using campaign::LeagueRule;
using campaign::LeagueUnit;
using campaign::Measure;
using counting::PartCell;
using counting::Unverified;

PartCell cell_of(const PartRow& part) {
  PartCell cell;
  cell.kind = static_cast<std::uint16_t>(part.procedure.kind);
  cell.authority = part.procedure.authority;
  cell.state = part.procedure.state;
  cell.unverified = part.procedure.unverified;
  return cell;
}

std::vector<PartCell> cells_of(const ProjectRow& project) {
  std::vector<PartCell> cells;
  for (const auto& part : project.parts)
    cells.push_back(cell_of(part));
  return cells;
}

bool counts_projects(Measure measure) {
  return measure == Measure::ProjectsFinished || measure == Measure::ProjectsMeet;
}

Bilingual outside_reason(const ProjectRow& project) {
  if (!project.in_campaign) return {"当日不在库，不计入", "not in the campaign that day"};
  return {"手续全部不涉及，不计入", "nothing is applicable, so it does not count"};
}

Bilingual missing_reason(std::ptrdiff_t missing) {
  return {"还有 " + std::to_string(missing) + " 项手续未达到要求", std::to_string(missing) + " procedures are missing"};
}

/// `is_done` says of an applicable part in scope whether it is as wanted.
RateCount count_project(const ProjectRow& project, const std::vector<PartCell>& cells, const auto& is_in_scope,
                        const auto& is_done) {
  RateCount count;
  const auto missing = std::ranges::count_if(cells, [&](const PartCell& cell) {
    return counting::is_applicable(cell) && is_in_scope(cell) && !is_done(cell);
  });
  count.counts = project.verdict.counted && std::ranges::any_of(cells, [&](const PartCell& cell) {
                   return counting::is_applicable(cell) && is_in_scope(cell);
                 });
  count.done = count.counts && missing == 0;
  if (!project.verdict.counted)
    count.reason = outside_reason(project);
  else if (!count.counts)
    count.reason = {"没有此类手续，不计入", "it has no such procedure"};
  else if (missing == 0)
    count.reason = {"各项手续均已达到要求", "every procedure is as wanted"};
  else
    count.reason = missing_reason(missing);
  return count;
}

bool ranks(const Campaign& campaign, const LeagueRule& league, const UnitCode& unit) {
  return std::ranges::any_of(leagues::ranked_units(campaign, league), [&](counting::UnitIndex index) {
    return campaign.units[static_cast<std::size_t>(index)].code == unit;
  });
}

RateCount named(RateCount count, std::string rule, const Bilingual& name, const UnitCode& unit = {}) {
  count.rule = std::move(rule);
  count.name = name;
  count.unit = unit;
  return count;
}

Bilingual part_reason(bool counts, bool done) {
  if (!counts) return {"不涉及，或不在此范围，不计入", "not applicable, or not in this scope"};
  return done ? Bilingual{"已达到要求", "as wanted"} : Bilingual{"尚未达到要求", "not yet as wanted"};
}

RateCount count_part(bool counts, bool done) {
  RateCount count;
  count.counts = counts;
  count.done = counts && done;
  count.reason = part_reason(count.counts, count.done);
  return count;
}

const auto kEverything = [](const PartCell&) { return true; };
const auto kFinished = [](const PartCell& cell) { return counting::is_finished(cell, Unverified::Counted); };
const auto kMet = [](const PartCell& cell) { return counting::is_met(cell, Unverified::Counted); };

}  // namespace

std::vector<RateCount> project_counts(const Campaign& campaign, const ProjectRow& project, Date as_of) {
  const auto cells = cells_of(project);
  std::vector<RateCount> counts;
  counts.push_back(named(count_project(project, cells, kEverything, kFinished), "projects.finished_rate",
                         {"办结率", "finished rate"}));
  counts.push_back(
      named(count_project(project, cells, kEverything, kMet), "projects.meets_rate", {"达标率", "meets rate"}));
  for (const auto& target : campaign.targets) {
    if (!counts_projects(target.measure)) continue;
    const auto in_scope = [&](const PartCell& cell) { return counting::is_in_scope(cell.authority, target.scope); };
    const auto done = [&](const PartCell& cell) {
      return target.measure == Measure::ProjectsFinished ? kFinished(cell) : kMet(cell);
    };
    counts.push_back(named(count_project(project, cells, in_scope, done), "targets." + target.id, target.name));
  }
  const auto unverified = leagues::unverified_on(campaign, as_of);
  for (const auto& league : campaign.leagues) {
    if (league.counts != LeagueUnit::Project) continue;
    const auto unit = league.sponsor_counts == campaign::SponsorCounts::Line
                          ? project.history->record.industry_department.value_or(UnitCode{})
                          : project.responsible;
    if (!ranks(campaign, league, unit)) continue;
    const auto done = [&](const PartCell& cell) { return leagues::is_done(campaign, league, cell, unverified); };
    counts.push_back(
        named(count_project(project, cells, kEverything, done), "leagues." + league.id, league.name, unit));
  }
  return counts;
}

std::vector<RateCount> part_counts(const Campaign& campaign, const ProjectRow& project, const PartRow& part,
                                   Date as_of) {
  const auto cell = cell_of(part);
  const bool applicable = project.verdict.counted && counting::is_applicable(cell);
  std::vector<RateCount> counts;
  counts.push_back(
      named(count_part(applicable, kFinished(cell)), "procedures.strict", {"手续办结率", "procedures finished"}));
  for (const auto& target : campaign.targets) {
    if (counts_projects(target.measure)) continue;
    const auto share = counting::target_share(target, std::span(&cell, 1), Unverified::Counted);
    counts.push_back(named(count_part(applicable && share.denominator > 0, share.numerator > 0), "targets." + target.id,
                           target.name));
  }
  const auto unverified = leagues::unverified_on(campaign, as_of);
  for (const auto& league : campaign.leagues) {
    if (league.counts != LeagueUnit::ProcedurePart || !ranks(campaign, league, part.line)) continue;
    counts.push_back(named(count_part(applicable && leagues::is_in_scope(league, cell),
                                      leagues::is_done(campaign, league, cell, unverified)),
                           "leagues." + league.id, league.name, part.line));
  }
  return counts;
}

}  // namespace guatu::reporting
