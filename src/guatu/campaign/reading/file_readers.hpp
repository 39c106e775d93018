#pragma once

#include <map>
#include <string>

#include "guatu/campaign/campaign_files.hpp"
#include "guatu/campaign/reading/spelling_book.hpp"
#include "guatu/campaign/reading/table_reader.hpp"

/// One reader a file. Each fills its part of the campaign and notes where things stand, for what only the whole can show.
namespace guatu::campaign {

/// Where an entry stands, by what it is and its code: ("unit", "fgw").
class Places {
 public:
  /// The code of an entry that has to be the only one of its sort: letters, digits, "_" and "-".
  [[nodiscard]] std::string read_code(TableReader& row, std::string_view key, const std::string& sort, Faults& faults);
  void note(const std::string& sort, const std::string& code, const Place& place);
  /// Contract: noted before.
  [[nodiscard]] const Place& of(const std::string& sort, const std::string& code) const;

 private:
  std::map<std::pair<std::string, std::string>, Place> places_;
};

struct Reading {
  Campaign& campaign;
  Places& places;
  Faults& faults;
};

/// KEY and KEY_en; English may be left out and is then the Chinese text.
[[nodiscard]] Bilingual read_bilingual(TableReader& row, const std::string& key);

void read_campaign_toml(const TomlNode& document, Reading& reading);
void read_leagues(TableReader& document, Reading& reading);  ///< Part of campaign.toml.
void read_catalogue_toml(const TomlNode& document, Reading& reading);
void read_units_toml(const TomlNode& document, Reading& reading);
/// The national notices first, then the campaign's own days; nullptr: it has none.
void read_calendar_toml(const TomlNode* document, Reading& reading);

/// What no single file can know: references to nothing, circles of predecessors, leagues that rank nobody.
void check_whole(Reading& reading);
/// What loads and is doubtful, by file and line.
[[nodiscard]] std::vector<CampaignWarning> find_doubts(const Campaign& campaign, const Places& places);

}  // namespace guatu::campaign
