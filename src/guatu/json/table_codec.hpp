#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::json {

/// [{column: text, …}, …]
[[nodiscard]] std::string encode_table(std::span<const std::string_view> columns,
                                       const std::vector<std::span<const std::string>>& rows);

}  // namespace guatu::json
