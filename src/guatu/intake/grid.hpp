#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "guatu/intake/form_reading.hpp"
#include "guatu/intake/workbook.hpp"

/// A sheet to look into many times: every cell of a merged range shows the range's first cell. Source: domain 1.4.
namespace guatu::intake {

class Grid {
 public:
  explicit Grid(const Sheet& sheet);

  [[nodiscard]] const Sheet& sheet() const { return sheet_; }
  [[nodiscard]] std::uint32_t row_count() const { return row_count_; }
  [[nodiscard]] std::uint32_t column_count() const { return column_count_; }

  /// The cell written at the place itself. Cost: O(log cells in the row).
  [[nodiscard]] const Cell* find_own(std::uint32_t row, std::uint32_t column) const;
  /// The cell that shows there, or nullptr.
  [[nodiscard]] const Cell* find_shown(std::uint32_t row, std::uint32_t column) const;
  /// What a person reads there, trimmed; error cells too.
  [[nodiscard]] std::string text(std::uint32_t row, std::uint32_t column) const;
  /// Cells written in the row, by column, without empty ones.
  [[nodiscard]] std::vector<const Cell*> own_cells(std::uint32_t row) const;
  /// Last row of the merged range that begins at the cell; its own row when there is none.
  [[nodiscard]] std::uint32_t merge_bottom(const Cell& cell) const;

  /// Where the shown cell stands and what it says, under a header in words.
  [[nodiscard]] Place place(std::uint32_t row, std::uint32_t column, const std::string& header) const;

 private:
  const Sheet& sheet_;
  std::uint32_t row_count_ = 0, column_count_ = 0;
  std::vector<std::size_t> row_begins_;                     ///< Index of each row's first cell; one more at the end.
  std::unordered_map<std::uint64_t, const Cell*> covered_;  ///< Place under a merged range → its first cell.
  std::unordered_map<std::uint64_t, std::uint32_t> merge_bottoms_;  ///< First cell of a range → last row.
};

}  // namespace guatu::intake
