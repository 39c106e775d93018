#pragma once

#include <string>
#include <vector>

#include "guatu/base/error.hpp"
#include "guatu/reporting/bulletin_input.hpp"

namespace guatu::reporting {

/// A unit's row in a league.
struct UnitPlace {
  const leagues::LeagueTable* league = nullptr;
  const leagues::LeagueRow* row = nullptr;
};
/// In every league that ranks it.
[[nodiscard]] std::vector<UnitPlace> places_of(const BulletinInput& input, const UnitCode& unit);

/// 你单位在旗县区序列中办结率25%（2/8），排第11位（共13个单位），较上一旬……。 One clause a league; empty when nobody ranks it.
[[nodiscard]] std::string place_sentence(const BulletinInput& input, const UnitCode& unit);

/// NotFound, with where codes are written.
[[nodiscard]] Error unknown_unit(const UnitCode& unit);

}  // namespace guatu::reporting
