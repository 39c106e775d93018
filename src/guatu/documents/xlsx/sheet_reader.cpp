#include "guatu/documents/xlsx/sheet_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "guatu/documents/cell_texts.hpp"
#include "guatu/documents/xlsx/pictures.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/values/date.hpp"

namespace guatu::documents {
namespace {

using intake::Cell;
using intake::CellKind;
using intake::Sheet;

constexpr double kDaysBetweenSystems = 1462;  // The 1904 system's day 0 in the 1900 system.
constexpr int kUnixEpochSerial = 25569;       // 1970-01-01 in the 1900 system.

bool is_true(std::string_view flag) {
  return flag == "1" || flag == "true";
}

/// 0 for what is no number.
std::uint32_t whole_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && rest == text.data() + text.size() ? number : 0;
}

class SheetReader final : public XmlHandler {
 public:
  SheetReader(const ReadLimits& limits, SheetContext& context, Sheet& sheet)
      : limits_(limits), context_(context), sheet_(sheet), texts_(sheet) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "c") return start_cell(attributes);
    if (name == "row") return start_row(attributes);
    if (name == "v" || name == "t") in_value_ = in_cell_ && !in_reading_aid_;
    if (name == "f" && in_cell_) cell_.formula = true;
    if (name == "rPh") in_reading_aid_ = true;
    if (name == "mergeCell") merge(attributes.find("ref"));
    if (name == "col") start_columns(attributes);
  }

  void end(std::string_view name) override {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "c" && in_cell_) end_cell();
  }

  void text(std::string_view piece) override {
    if (!in_value_) return;
    if (value_.size() + piece.size() > limits_.text_bytes)
      return refuse(too_large(here() + " 文字过长", "the text of " + here() + " is too long"));
    value_ += piece;
  }

  /// Ascending, each once, as far as there are cells.
  void put_hidden_columns() {
    std::ranges::sort(hidden_columns_);
    std::uint32_t next = 0;
    const auto used = sheet_.column_count();
    for (const auto& [first, behind] : hidden_columns_)
      for (next = std::max(next, first); next < std::min(behind, used); ++next)
        sheet_.hidden_columns.push_back(static_cast<std::uint16_t>(next));
  }

 private:
  [[nodiscard]] std::string here() const { return sheet_.name + "!" + intake::cell_name(cell_.row, cell_.column); }

  void start_row(const XmlAttributes& attributes) {
    if (++rows_ > limits_.rows) return refuse(too_large("行过多", "too many rows"));
    const auto given = attributes.find("r");
    if (given.empty()) {
      ++row_;
    } else {
      std::uint64_t number = 0;
      const auto [rest, error] = std::from_chars(given.data(), given.data() + given.size(), number);
      if (error != std::errc{} || rest != given.data() + given.size() || number == 0 || number > limits_.rows)
        return refuse(
            damaged_file("工作表“" + sheet_.name + "”行号 " + std::string(given.substr(0, 20)) + " 有误",
                         "sheet \"" + sheet_.name + "\" has the row number " + std::string(given.substr(0, 20))));
      row_ = static_cast<std::int64_t>(number) - 1;
    }
    column_ = -1;
    if (is_true(attributes.find("hidden"))) sheet_.hidden_rows.push_back(static_cast<std::uint32_t>(row_));
  }

  void start_columns(const XmlAttributes& attributes) {
    if (!is_true(attributes.find("hidden"))) return;
    if (hidden_columns_.size() >= limits_.columns) return refuse(too_large("列过多", "too many columns"));
    const auto first = whole_number(attributes.find("min"));
    const auto last = std::min(whole_number(attributes.find("max")), limits_.columns);
    if (first > 0 && first <= last) hidden_columns_.emplace_back(first - 1, last);
  }

  void start_cell(const XmlAttributes& attributes) {
    if (context_.cells_left == 0) return refuse(too_large("单元格过多", "too many cells"));
    --context_.cells_left;
    std::uint32_t row = static_cast<std::uint32_t>(std::max<std::int64_t>(row_, 0));
    std::uint32_t column = static_cast<std::uint32_t>(column_ + 1);
    const auto reference = attributes.find("r");
    if (!reference.empty() && !parse_reference(reference, limits_, row, column))
      return refuse(
          damaged_file("工作表“" + sheet_.name + "”单元格地址 " + std::string(reference.substr(0, 20)) + " 有误",
                       "sheet \"" + sheet_.name + "\" has the cell address " + std::string(reference.substr(0, 20))));
    if (column >= limits_.columns) return refuse(too_large("列过多", "too many columns"));
    row_ = row;
    column_ = column;
    cell_ = Cell{row, static_cast<std::uint16_t>(column)};
    type_ = attributes.find("t");
    std::uint32_t style = 0;
    const auto given_style = attributes.find("s");
    std::from_chars(given_style.data(), given_style.data() + given_style.size(), style);
    format_ = style < context_.formats.size() ? context_.formats[style] : CellFormat{};
    cell_.symbol_font = format_.symbol_font;
    value_.clear();
    in_cell_ = true;
  }

  void end_cell() {
    in_cell_ = false;
    if (value_.empty() && !cell_.formula) return;
    if (value_.empty()) {
      keep({});
    } else if (type_ == "s") {
      shared();
    } else if (type_ == "inlineStr" || type_ == "str") {
      cell_.kind = CellKind::Text;
      keep(without_escapes(std::move(value_)));
    } else if (type_ == "b") {
      cell_.kind = CellKind::Boolean;
      cell_.number = value_ == "1" || value_ == "true" ? 1 : 0;
      keep({});
    } else if (type_ == "e") {
      cell_.kind = CellKind::Error;
      keep(value_);
    } else if (type_ == "d") {
      iso_date();
    } else {
      number();
    }
    sheet_.cells.push_back(cell_);
  }

  void shared() {
    std::uint64_t index = 0;
    const auto [rest, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
    if (error != std::errc{} || index >= context_.shared.size())
      return refuse(damaged_file(here() + " 指向不存在的文字", here() + " points to a text that does not exist"));
    cell_.kind = CellKind::Text;
    keep(context_.shared[index]);
  }

  void iso_date() {
    const auto day = parse_iso_date(std::string_view(value_).substr(0, 10));
    if (!day) {
      cell_.kind = CellKind::Text;
      return keep(value_);
    }
    cell_.kind = CellKind::Date;
    cell_.number = day->number() + kUnixEpochSerial;
    keep({});
  }

  void number() {
    double value = 0;
    const auto [rest, error] = std::from_chars(value_.data(), value_.data() + value_.size(), value);
    if (error != std::errc{} || rest != value_.data() + value_.size() || !std::isfinite(value)) {
      cell_.kind = CellKind::Text;
      return keep(value_);
    }
    if (!format_.unit.empty()) return number_with_unit(value);
    cell_.kind = format_.date ? CellKind::Date : CellKind::Number;
    cell_.number = format_.date && context_.date1904 ? value + kDaysBetweenSystems : value;
    keep({});
  }

  /// What people see is the number with its unit, so that is what the cell says.
  void number_with_unit(double value) {
    constexpr double kHundred = 100;
    cell_.kind = CellKind::Text;
    keep(fmt::format("{:.12g}", format_.unit == "%" ? value * kHundred : value) + format_.unit);
  }

  void keep(std::string_view text) {
    if (is_picture_formula(text)) ++sheet_.pictures;
    cell_.text = texts_.keep(text);
  }

  void merge(std::string_view reference) {
    const auto colon = reference.find(':');
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
    const bool good = colon != std::string_view::npos &&
                      parse_reference(reference.substr(0, colon), limits_, first_row, first_column) &&
                      parse_reference(reference.substr(colon + 1), limits_, last_row, last_column) &&
                      first_row <= last_row && first_column <= last_column;
    if (!good)
      return refuse(damaged_file("合并单元格 " + std::string(reference.substr(0, 30)) + " 有误",
                                 "a merged range is wrong: " + std::string(reference.substr(0, 30))));
    if (sheet_.merges.size() >= limits_.cells / 4) return refuse(too_large("合并单元格过多", "too many merged ranges"));
    sheet_.merges.push_back(
        {first_row, last_row, static_cast<std::uint16_t>(first_column), static_cast<std::uint16_t>(last_column)});
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns_;  ///< First, and the one after the last.
  const ReadLimits& limits_;
  SheetContext& context_;
  Sheet& sheet_;
  CellTexts texts_;
  Cell cell_;
  CellFormat format_;
  std::string type_, value_;
  std::int64_t row_ = -1, column_ = -1;
  std::uint64_t rows_ = 0;
  bool in_cell_ = false, in_value_ = false, in_reading_aid_ = false;
};

/// Row order, columns ascending; of two cells at one address the later stays.
void put_in_order(Sheet& sheet) {
  const auto before = [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; };
  if (!std::ranges::is_sorted(sheet.cells, before)) std::ranges::stable_sort(sheet.cells, before);
  std::vector<Cell>& cells = sheet.cells;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool same = kept > 0 && cells[kept - 1].row == cells[i].row && cells[kept - 1].column == cells[i].column;
    cells[same ? kept - 1 : kept++] = cells[i];
  }
  cells.resize(kept);
}

}  // namespace

bool parse_reference(std::string_view text, const ReadLimits& limits, std::uint32_t& row, std::uint32_t& column) {
  std::uint64_t letters = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 4; ++i) {
    const char c = text[i];
    if (c >= 'A' && c <= 'Z')
      letters = letters * 26 + static_cast<std::uint64_t>(c - 'A' + 1);
    else if (c >= 'a' && c <= 'z')
      letters = letters * 26 + static_cast<std::uint64_t>(c - 'a' + 1);
    else
      break;
  }
  if (letters == 0 || letters > limits.columns) return false;
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data() + i, text.data() + text.size(), number);
  if (error != std::errc{} || rest != text.data() + text.size() || number == 0 || number > limits.rows) return false;
  row = static_cast<std::uint32_t>(number - 1);
  column = static_cast<std::uint32_t>(letters - 1);
  return true;
}

Result<void> read_sheet(ZipArchive& archive, const std::string& part, const ReadLimits& limits, SheetContext& context,
                        Sheet& sheet) {
  SheetReader reader(limits, context, sheet);
  GUATU_CHECK(parse_part(archive, part, reader, limits));
  put_in_order(sheet);
  reader.put_hidden_columns();
  return {};
}

}  // namespace guatu::documents
