#include "tests/unit/intake/filled_form.hpp"

/// One cell merged over the columns of a procedure. Source: domain 1.3, 1.4.
namespace guatu::intake {
namespace {

/// A long form with one line, whose level and state are one merged cell saying this.
Workbook long_form(const std::string& text) {
  Workbook workbook{"f.xlsx", {}};
  workbook.sheets.push_back(testing::make_form(
      "任务表", {{"序号", "项目名称", "审批事项", "审批层级", "状态"}, {"1", "桥头镇污水处理厂", "立项", text}}));
  workbook.sheets.front().merges.push_back({3, 3, 3, 4});
  return workbook;
}

TEST(MergedBlock, NoneOverAllColumnsIsNotApplicable) {
  for (const auto* text : {"无", "不涉及", "无需办理", "N/A"}) {
    ledger::Ledger ledger;
    const auto sets = testing::compare(long_form(text), ledger);
    EXPECT_TRUE(testing::said(sets.front()).empty()) << text;
    ASSERT_EQ(ledger.projects.size(), 1U) << text;
    ASSERT_EQ(ledger.projects.front().parts.size(), 1U) << text;
    EXPECT_TRUE(ledger.projects.front().parts.front().facts.not_applicable.has_value()) << text;
  }
}

TEST(MergedBlock, ADashOverAllColumnsIsAskedAbout) {
  ledger::Ledger ledger;
  const auto sets = testing::compare(long_form("—"), ledger);
  EXPECT_EQ(testing::said(sets.front()), (std::vector<std::string>{"error ambiguous_cell 任务表!D4"}));
}

}  // namespace
}  // namespace guatu::intake
