#pragma once

#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/counting/part_verdict.hpp"

/// Who is ranked in a league, and what counts for whom. Source: Plan 2.4; rules 5.
namespace guatu::leagues {

/// Positions in `Campaign::units` of those that the league ranks, in the campaign's order.
[[nodiscard]] std::vector<counting::UnitIndex> ranked_units(const campaign::Campaign& campaign,
                                                            const campaign::LeagueRule& league);

/// Leagues by project: the unit for which the project counts.
[[nodiscard]] counting::UnitIndex unit_of(const campaign::LeagueRule& league, const counting::ProjectCells& project);

/// Leagues by procedure: whether the part lies in the league's scope. Under `city_only` a missing authority counts as the
/// city's while the procedure is applicable; a not-applicable row only when its authority is the city.
[[nodiscard]] bool is_in_scope(const campaign::LeagueRule& league, const counting::PartCell& part);

/// At an assessment cut a completion that nobody could verify is left out of the score. Source: rules 2.
[[nodiscard]] counting::Unverified unverified_on(const campaign::Campaign& campaign, Date day);

/// The rate that ranks: "finished" or "meets" for projects, as the campaign's policy says; "strict" for procedures.
[[nodiscard]] std::string measure_name(const campaign::Campaign& campaign, const campaign::LeagueRule& league);
/// "own", "line" or "city_only".
[[nodiscard]] std::string policy_name(const campaign::LeagueRule& league);

/// Whether a part counts as done by the league's measure.
[[nodiscard]] bool is_done(const campaign::Campaign& campaign, const campaign::LeagueRule& league,
                           const counting::PartCell& part, counting::Unverified unverified);

}  // namespace guatu::leagues
