#pragma once

#include "guatu/campaign/campaign_files.hpp"
#include "guatu/campaign/toml_node.hpp"

/// One reader per file of a campaign. Each fills its part and notes where things stand, for messages about several of them.
namespace guatu::campaign {

/// "unit fgw" → "units.toml:12"
using Places = std::map<std::string, std::string>;

void read_campaign_toml(const TomlNode& document, Campaign& campaign, Places& places, Faults& faults);
void read_catalogue_toml(const TomlNode& document, Campaign& campaign, Places& places, Faults& faults);
void read_units_toml(const TomlNode& document, Campaign& campaign, Places& places, Faults& faults);
/// National notices first, then the campaign's own days.
void read_calendar_toml(const TomlNode* document, Campaign& campaign, Faults& faults);

/// What no single file can know: references, duplicates, cycles, leagues that rank nobody.
void check_whole(const Campaign& campaign, const Places& places, Faults& faults);
[[nodiscard]] std::vector<CampaignWarning> find_doubts(const Campaign& campaign, const Places& places);

}  // namespace guatu::campaign
