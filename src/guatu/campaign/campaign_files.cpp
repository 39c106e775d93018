#include "guatu/campaign/campaign_files.hpp"

#include "guatu/campaign/file_readers.hpp"

namespace guatu::campaign {
namespace {

Result<std::optional<TomlNode>> parse_file(const CampaignFiles& files, const std::string& name) {
  const auto found = files.find(name);
  if (found == files.end()) return std::optional<TomlNode>{};
  GUATU_TRY(auto node, parse_toml(found->second, name));
  return std::optional(std::move(node));
}

Error refused(std::vector<Bilingual> reasons) {
  const auto count = std::to_string(reasons.size());
  return {ErrorKind::InvalidInput, {"攻坚行动文件有 " + count + " 处错误，未载入", "the campaign files hold " + count + " faults; nothing was loaded"}, "", std::move(reasons)};
}

}  // namespace

Result<LoadedCampaign> parse_campaign(const CampaignFiles& files) {
  Faults faults;
  std::map<std::string, std::optional<TomlNode>> documents;
  for (const std::string name : {"campaign.toml", "catalogue.toml", "units.toml", "calendar.toml"}) {
    auto document = parse_file(files, name);
    if (!document) {
      faults.list.push_back(document.error().message);
    } else if (!*document && name != "calendar.toml") {
      faults.add(name, "缺少此文件", "the file is missing");
    } else {
      documents[name] = *std::move(document);
    }
  }
  for (const auto& [name, text] : files)
    if (name.ends_with(".toml") && !documents.contains(name) && name != "triage.toml" && files.contains(name) &&
        name != "campaign.toml" && name != "catalogue.toml" && name != "units.toml" && name != "calendar.toml")
      faults.add(name, "不是攻坚行动的文件", "is no file of a campaign");
  if (!faults.list.empty()) return refused(std::move(faults.list));

  LoadedCampaign loaded;
  auto& campaign = loaded.campaign;
  Places places;
  read_campaign_toml(*documents["campaign.toml"], campaign, places, faults);
  read_catalogue_toml(*documents["catalogue.toml"], campaign, places, faults);
  read_units_toml(*documents["units.toml"], campaign, places, faults);
  read_calendar_toml(documents["calendar.toml"] ? &*documents["calendar.toml"] : nullptr, campaign, faults);
  check_whole(campaign, places, faults);
  if (!faults.list.empty()) return refused(std::move(faults.list));
  campaign.index();
  loaded.warnings = find_doubts(campaign, places);
  return loaded;
}

}  // namespace guatu::campaign
