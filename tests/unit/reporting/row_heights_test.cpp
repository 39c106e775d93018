#include "guatu/reporting/row_heights.hpp"

#include <gtest/gtest.h>

namespace guatu::reporting {
namespace {

TEST(WrappedLines, ChineseBreaksAnywhereAndNumbersDoNot) {
  struct Row {
    std::string text;
    double width;
    std::size_t lines;
  };
  const std::vector<Row> rows{
      {"", 10, 1},
      {"办结", 10, 1},
      {"一二三四五", 10, 1},                // Exactly full.
      {"一二三四五六", 10, 2},              // One too many.
      {"办结 2022.12.05", 12, 2},           // The date goes to the next line as a whole.
      {"办结 2022.12.05", 20, 1},           //
      {"2211-150402-04-01-123456", 14, 2},  // Breaks at hyphens.
      {"2211-150402-04-01-123456", 12, 3},
      {"123456789012345678901234", 10, 3},  // Longer than the column: cut.
      {"甲\n乙", 10, 2},                    //
      {"甲\n\n乙", 10, 3},                  //
      {"一二三四五六七八九十", 0, 10},      // A column is never narrower than one character.
  };
  for (const auto& row : rows)
    EXPECT_EQ(wrapped_lines(row.text, row.width), row.lines) << row.text << " in " << row.width;
}

SheetModel sheet_with(std::vector<SheetCell> cells) {
  SheetModel sheet;
  sheet.column_widths = {10, 10};
  sheet.cells = std::move(cells);
  return sheet;
}

using Heights = std::vector<std::pair<std::uint32_t, double>>;

TEST(FitRowHeights, TheHighestCellDecides) {
  auto sheet = sheet_with({{0, 0, std::string("一二三四五六"), CellStyle::Body},
                           {0, 1, std::string("一二三四五六七八九十甲"), CellStyle::Body},
                           {1, 0, std::string("短"), CellStyle::Body},
                           {1, 1, std::int64_t{5}, CellStyle::Number}});
  fit_row_heights(sheet);
  EXPECT_EQ(sheet.row_heights, (Heights{{0, 44}}));
}

TEST(FitRowHeights, MergedCellsHaveTheWidthOfTheirColumns) {
  auto sheet = sheet_with({{0, 0, std::string("一二三四五六七八九十"), CellStyle::Note, 2}});
  fit_row_heights(sheet);
  EXPECT_TRUE(sheet.row_heights.empty());
}

TEST(FitRowHeights, HeightsThatAreEnoughStay) {
  auto sheet = sheet_with({{0, 0, std::string("一二三四五六"), CellStyle::Header},
                           {1, 0, std::string("一二三四五六七八九十甲"), CellStyle::Header}});
  sheet.row_heights = {{0, 32}, {1, 32}};
  fit_row_heights(sheet);
  EXPECT_EQ(sheet.row_heights, (Heights{{0, 32}, {1, 44}}));
}

TEST(FitRowHeights, NeverHigherThanAWorkbookTakes) {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "长";
  auto sheet = sheet_with({{0, 0, text, CellStyle::Body}});
  fit_row_heights(sheet);
  EXPECT_EQ(sheet.row_heights, (Heights{{0, 409}}));
}

}  // namespace
}  // namespace guatu::reporting
