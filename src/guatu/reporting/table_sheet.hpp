#pragma once

#include <string>
#include <vector>

#include "guatu/reporting/sheet_model.hpp"

namespace guatu::reporting {

/// A plain printed table: title, as-of line, header, rows.
class TableSheet {
 public:
  using Value = decltype(SheetCell::value);

  TableSheet(std::string name, std::string title, std::string caption,
             std::vector<std::pair<std::string, double>> columns);

  void add_row(std::vector<Value> values, CellStyle style = CellStyle::Body);
  /// A line over the whole width, between rows.
  void add_line(std::string text);
  [[nodiscard]] SheetModel take() { return std::move(sheet_); }

 private:
  SheetModel sheet_;
  std::uint16_t columns_ = 0;
  std::uint32_t next_row_ = 0;
};

}  // namespace guatu::reporting
