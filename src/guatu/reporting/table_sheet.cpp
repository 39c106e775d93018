#include "guatu/reporting/table_sheet.hpp"

#include "guatu/base/contract.hpp"

namespace guatu::reporting {
namespace {

CellStyle style_of(const TableSheet::Value& value, CellStyle style) {
  if (style != CellStyle::Body) return style;
  if (std::holds_alternative<std::int64_t>(value)) return CellStyle::Number;
  if (std::holds_alternative<Amount>(value)) return CellStyle::Money;
  if (std::holds_alternative<Date>(value)) return CellStyle::Day;
  return style;
}

}  // namespace

TableSheet::TableSheet(std::string name, std::string title, std::string caption,
                       std::vector<std::pair<std::string, double>> columns)
    : columns_(static_cast<std::uint16_t>(columns.size())) {
  sheet_.name = std::move(name);
  sheet_.footer = caption;
  sheet_.cells.push_back({0, 0, std::move(title), CellStyle::Title, columns_});
  sheet_.cells.push_back({1, 0, std::move(caption), CellStyle::Caption, columns_});
  for (std::uint16_t c = 0; c < columns_; ++c) {
    sheet_.cells.push_back({2, c, std::move(columns[c].first), CellStyle::Header});
    sheet_.column_widths.push_back(columns[c].second);
  }
  sheet_.frozen_rows = 3;
  sheet_.repeat_last_row = 2;
  sheet_.row_heights = {{0, 30}, {2, 30}};
  next_row_ = 3;
}

void TableSheet::add_row(std::vector<Value> values, CellStyle style) {
  GUATU_REQUIRE(values.size() == columns_);
  for (std::uint16_t c = 0; c < columns_; ++c) {
    const auto shown = style_of(values[c], style);
    sheet_.cells.push_back({next_row_, c, std::move(values[c]), shown});
  }
  ++next_row_;
}

void TableSheet::add_line(std::string text) {
  sheet_.cells.push_back({next_row_, 0, std::move(text), CellStyle::Emphasis, columns_});
  ++next_row_;
}

}  // namespace guatu::reporting
