#include "guatu/documents/web/read_web_table.hpp"
#include "guatu/intake/form_reading.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

/// Any bytes as a web page with tables: cells in order and inside the sheet, or a code and a remedy.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guatu;
  auto limits = fuzz::small_limits();
  limits.rows = 2'000;
  limits.columns = 300;
  limits.plain_bytes = 12U << 10U;
  limits.text_cells = 1'000;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto workbook = documents::read_web_table(bytes, "f.xls", limits);
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
  for (const auto& merge : sheet.merges)
    fuzz::require(merge.first_row <= merge.last_row && merge.last_row < limits.rows &&
                  merge.first_column <= merge.last_column && merge.last_column < limits.columns);
  fuzz::require(!intake::read_forms(*workbook, fuzz::shipped_campaign(), {}).empty());
  return 0;
}
