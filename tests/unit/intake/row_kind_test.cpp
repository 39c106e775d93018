#include "guatu/intake/row_kind.hpp"

#include <gtest/gtest.h>

// Source: domain 1.4, "Merged body cells" and "Caption/footer".
namespace guatu::intake {
namespace {

RowKind kind(const std::string& serial, const std::string& name, std::vector<std::string> more = {}) {
  RowTexts row;
  row.serial = serial;
  row.name = name;
  for (const auto& text : {serial, name})
    if (!text.empty()) row.written.push_back(text);
  row.written.insert(row.written.end(), more.begin(), more.end());
  return row_kind(row, "项目名称");
}

TEST(RowKind, AProject) {
  EXPECT_EQ(kind("1", "红石风力发电一期工程", {"3.5", "办结"}), RowKind::Data);
  EXPECT_EQ(kind("", "红石风力发电一期工程", {"3.5"}), RowKind::Data);
}

TEST(RowKind, NothingOrOnlyANumber) {
  EXPECT_EQ(kind("", ""), RowKind::Blank);
  EXPECT_EQ(kind("12", ""), RowKind::Blank);
}

TEST(RowKind, TheHeaderAgain) {
  EXPECT_EQ(kind("序号", "项目名称", {"总投资（亿元）"}), RowKind::RepeatedHeader);
}

TEST(RowKind, NumbersUnderTheHeader) {
  EXPECT_EQ(kind("1", "2", {"3", "4", "5"}), RowKind::ColumnNumbers);
}

TEST(RowKind, ExampleRows) {
  EXPECT_EQ(kind("如", "某某奶业基地建设项目"), RowKind::Example);
  EXPECT_EQ(kind("例", "某某奶业基地建设项目"), RowKind::Example);
  EXPECT_EQ(kind("示例", "某某奶业基地建设项目"), RowKind::Example);
}

TEST(RowKind, Sums) {
  for (const auto* word : {"小计", "合计", "总计", "合 计"}) {
    EXPECT_EQ(kind(word, "", {"12.5"}), RowKind::Subtotal) << word;
    EXPECT_EQ(kind("", word, {"12.5"}), RowKind::Subtotal) << word;
  }
}

TEST(RowKind, Sections) {
  EXPECT_EQ(kind("一、旗县区", ""), RowKind::Section);
  EXPECT_EQ(kind("一", "旗县区"), RowKind::Section);
  EXPECT_EQ(kind("（二）", "市直部门"), RowKind::Section);
  EXPECT_EQ(kind("一", "红石风力发电一期工程", {"3.5"}),
            RowKind::Data);  // Somebody numbers projects so, and fills them in.
  EXPECT_EQ(kind("1", "红石风力发电一期工程"), RowKind::Data);
  EXPECT_EQ(kind("", "红山区（12个）"), RowKind::Section);
}

TEST(RowKind, ALineAcrossTheTableIsASectionWhateverItSays) {
  RowTexts row{"", "红山区", {"红山区"}};
  EXPECT_EQ(row_kind(row, "项目名称"), RowKind::Data);
  row.is_one_cell = true;
  EXPECT_EQ(row_kind(row, "项目名称"), RowKind::Section);
}

TEST(RowKind, ARowOfTheHeaderAgain) {
  RowTexts row{"项目基本情况", "项目基本情况", {"项目基本情况", "审批手续办理情况"}};
  EXPECT_EQ(row_kind(row, "项目名称"), RowKind::Data);
  row.repeats_header = true;
  EXPECT_EQ(row_kind(row, "项目名称"), RowKind::RepeatedHeader);
}

TEST(RowKind, Footers) {
  EXPECT_EQ(kind("填报人：张某　审核人：李某", ""), RowKind::Footer);
  EXPECT_EQ(kind("注：此表报送的是需要协调的项目", ""), RowKind::Footer);
}

}  // namespace
}  // namespace guatu::intake
