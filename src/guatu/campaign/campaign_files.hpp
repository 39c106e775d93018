#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/campaign/campaign.hpp"

/// From the files of a campaign to the campaign, and everything that is wrong or doubtful in them.
namespace guatu::campaign {

/// The files that a campaign is made of, in the order in which one reads them; all but calendar.toml must be there.
[[nodiscard]] std::vector<std::string> campaign_file_names();

/// File name ("campaign.toml", "catalogue.toml", "units.toml", "calendar.toml") → text.
using CampaignFiles = std::map<std::string, std::string>;

/// Something doubtful that does not stop loading: two clauses whose dates clash, an unverified limit that decides a date.
struct CampaignWarning {
  std::string place;  ///< "campaign.toml:31"
  Bilingual text;     ///< Names both clauses.
};

struct LoadedCampaign {
  Campaign campaign;
  std::vector<CampaignWarning> warnings;
};

/// Errors: InvalidInput with every fault as a reason "file:line: …", by file and line: files that are missing or not of a
/// campaign, unknown keys, missing keys, wrong types, duplicate codes, names or aliases that two units or kinds share,
/// references to nothing, cycles among predecessors of a track, impossible dates, thresholds outside 0–1, a league that
/// ranks nobody.
[[nodiscard]] Result<LoadedCampaign> parse_campaign(const CampaignFiles& files);

/// All files as one text, in name order, each with its length: what is stored and digested as a version.
[[nodiscard]] std::string join_files(const CampaignFiles& files);
/// The files of a joined text. Errors: IntegrityBroken when the lengths do not fit.
[[nodiscard]] Result<CampaignFiles> split_files(std::string_view joined);

}  // namespace guatu::campaign
