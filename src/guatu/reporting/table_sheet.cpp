#include "guatu/reporting/table_sheet.hpp"

#include "guatu/base/contract.hpp"
#include "guatu/reporting/row_heights.hpp"

namespace guatu::reporting {
namespace {

constexpr std::uint32_t kTitleRow = 0, kCaptionRow = 1, kHeaderRow = 2;
constexpr double kTitleHeight = 30, kHeaderHeight = 32;  // Points.
constexpr std::size_t kSheetNameLength = 31;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// "42.1%", "+8.4", "19/28", "—": text that stands in its column as a number does.
bool reads_as_number(const std::string& text) {
  return text == "—" || (!text.empty() && text.find_first_not_of("0123456789.+-/%") == std::string::npos);
}

CellStyle style_of(const TableSheet::Value& value, CellStyle style) {
  if (style != CellStyle::Body) return style;
  if (std::holds_alternative<std::int64_t>(value)) return CellStyle::Number;
  if (std::holds_alternative<Amount>(value)) return CellStyle::Money;
  if (std::holds_alternative<Date>(value)) return CellStyle::Day;
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && reads_as_number(*text) ? CellStyle::BodyCentred : style;
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
  if (style == CellStyle::Body) last_row_ = next_row_;
  ++next_row_;
}

void TableSheet::add_note(std::string text) {
  sheet_.cells.push_back({next_row_++, 0, std::move(text), CellStyle::Note, columns_});
}

SheetModel TableSheet::take() {
  if (last_row_) sheet_.filter = FilterRange{kHeaderRow, *last_row_};
  fit_row_heights(sheet_);
  return std::move(sheet_);
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
