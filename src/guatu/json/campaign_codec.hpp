#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "guatu/campaign/campaign.hpp"

/// What a page has to know of a campaign before it can show anything.
namespace guatu::json {

/// When an overview is given.
struct CampaignMoment {
  std::int64_t seq = 0;
  Date today;
  Date default_as_of;                  ///< The day that is meant when none is asked.
  std::optional<Dekad> default_dekad;  ///< Of that day; none before any dekad was opened.
};

/// Names, days, targets, kinds, units, leagues, policy in words, and the words of states, levels and lights.
[[nodiscard]] std::string encode_campaign_overview(const campaign::Campaign& campaign, const CampaignMoment& moment);

/// {seq, units:[…]} with all their dated names.
[[nodiscard]] std::string encode_units(const campaign::Campaign& campaign, std::int64_t seq);

}  // namespace guatu::json
