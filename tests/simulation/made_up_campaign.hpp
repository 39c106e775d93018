#pragma once

#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign_files.hpp"

/// The campaign that is simulated, version by version: small, but with every kind of unit, target and league.
namespace guatu::simulation {

inline const Date kStarts = Date::of(2022, 11, 25);
inline const Dekad kFirstDekad{2022, 12, 1};
inline constexpr const char* kOffice = "office";
inline constexpr const char* kSupervision = "inspect";

struct MadeUpKind {
  std::string code, name, line;
  std::optional<Date> valid_from;
  int since_version = 1;
};
struct MadeUpUnit {
  std::string code, name, capacities;  ///< As TOML writes them.
  bool responsible = false, district = false;
};
[[nodiscard]] const std::vector<MadeUpKind>& made_up_kinds();
[[nodiscard]] const std::vector<MadeUpUnit>& made_up_units();
[[nodiscard]] const std::string& unit_name(const std::string& code);
[[nodiscard]] const std::string& kind_name(const std::string& code);

/// Kinds in force on the day in this version.
[[nodiscard]] std::vector<std::string> kinds_in_force(int version, Date day);

/// Thresholds and bottom places differ from version to version; a kind joins with the second.
[[nodiscard]] campaign::CampaignFiles made_up_files(int version);

}  // namespace guatu::simulation
