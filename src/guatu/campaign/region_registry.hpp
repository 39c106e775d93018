#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"

/// The cities of a region and where each keeps its campaign. One city, one store: a file, a database or a schema.
namespace guatu::campaign {

struct RegionCity {
  std::string code;  ///< As the region writes it, such as GB/T 2260 "150400"; each once.
  Bilingual name;
  std::string store;  ///< As after --db; a relative path starts at the registry's folder.

  friend bool operator==(const RegionCity&, const RegionCity&) = default;
};

struct RegionRegistry {
  Bilingual name;
  std::vector<RegionCity> cities;  ///< In the order of the file, which is the order of every table.
};

/// Errors: InvalidInput with every fault as a reason "file:line: …": unknown or missing keys, a code or a store named
/// twice, no city at all.
[[nodiscard]] Result<RegionRegistry> parse_region_registry(std::string_view text, const std::string& file);

}  // namespace guatu::campaign
