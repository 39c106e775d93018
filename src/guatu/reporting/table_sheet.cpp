#include "guatu/reporting/table_sheet.hpp"

#include <cmath>
#include <numeric>

#include "guatu/base/contract.hpp"

namespace guatu::reporting {
namespace {

constexpr std::uint32_t kTitleRow = 0, kCaptionRow = 1, kHeaderRow = 2;
constexpr double kTitleHeight = 30, kHeaderHeight = 32, kLineHeight = 14;  // Points.
constexpr std::size_t kSheetNameLength = 31;

CellStyle style_of(const TableSheet::Value& value, CellStyle style) {
  if (style != CellStyle::Body) return style;
  if (std::holds_alternative<std::int64_t>(value)) return CellStyle::Number;
  if (std::holds_alternative<Amount>(value)) return CellStyle::Money;
  if (std::holds_alternative<Date>(value)) return CellStyle::Day;
  return style;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// In the width of a digit: a Chinese character is as wide as two.
double shown_width(const std::string& text) {
  double width = 0;
  for (const char c : text)
    if (!is_continuation(c)) width += static_cast<unsigned char>(c) < 0x80U ? 1 : 2;
  return width;
}

}  // namespace

TableSheet::TableSheet(const std::string& name, std::string title, std::string caption, Columns columns)
    : columns_(static_cast<std::uint16_t>(columns.size())) {
  sheet_.name = sheet_name(name);
  sheet_.footer = caption;
  sheet_.cells.push_back({kTitleRow, 0, std::move(title), CellStyle::Title, columns_});
  sheet_.cells.push_back({kCaptionRow, 0, std::move(caption), CellStyle::Caption, columns_});
  for (std::uint16_t c = 0; c < columns_; ++c) {
    sheet_.cells.push_back({kHeaderRow, c, std::move(columns[c].first), CellStyle::Header});
    sheet_.column_widths.push_back(columns[c].second);
  }
  sheet_.frozen_rows = kHeaderRow + 1;
  sheet_.repeat_last_row = kHeaderRow;
  sheet_.row_heights = {{kTitleRow, kTitleHeight}, {kHeaderRow, kHeaderHeight}};
  next_row_ = kHeaderRow + 1;
}

void TableSheet::add_row(std::vector<Value> values, CellStyle style) {
  GUATU_REQUIRE(values.size() == columns_);
  for (std::uint16_t c = 0; c < columns_; ++c) {
    const auto shown = style_of(values[c], style);
    sheet_.cells.push_back({next_row_, c, std::move(values[c]), shown});
  }
  ++next_row_;
}

void TableSheet::add_note(std::string text) {
  const auto width = std::accumulate(sheet_.column_widths.begin(), sheet_.column_widths.end(), 0.0);
  sheet_.row_heights.emplace_back(next_row_, kLineHeight * std::ceil((shown_width(text) + 1) / width));
  sheet_.cells.push_back({next_row_++, 0, std::move(text), CellStyle::Note, columns_});
}

std::string sheet_name(const std::string& text) {
  std::string name;
  std::size_t length = 0;
  for (const char c : text) {
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) continue;
    if (!is_continuation(c) && ++length > kSheetNameLength) break;
    name += c;
  }
  return name;
}

}  // namespace guatu::reporting
