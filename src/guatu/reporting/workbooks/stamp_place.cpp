#include <algorithm>

#include "guatu/reporting/workbooks/workbooks.hpp"

namespace guatu::reporting {
namespace {

constexpr double kSealHeight = 119;  // Points: a seal of 42 mm.

}  // namespace

void add_stamp_places(WorkbookModel& workbook) {
  for (auto& sheet : workbook.sheets) {
    std::uint32_t row = 0;
    for (const auto& cell : sheet.cells)
      row = std::max(row, cell.row + cell.span_rows);
    sheet.cells.push_back(
        {row, 0,
         std::string("单位（盖章）：　　　　　　　　　　　　负责人：　　　　　　　　填表人：　　　　　　　　"
                     "　　　年　　月　　日"),
         CellStyle::Note, static_cast<std::uint16_t>(sheet.column_widths.size())});
    sheet.row_heights.emplace_back(row, kSealHeight);
  }
}

}  // namespace guatu::reporting
