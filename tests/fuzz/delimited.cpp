#include "guatu/documents/delimited/plain_value.hpp"
#include "guatu/documents/delimited/read_delimited.hpp"
#include "guatu/intake/form_reading.hpp"
#include "guatu/reporting/csv_text.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

namespace {

using namespace guatu;

/// The sheet as our own ledger would write it.
std::string written(const intake::Sheet& sheet) {
  std::string text = "\xEF\xBB\xBFsep=,\r\n";
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  for (const auto& cell : sheet.cells) {
    for (; row < cell.row; ++row, column = 0)
      text += "\r\n";
    for (; column < cell.column; ++column)
      text += ',';
    text += reporting::csv_field(sheet.text_of(cell));
  }
  return text;
}

}  // namespace

/// Any bytes as a table in text: cells in order, and the same again after it was written and read once more.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto limits = fuzz::small_limits();
  limits.rows = 2'000;
  limits.columns = 300;
  limits.plain_bytes = 12U << 10U;
  limits.text_cells = 3'000;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto workbook = documents::read_delimited(bytes, "f.csv", limits);
  if (!workbook) {
    fuzz::require(!workbook.error().subject.empty() && !workbook.error().reasons.empty());
    return 0;
  }
  const auto& sheet = workbook->sheets.at(0);
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const auto& cell = sheet.cells[i];
    fuzz::require(cell.text < sheet.texts.size() && cell.row < limits.rows && cell.column < limits.columns);
    if (i > 0)
      fuzz::require(std::pair(sheet.cells[i - 1].row, sheet.cells[i - 1].column) < std::pair(cell.row, cell.column));
  }
  const auto again = documents::read_delimited(written(sheet), "f.csv", {});
  fuzz::require(again.has_value() && again->sheets.at(0).cells.size() == sheet.cells.size());
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const auto& other = again->sheets.at(0);
    const auto text = sheet.text_of(sheet.cells[i]);
    fuzz::require(other.cells[i].row == sheet.cells[i].row && other.cells[i].column == sheet.cells[i].column);
    fuzz::require(other.text_of(other.cells[i]) == text);
    // ="2001" says that it is a text; without its quotes nothing says so any more.
    fuzz::require(other.cells[i].kind == sheet.cells[i].kind || documents::plain_number(text));
  }
  fuzz::require(!intake::read_forms(*workbook, fuzz::shipped_campaign(), {}).empty());
  return 0;
}
