#include "guatu/reporting/table_sheet.hpp"

#include <gtest/gtest.h>

namespace guatu::reporting {
namespace {

TEST(TableSheet, RepeatsTitleAsOfLineAndHeader) {
  TableSheet sheet("表", "标题", "截至", {{"序号", 5}, {"名称", 20}});
  const auto model = sheet.take();
  EXPECT_EQ(model.repeat_first_row, 0U);
  EXPECT_EQ(model.repeat_last_row, 2U);
  EXPECT_EQ(model.frozen_rows, 3U);
  EXPECT_EQ(model.footer, "截至");
  ASSERT_EQ(model.cells.size(), 4U);
  EXPECT_EQ(model.cells[0].span_columns, 2);
  EXPECT_EQ(std::get<std::string>(model.cells[3].value), "名称");
}

TEST(TableSheet, ValuesTakeTheirStyles) {
  TableSheet sheet("表", "标题", "截至", {{"a", 5}, {"b", 5}, {"c", 5}, {"d", 5}});
  sheet.add_row({std::int64_t{1}, Amount{5}, Date::of(2022, 12, 1), std::string("x")});
  sheet.add_row({std::int64_t{1}, Amount{5}, Date::of(2022, 12, 1), std::string("x")}, CellStyle::Emphasis);
  const auto model = sheet.take();
  const std::vector<CellStyle> expected{CellStyle::Number, CellStyle::Money, CellStyle::Day, CellStyle::Body};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(model.cells[6 + i].style, expected[i]);
    EXPECT_EQ(model.cells[6 + i].row, 3U);
    EXPECT_EQ(model.cells[10 + i].style, CellStyle::Emphasis);
    EXPECT_EQ(model.cells[10 + i].row, 4U);
  }
}

TEST(TableSheet, TextThatReadsAsANumberIsCentred) {
  TableSheet sheet("表", "标题", "截至", {{"a", 9}, {"b", 9}, {"c", 9}, {"d", 9}});
  sheet.add_row({std::string("42.1%"), std::string("+8.4"), std::string("—"), std::string("3月")});
  const auto model = sheet.take();
  const std::vector<CellStyle> expected{CellStyle::BodyCentred, CellStyle::BodyCentred, CellStyle::BodyCentred,
                                        CellStyle::Body};
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_EQ(model.cells[6 + i].style, expected[i]) << i;
}

TEST(TableSheet, RowsAndNotesAreHighEnoughForTheirText) {
  TableSheet sheet("表", "标题", "截至", {{"a", 10}, {"b", 10}});
  sheet.add_row({std::string("一二三四五六"), std::string{}});
  sheet.add_note("短");
  sheet.add_note("这句话有二十个汉字所以要占两行才放得下。");
  const auto model = sheet.take();
  ASSERT_EQ(model.row_heights.size(), 4U);
  EXPECT_EQ(model.row_heights[2], (std::pair<std::uint32_t, double>{3, 30}));
  EXPECT_EQ(model.row_heights[3], (std::pair<std::uint32_t, double>{5, 30}));
}

TEST(TableSheet, RowsCanBeFilteredAndSumsStandOutside) {
  TableSheet sheet("表", "标题", "截至", {{"a", 10}});
  EXPECT_FALSE(TableSheet(sheet).take().filter.has_value());
  sheet.add_row({std::int64_t{1}});
  sheet.add_row({std::int64_t{2}});
  sheet.add_row({std::int64_t{3}}, CellStyle::Emphasis);
  sheet.add_note("注");
  const auto filter = sheet.take().filter;
  ASSERT_TRUE(filter.has_value());
  EXPECT_EQ(filter->header_row, 2U);
  EXPECT_EQ(filter->last_row, 4U);
}

TEST(SheetName, KeepsWhatAWorkbookTakes) {
  EXPECT_EQ(sheet_name("排名1 旗县区（高新区）"), "排名1 旗县区（高新区）");
  EXPECT_EQ(sheet_name("a[b]c:d*e?f/g\\h'i"), "abcdefghi");
  EXPECT_EQ(sheet_name(std::string(40, 'x')).size(), 31U);
  EXPECT_EQ(sheet_name("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三"),
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一");
}

}  // namespace
}  // namespace guatu::reporting
