#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/reporting/sheet_model.hpp"

namespace guatu::reporting {

/// A plain printed table: title, as-of line, header — repeated on each page, with filters — rows, notes below. Every row is
/// high enough for its text.
class TableSheet {
 public:
  using Value = decltype(SheetCell::value);
  using Columns = std::vector<std::pair<std::string, double>>;  ///< Header and width in characters.

  TableSheet(const std::string& name, std::string title, std::string caption, Columns columns);

  /// Contract: as many values as columns. Numbers, money and days take their own styles unless another one is asked for.
  void add_row(std::vector<Value> values, CellStyle style = CellStyle::Body);
  /// A line over the whole width, high enough for its text.
  void add_note(std::string text);
  void freeze_columns(std::uint16_t count) { sheet_.frozen_columns = count; }
  void print_on(PaperSize paper) { sheet_.paper = paper; }
  [[nodiscard]] SheetModel take();

 private:
  SheetModel sheet_;
  std::uint16_t columns_ = 0;
  std::uint32_t next_row_ = 0;
  std::optional<std::uint32_t> last_row_;  ///< Of the rows that a reader may filter; sums and notes stand below.
};

/// A name that a workbook takes for a sheet: at most 31 characters, none of []:*?/\ and no apostrophe.
[[nodiscard]] std::string sheet_name(const std::string& text);

}  // namespace guatu::reporting
