#include "guatu/intake/identity.hpp"

#include "tests/unit/intake/filled_form.hpp"

/// Which project a row means. Source: contract 4, "Identity of a row".
namespace guatu::intake {
namespace {

using testing::Rows;
using Said = std::vector<std::string>;

constexpr const char* kCode = "2211-150402-04-01-123456";
constexpr const char* kOther = "2211-150402-04-01-654321";

Workbook form(Rows rows) {
  rows.insert(rows.begin(), {"序号", "项目代码", "项目名称", "责任单位", "立项"});
  return {"f.xlsx", {testing::make_form("任务表", rows)}};
}

/// What the second return says after the first was taken.
Said second(const Rows& first, const Rows& then) {
  ledger::Ledger ledger;
  const auto taken = testing::compare(form(first), ledger);
  EXPECT_FALSE(taken.front().has_errors());
  auto lines = testing::said(testing::compare(form(then), ledger).front());
  std::erase_if(lines,
                [](const std::string& line) { return line.ends_with("任务表!B4") || line.starts_with("note "); });
  return lines;
}

TEST(Identity, NearNames) {
  struct Case {
    const char *a, *b;
    bool near;
  };
  const std::vector<Case> cases{
      {"甲项目建设工程", "甲项目的建设工程", true},
      {"桥头镇污水处理厂", "桥头镇污水处理站", true},
      {"桥头镇污水处理厂项目", "桥头镇污水处理厂建设工程", true},
      {"桥头镇污水处理厂（二期）", "桥头镇污水处理厂", true},
      {"桥头镇污水处理厂一期", "桥头镇污水处理厂二期", false},
      {"桥头镇污水处理厂（一期）", "桥头镇污水处理厂（二期）", false},
      {"10万千瓦风电项目", "20万千瓦风电项目", false},
      {"9号标段道路改造", "10号标段道路改造", false},
      {"东山村光伏发电项目", "西山村光伏发电项目", false},
      {"桥头镇污水处理厂", "河口镇自来水厂", false},
      {"学校", "学院", false},
      {"农村生活垃圾收运处置体系建设示范工程", "农村生活垃圾收集处理体系建设示范工程", true},
      {"桥头镇污水处理厂及配套管网", "桥头镇污水处理厂", false},
  };
  for (const auto& row : cases) {
    const NameShape a(name_key(row.a));
    const NameShape b(name_key(row.b));
    EXPECT_EQ(is_near(a, b), row.near) << row.a << " | " << row.b;
    EXPECT_EQ(is_near(b, a), row.near) << row.b << " | " << row.a;
  }
}

TEST(Identity, TheSameProjectTwiceIsAnErrorAtTheSecondRow) {
  const Rows cases[]{
      {{"1", "", "桥头镇水厂", "", ""}, {"2", "", "桥头镇 水厂", "", ""}},
      {{"1", "", "水厂（一期）", "", ""}, {"2", "", "水厂〔一期〕", "", ""}},
      {{"1", kCode, "桥头镇水厂", "", ""}, {"2", kCode, "河口镇水厂", "", ""}},
      {{"1", kCode, "桥头镇水厂", "", ""}, {"2", "", "桥头镇水厂", "", ""}},
      {{"1", "", "桥头镇水厂", "", ""}, {"2", kCode, "桥头镇水厂", "", ""}},
  };
  for (const auto& rows : cases) {
    ledger::Ledger ledger;
    const auto set = testing::compare(form(rows), ledger).front();
    const auto lines = testing::said(set);
    EXPECT_EQ(lines.back(), "error duplicate_row 任务表!C5") << rows[1][2];
    EXPECT_NE(set.messages.back().text.zh.find("任务表!C4"), std::string::npos);
    EXPECT_EQ(set.refused, 1);
  }
}

TEST(Identity, OneProjectUnderItsCodeAndUnderItsNameIsOneProject) {
  EXPECT_EQ(second({{"1", kCode, "桥头镇水厂", "", "未启动"}},
                   {{"1", kCode, "桥头镇自来水厂", "", ""}, {"2", "", "桥头镇水厂", "", "未启动"}}),
            (Said{"warning name_differs 任务表!C4", "error duplicate_row 任务表!C5"}));
}

TEST(Identity, TwoProjectsOfOneNameNeedTwoCodes) {
  ledger::Ledger ledger;
  const auto set =
      testing::compare(form({{"1", kCode, "桥头镇水厂", "", ""}, {"2", kOther, "桥头镇水厂", "", ""}}), ledger).front();
  EXPECT_EQ(set.created, 2);
  EXPECT_FALSE(set.has_errors());
}

TEST(Identity, ALaterReturn) {
  const Rows known{{"1", "", "桥头镇污水处理厂", "", "未启动"}};
  struct Case {
    const char* name;
    std::vector<std::string> row;
    Said expected;
  };
  const std::vector<Case> cases{
      {"the same", {"1", "", "桥头镇污水处理厂", "", "未启动"}, {}},
      {"brings its code", {"1", kCode, "桥头镇污水处理厂", "", "未启动"}, {}},
      {"near", {"1", "", "桥头镇污水处理站", "", "未启动"}, {"error near_match 任务表!C4"}},
      {"near, but with a code of its own", {"1", kCode, "桥头镇污水处理站", "", "未启动"}, {}},
      {"of another unit", {"1", "", "桥头镇污水处理厂", "松山区", ""}, {"error project_of_other_unit 任务表!D4"}},
      {"of no unit", {"1", "", "桥头镇污水处理厂", "火星区", ""}, {"error unknown_unit 任务表!D4"}},
  };
  for (const auto& row : cases)
    EXPECT_EQ(second(known, {row.row}), row.expected) << row.name;
}

TEST(Identity, BlankCellsAreAskedAboutAndEraseNothing) {
  ledger::Ledger ledger;
  testing::compare(form({{"1", "", "桥头镇水厂", "", "办结 2022.12.05"}}), ledger);
  const auto set = testing::compare(form({{"1", "", "桥头镇水厂", "", ""}}), ledger).front();
  EXPECT_EQ(testing::said(set), (Said{"note blank_kept 任务表!C4"}));
  EXPECT_NE(set.messages.front().text.zh.find("立项"), std::string::npos);
  EXPECT_EQ(set.unchanged, 1);
  EXPECT_TRUE(ledger.projects.front().parts.front().facts.finished.has_value());
}

TEST(Identity, TablesOfOneFileDoNotShareIdsAndKnowEachOther) {
  const Rows header{{"序号", "项目名称", "所属地区", "立项"}};
  const auto sheet = [&](const std::string& name, std::vector<std::string> row) {
    return testing::make_form(name, {header.front(), std::move(row)});
  };
  ledger::Ledger ledger;
  const auto sets = testing::compare(
      {"f.xlsx",
       {sheet("甲", {"1", "桥头镇水厂", "红山区", "未启动"}), sheet("乙", {"1", "河口镇电厂", "红山区", "未启动"}),
        sheet("丙", {"1", "桥头镇水厂", "红山区", "办结"})}},
      ledger);
  ASSERT_EQ(sets.size(), 3U);
  ASSERT_EQ(ledger.projects.size(), 2U);
  EXPECT_NE(ledger.projects[0].record.id, ledger.projects[1].record.id);
  EXPECT_EQ(testing::said(sets[2]).front(), "error duplicate_row 丙!B4");
}

}  // namespace
}  // namespace guatu::intake
