#include "guatu/campaign/region_registry.hpp"

#include <map>

#include "guatu/campaign/reading/table_reader.hpp"

namespace guatu::campaign {
namespace {

Bilingual read_name(TableReader& reader) {
  Bilingual name;
  name.zh = reader.text("name");
  name.en = reader.text_or("name_en", name.zh);
  return name;
}

/// A code or a store that stands there a second time would count one city twice. The value is not repeated: a store's
/// address may hold a password.
void check_once(TableReader& reader, std::string_view key, const std::string& value, const std::string& code,
                std::map<std::string, std::string>& seen) {
  if (value.empty()) return;
  const auto [first, is_new] = seen.emplace(value, code);
  if (is_new) return;
  reader.fault(key, "与前面的市（" + first->second + "）相同，同一个市会被算两次",
               "is that of a city above (" + first->second + "): it would count twice");
}

RegionRegistry read_registry(const TomlNode& root, const std::string& file, Faults& faults) {
  RegionRegistry registry;
  TableReader reader(root, file, faults);
  if (auto region = reader.table("region")) {
    registry.name = read_name(*region);
    region->finish();
  }
  std::map<std::string, std::string> codes;
  std::map<std::string, std::string> stores;
  for (auto& each : reader.tables("city")) {
    RegionCity city{each.text("code"), read_name(each), each.text("store")};
    check_once(each, "code", city.code, city.code, codes);
    check_once(each, "store", city.store, city.code, stores);
    each.finish();
    registry.cities.push_back(std::move(city));
  }
  if (registry.cities.empty())
    reader.fault("city", "没有列出任何市，请为每个市写一段 [[city]]", "lists no city; write one [[city]] for each");
  reader.finish();
  return registry;
}

}  // namespace

Result<RegionRegistry> parse_region_registry(std::string_view text, const std::string& file) {
  Faults faults;
  RegionRegistry registry;
  if (const auto root = parse_toml(text, file, faults)) registry = read_registry(*root, file, faults);
  if (faults.empty()) return registry;
  auto error = make_error(ErrorKind::InvalidInput, file, file + " 有误", file + " has faults");
  error.reasons = faults.in_order();
  return error;
}

}  // namespace guatu::campaign
