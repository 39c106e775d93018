#include "guatu/campaign/campaign_files.hpp"

#include <algorithm>

#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::campaign {
namespace {

constexpr const char* kOptionalFile = "calendar.toml";
/// Templates of papers travel with the campaign; the documents layer reads them.
constexpr std::string_view kPapers = "papers/";

void check_names(const CampaignFiles& files, Faults& faults) {
  const auto names = campaign_file_names();
  for (const auto& [name, text] : files) {
    if (std::ranges::find(names, name) != names.end() || name.starts_with(kPapers)) continue;
    faults.add({name, 0}, "不是攻坚行动的文件", "is not a file of a campaign");
  }
  for (const auto& name : names)
    if (name != kOptionalFile && !files.contains(name)) faults.add({name, 0}, "缺少此文件", "the file is missing");
}

std::map<std::string, TomlNode> parse_documents(const CampaignFiles& files, Faults& faults) {
  std::map<std::string, TomlNode> documents;
  for (const auto& name : campaign_file_names()) {
    const auto found = files.find(name);
    if (found == files.end()) continue;
    if (auto document = parse_toml(found->second, name, faults)) documents.emplace(name, *std::move(document));
  }
  return documents;
}

Error refused(std::vector<Bilingual> reasons) {
  const auto count = std::to_string(reasons.size());
  return {ErrorKind::InvalidInput,
          {"攻坚行动文件有 " + count + " 处错误，未载入，请逐条改正后重新载入",
           "the campaign files hold " + count + (reasons.size() == 1 ? " fault" : " faults") +
               "; nothing was loaded, mend them and load again"},
          "",
          std::move(reasons)};
}

}  // namespace

std::vector<std::string> campaign_file_names() {
  return {"campaign.toml", "catalogue.toml", "units.toml", kOptionalFile};
}

Result<LoadedCampaign> parse_campaign(const CampaignFiles& files) {
  Faults faults;
  check_names(files, faults);
  const auto documents = parse_documents(files, faults);
  LoadedCampaign loaded;
  Places places;
  Reading reading{loaded.campaign, places, faults};
  const auto find = [&](const std::string& name) {
    const auto found = documents.find(name);
    return found == documents.end() ? nullptr : &found->second;
  };
  const auto* campaign = find("campaign.toml");
  const auto* catalogue = find("catalogue.toml");
  const auto* units = find("units.toml");
  if (campaign != nullptr) read_campaign_toml(*campaign, reading);
  if (catalogue != nullptr) read_catalogue_toml(*catalogue, reading);
  if (units != nullptr) read_units_toml(*units, reading);
  read_calendar_toml(find(kOptionalFile), reading);
  // With a file unread, everything that refers to it would be a fault too.
  if (campaign != nullptr && catalogue != nullptr && units != nullptr) check_whole(reading);
  if (!faults.empty()) return refused(faults.in_order());
  loaded.campaign.index();
  loaded.warnings = find_doubts(loaded.campaign, places);
  return loaded;
}

}  // namespace guatu::campaign
