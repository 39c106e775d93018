#include "guatu/intake/workbook.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "guatu/values/date.hpp"

namespace guatu::intake {
namespace {

constexpr int kUnixEpochSerial = 25569;  // 1970-01-01 in the 1900 system.
constexpr int kFalseLeapDay = 60;        // 29 February 1900, which that system believes in.

/// As a spreadsheet shows it: 15 significant digits, nothing needless behind.
std::string number_text(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) return fmt::format("{:.0f}", number);
  return fmt::format("{:.15g}", number);
}

std::string date_text(double serial) {
  // Also what no whole number holds, and what is no number at all.
  if (!(serial >= 1 && serial < 110'001)) return number_text(serial);
  const auto whole = static_cast<int>(std::floor(serial));
  const int days = whole < kFalseLeapDay ? whole + 1 : whole;
  return format_iso(Date::from_number(days - kUnixEpochSerial));
}

}  // namespace

const Cell* Sheet::find_cell(std::uint32_t row, std::uint32_t column) const {
  const auto found = std::ranges::lower_bound(cells, std::pair(row, column), {}, [](const Cell& cell) {
    return std::pair(cell.row, static_cast<std::uint32_t>(cell.column));
  });
  return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

const Cell* Sheet::find_shown_cell(std::uint32_t row, std::uint32_t column) const {
  for (const auto& merge : merges)
    if (merge.first_row <= row && row <= merge.last_row && merge.first_column <= column && column <= merge.last_column)
      return find_cell(merge.first_row, merge.first_column);
  return find_cell(row, column);
}

std::string Sheet::text_of(const Cell& cell) const {
  switch (cell.kind) {
    case CellKind::Empty:
      return {};
    case CellKind::Text:
    case CellKind::Error:
      return texts[cell.text];
    case CellKind::Boolean:
      return cell.number != 0 ? "TRUE" : "FALSE";
    case CellKind::Number:
      return number_text(cell.number);
    case CellKind::Date:
      return date_text(cell.number);
  }
  return {};
}

std::string Sheet::shown_text(std::uint32_t row, std::uint32_t column) const {
  const auto* cell = find_shown_cell(row, column);
  return cell == nullptr ? std::string{} : text_of(*cell);
}

std::uint32_t Sheet::row_count() const {
  return cells.empty() ? 0 : cells.back().row + 1;
}

std::uint32_t Sheet::column_count() const {
  std::uint32_t count = 0;
  for (const auto& cell : cells)
    count = std::max<std::uint32_t>(count, cell.column + 1U);
  return count;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row + 1);
}

}  // namespace guatu::intake
