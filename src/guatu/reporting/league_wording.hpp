#pragma once

#include <functional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/leagues/league_table.hpp"

/// Rankings in the published manner: 排在前三位的是…（75%）、…；排在后三位的是…（均为0）. Source: domain 7.3, 7.4.
namespace guatu::reporting {

using UnitNamer = std::function<std::string(const UnitCode&)>;

/// One league in sentences: the first and the last, or everybody where there are few; who is not ranked; whose place says
/// little because few projects stand behind it. Ties are named together and widen their group; nobody is first with nothing.
[[nodiscard]] std::string league_sentence(const leagues::LeagueTable& table, const campaign::LeagueRule& rule,
                                          const UnitNamer& name_of);

/// At an assessment cut who is proposed for 约谈 and who is exempt; between cuts who is reminded; empty without a bottom.
[[nodiscard]] std::string summons_sentence(const leagues::LeagueTable& table, bool assessment,
                                           const UnitNamer& name_of);

/// Units by place, "甲（75%）、乙、丙（均为50%）". Shape: rows in the order of the table.
[[nodiscard]] std::string grouped_units(const std::vector<const leagues::LeagueRow*>& rows);

}  // namespace guatu::reporting
