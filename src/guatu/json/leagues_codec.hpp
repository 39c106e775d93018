#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/json/figures_codec.hpp"
#include "guatu/leagues/league_table.hpp"

/// `leagues` of contract 2.
namespace guatu::json {

[[nodiscard]] std::string encode_leagues(const NumbersHead& head, const leagues::Leagues& leagues);
[[nodiscard]] Result<leagues::Leagues> decode_leagues(std::string_view text);

/// `leagues --explain UNIT`. `also`: other leagues that rank the unit.
[[nodiscard]] std::string encode_explanation(const UnitCode& unit, const std::string& league,
                                             const std::vector<std::string>& also,
                                             const std::vector<leagues::ExplainRow>& rows);

}  // namespace guatu::json
