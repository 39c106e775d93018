#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "guatu/values/amount.hpp"
#include "guatu/values/date.hpp"

/// A workbook as it shall look, before any file format: forms, attachments and calculation sheets are built as these and
/// rendered by `documents/xlsx`. Rows and columns count from 0.
namespace guatu::reporting {

/// How a cell looks; the renderer maps each to fonts, borders and number formats.
enum class CellStyle : std::uint8_t {
  Title,
  Caption,
  Header,
  Body,
  BodyCentred,
  Number,
  Money,
  Day,
  Input,
  InputDay,
  Locked,
  Note,
  Emphasis
};

struct SheetCell {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  /// Nothing, text, whole number, money in 亿元, a day.
  std::variant<std::monostate, std::string, std::int64_t, Amount, Date> value;
  CellStyle style = CellStyle::Body;
  std::uint16_t span_columns = 1;  ///< Merged over so many columns…
  std::uint32_t span_rows = 1;     ///< …and rows.
};

struct DropDown {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint16_t column = 0;
  std::vector<std::string> words;
  std::string prompt_title, prompt;  ///< Shown when the cell is entered.
  bool strict = true;                ///< Refuse other words, or only warn.
};

struct DayRule {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint16_t column = 0;
  std::string prompt_title, prompt;
};

struct SheetNote {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  std::string text;
};

/// Rows that can be filtered by every column: the header, then the data.
struct FilterRange {
  std::uint32_t header_row = 0, last_row = 0;
};

enum class PaperSize { A4, A3 };

struct SheetModel {
  std::string name;
  std::vector<double> column_widths;                          ///< In characters.
  std::vector<std::pair<std::uint32_t, double>> row_heights;  ///< In points.
  std::vector<SheetCell> cells;                               ///< In row order.
  std::vector<DropDown> drop_downs;
  std::vector<DayRule> day_rules;
  std::vector<SheetNote> notes;
  std::optional<FilterRange> filter;
  std::uint32_t frozen_rows = 0;
  std::uint16_t frozen_columns = 0;
  std::uint32_t repeat_first_row = 0,
                repeat_last_row = 0;  ///< Rows repeated on each printed page; none when last is 0.
  PaperSize paper = PaperSize::A4;
  bool landscape = true;
  std::string footer;  ///< As-of line; page x / y is added by the renderer.
};

struct WorkbookModel {
  std::string title;
  Date created_on;  ///< Written into the file instead of the clock, so that the same model gives the same bytes.
  std::vector<SheetModel> sheets;
};

}  // namespace guatu::reporting
