#include "tests/unit/intake/filled_form.hpp"

/// Sheets that no person writes: they are answered, whatever they hold. What would take minutes ends in the time limit of
/// all tests.
namespace guatu::intake {
namespace {

using testing::Rows;

Rows header() {
  return {{"序号", "项目名称", "所属地区", "立项"}, {"1", "桥头镇水厂", "红山区", "未启动"}};
}

ChangeSet read(Sheet sheet) {
  ledger::Ledger ledger;
  return testing::compare({"f.xlsx", {std::move(sheet)}}, ledger).front();
}

TEST(HostileSheet, ARangeMergedAHundredThousandTimes) {
  auto sheet = testing::make_form("任务表", header());
  sheet.merges.assign(100'000, MergedRange{4, 1'048'575, 0, 16'383});
  EXPECT_EQ(read(std::move(sheet)).created, 1);
}

TEST(HostileSheet, ANameOfThirtyThousandCharacters) {
  auto rows = header();
  std::string name;
  for (int i = 0; i < 30'000; ++i)
    name += "长";
  rows[1][1] = name;
  EXPECT_EQ(read(testing::make_form("任务表", rows)).created, 1);
}

TEST(HostileSheet, ARowOfHeaders) {
  auto rows = header();
  rows[0].resize(4 + 3000, "项目名称");
  EXPECT_EQ(read(testing::make_form("任务表", rows)).created, 1);
}

TEST(HostileSheet, AProcedureOverTheColumnOfNames) {
  const Rows rows{{"批复文件", "联系电话"},
                  {"用地预审和规划选址意见书", "环评"},
                  {"项目名称", "林草"},
                  {"", "150402"},
                  {"桥头镇水厂", "未启动"}};
  const auto form = read_forms({"f.xlsx", {testing::make_sheet("表", rows)}}, testing::shipped(), {}).front();
  ASSERT_EQ(form.projects.size(), 1U);
  EXPECT_EQ(form.projects[0].fields.name, "桥头镇水厂");
}

TEST(HostileSheet, MoreRowsThanAReturnHasAreRefusedAltogether) {
  auto rows = header();
  for (int i = 2; i <= 120'001; ++i)
    rows.push_back({std::to_string(i), "第" + std::to_string(i) + "号水厂"});
  const auto forms = read_forms({"f.xlsx", {testing::make_form("任务表", rows)}}, testing::shipped(), {});
  EXPECT_TRUE(forms.front().too_large);
  EXPECT_EQ(forms.front().messages.back().code, "too_large");
}

TEST(HostileSheet, NamesThatNoProgramHasComputed) {
  auto rows = header();
  rows.push_back({"", "=", "", ""});
  rows.push_back({"3", "=", "红山区", "未启动"});
  EXPECT_EQ(testing::said(read(testing::make_form("任务表", rows))),
            (std::vector<std::string>{"error formula_error 任务表!B5", "error formula_error 任务表!B6"}));
}

TEST(HostileSheet, ColumnsThatAreNotReadAreNamed) {
  auto rows = header();
  rows[0].insert(rows[0].end(), {"2019年计划完成投资（亿元）", "星座", "立项"});
  EXPECT_EQ(testing::said(read(testing::make_form("任务表", rows))),
            (std::vector<std::string>{"warning unknown_header 任务表!F3", "warning duplicate_header 任务表!G3",
                                      "warning other_year 任务表!E3"}));
}

TEST(HostileSheet, AnEmptyTableIsSaidToBeEmpty) {
  EXPECT_EQ(testing::said(read(testing::make_form("任务表", {header().front()}))),
            (std::vector<std::string>{"warning empty_table 任务表"}));
}

}  // namespace
}  // namespace guatu::intake
