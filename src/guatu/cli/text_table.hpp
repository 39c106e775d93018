#pragma once

#include <string>
#include <vector>

namespace guatu::cli {

enum class ColumnSide { Left, Right };

/// Lines of a table for a terminal: columns as wide as their widest cell, Chinese counted double, two spaces between.
/// Shape: `sides` says for every column where its cells stand; every row has as many cells. No line ends in spaces.
[[nodiscard]] std::vector<std::string> text_table(const std::vector<std::vector<std::string>>& rows,
                                                  const std::vector<ColumnSide>& sides);

}  // namespace guatu::cli
