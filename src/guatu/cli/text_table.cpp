#include "guatu/cli/text_table.hpp"

#include <algorithm>

#include "guatu/base/contract.hpp"
#include "guatu/base/text.hpp"

namespace guatu::cli {

std::vector<std::string> text_table(const std::vector<std::vector<std::string>>& rows,
                                    const std::vector<ColumnSide>& sides) {
  std::vector<std::size_t> widths(sides.size(), 0);
  for (const auto& row : rows) {
    GUATU_REQUIRE(row.size() == sides.size());
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string blanks(widths[c] - display_width(row[c]), ' ');
      line += "  " + (sides[c] == ColumnSide::Left ? row[c] + blanks : blanks + row[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace guatu::cli
