#pragma once

#include <functional>
#include <string>

#include "guatu/leagues/league_table.hpp"

/// Rankings in the published manner: 排在前三位的是…（75%）、…；排在后三位的是…（均为0%）. Source: domain 7.3, 7.4.
namespace guatu::reporting {

/// Units in groups of one rate, "甲（75%）、乙、丙（均为50%）".
[[nodiscard]] std::string grouped_units(const std::vector<const leagues::LeagueRow*>& rows);
/// The sentence about one league; `name_of` gives unit names for those that are not ranked.
[[nodiscard]] std::string league_sentence(const leagues::LeagueTable& table, int bottom,
                                          const std::function<std::string(const UnitCode&)>& name_of);
/// 一 二 三 … 十
[[nodiscard]] std::string chinese_number(int number);

}  // namespace guatu::reporting
