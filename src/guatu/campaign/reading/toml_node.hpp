#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "guatu/campaign/reading/faults.hpp"
#include "guatu/values/date.hpp"

/// A TOML document as plain values with line numbers. Keeps the parser, slow to compile, in one source.
namespace guatu::campaign {

struct TomlNode {
  using Array = std::vector<TomlNode>;
  using Table = std::map<std::string, TomlNode, std::less<>>;
  /// Nothing stands for what no campaign uses: fractions, times of day.
  std::variant<std::monostate, std::string, std::int64_t, bool, Date, Array, Table> value;
  std::size_t line = 0;
};

/// None when the text is not TOML; the first place that cannot be read is then a fault.
[[nodiscard]] std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file, Faults& faults);

}  // namespace guatu::campaign
