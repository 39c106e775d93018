#pragma once

#include <optional>
#include <string_view>

#include "guatu/base/bilingual.hpp"

/// 审批层级: the level that decides, delegation included. Source: rules 1; Plan 1.
namespace guatu {

enum class Authority { State, Region, City, County };

/// Stable names in files and JSON: "state", "region", "city", "county".
[[nodiscard]] std::string_view authority_name(Authority authority);
[[nodiscard]] std::optional<Authority> find_authority(std::string_view name);
/// General words: 国家级, 省级, 市级, 县级. A campaign's own (自治区级, 旗县级) are `Campaign::authority_word`.
[[nodiscard]] Bilingual authority_words(Authority authority);

/// Region and state: targets count handing up there. Source: Plan 1, target 3.
[[nodiscard]] inline bool decides_above_city(std::optional<Authority> authority) {
  return authority == Authority::State || authority == Authority::Region;
}

/// Legal track on which a project is established.
enum class Track { Approval, Sanction, Filing };         ///< 审批, 核准, 备案
[[nodiscard]] std::string_view track_name(Track track);  ///< "approval", "sanction", "filing"
[[nodiscard]] std::optional<Track> find_track(std::string_view name);

}  // namespace guatu
