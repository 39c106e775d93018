#include "guatu/leagues/league_scope.hpp"

#include <algorithm>

namespace guatu::leagues {

using campaign::LeagueUnit;
using counting::PartCell;
using counting::UnitIndex;
using counting::Unverified;

std::vector<UnitIndex> ranked_units(const campaign::Campaign& campaign, const campaign::LeagueRule& league) {
  std::vector<UnitIndex> units;
  for (std::size_t i = 0; i < campaign.units.size(); ++i) {
    const auto& unit = campaign.units[i];
    const bool ranked = league.only.empty() ? unit.has(league.ranked) : std::ranges::count(league.only, unit.code) > 0;
    if (ranked) units.push_back(static_cast<UnitIndex>(i));
  }
  return units;
}

UnitIndex unit_of(const campaign::LeagueRule& league, const counting::ProjectCells& project) {
  return league.sponsor_counts == campaign::SponsorCounts::Line ? project.industry : project.responsible;
}

bool is_in_scope(const campaign::LeagueRule& league, const PartCell& part) {
  if (league.approver_scope == campaign::ApproverScope::Line) return true;
  return part.authority ? *part.authority == Authority::City : counting::is_applicable(part);
}

Unverified unverified_on(const campaign::Campaign& campaign, Date day) {
  return campaign.is_assessment_cut(day) ? Unverified::LeftOut : Unverified::Counted;
}

std::string measure_name(const campaign::Campaign& campaign, const campaign::LeagueRule& league) {
  if (league.counts == LeagueUnit::ProcedurePart) return "strict";
  return campaign.policy.ranking == campaign::RankingMeasure::Meets ? "meets" : "finished";
}

std::string policy_name(const campaign::LeagueRule& league) {
  if (league.counts == LeagueUnit::ProcedurePart)
    return league.approver_scope == campaign::ApproverScope::CityOnly ? "city_only" : "line";
  return league.sponsor_counts == campaign::SponsorCounts::Line ? "line" : "own";
}

bool is_done(const campaign::Campaign& campaign, const campaign::LeagueRule& league, const PartCell& part,
             Unverified unverified) {
  const bool meeting_is_enough =
      league.counts == LeagueUnit::Project && campaign.policy.ranking == campaign::RankingMeasure::Meets;
  return meeting_is_enough ? counting::is_met(part, unverified) : counting::is_finished(part, unverified);
}

}  // namespace guatu::leagues
