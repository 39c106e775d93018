#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/intake/grid.hpp"
#include "guatu/values/amount.hpp"

/// What stands above the header: whose return, for which dekad, in which unit of money. Source: domain 1.4.
namespace guatu::intake {

struct Caption {
  std::optional<UnitCode> unit;
  bool unit_from_sheet = false;       ///< Nothing but the sheet's name says so.
  std::optional<Place> unknown_unit;  ///< A unit is named, but the campaign has none of that name.
  std::optional<Dekad> dekad;
  Place unit_place, dekad_place;  ///< Where they are named.
  std::optional<AmountUnit> amount_unit;
};

/// The rows above `header_row`.
[[nodiscard]] Caption read_caption(const Grid& grid, std::uint32_t header_row, const campaign::Campaign& campaign);

/// 2022年12月上旬, 截至2022年12月10日, 2022-12-D1, 填报时间：2022年12月10日 (only when a dekad ends on that day).
/// A day without a year lies in the campaign.
[[nodiscard]] std::optional<Dekad> find_dekad_in(std::string_view text, Date campaign_starts_on);

}  // namespace guatu::intake
