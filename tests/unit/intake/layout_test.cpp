#include "tests/unit/intake/filled_form.hpp"

/// Tables as offices lay them out. Source: contract 4; domain 1.4.
namespace guatu::intake {
namespace {

using testing::make_form;
using testing::make_sheet;
using testing::Rows;

std::vector<ReadForm> read(const Workbook& workbook, const ReadingHints& hints = {}) {
  return read_forms(workbook, testing::shipped(), hints);
}

std::vector<std::string> codes(const ReadForm& form) {
  std::vector<std::string> found;
  for (const auto& message : form.messages)
    found.push_back(message.code);
  return found;
}

const Rows kTasks{{"序号", "项目名称", "所属地区", "立项"}, {"1", "桥头镇污水处理厂", "红山区", "未启动"}};

TEST(Layout, ATableOfSeveralUnitsIsOneReturnEach) {
  const Workbook workbook{"f.xlsx",
                          {make_sheet("汇总", {{"旬别：2022年12月上旬"},
                                               {"序号", "项目名称", "责任单位", "立项"},
                                               {"1", "桥头镇污水处理厂", "红山区", "未启动"},
                                               {"2", "城南热力管网", "松山区", "未启动"},
                                               {"3", "河东小学", "红山区", "办结 2022.12.5"}})}};
  const auto forms = read(workbook);
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].unit, UnitCode{"150402"});
  EXPECT_EQ(forms[0].projects.size(), 2U);
  EXPECT_EQ(forms[1].unit, UnitCode{"150404"});
  EXPECT_EQ(forms[1].projects.size(), 1U);
  EXPECT_EQ(forms[1].dekad, (Dekad{2022, 12, 1}));
  EXPECT_EQ(read(workbook, {UnitCode{"150402"}, {}}).size(), 1U);
}

TEST(Layout, ASheetsNameSaysWhoseItIsWhereNothingElseDoes) {
  const Workbook workbook{"f.xlsx", {make_sheet("1.红山区", kTasks), make_sheet("松山区（3个）", kTasks)}};
  const auto forms = read(workbook);
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].unit, UnitCode{"150402"});
  EXPECT_EQ(forms[1].unit, UnitCode{"150404"});
  EXPECT_EQ(codes(forms[0]), (std::vector<std::string>{"unit_from_sheet"}));
  for (const auto& form : read(workbook, {UnitCode{"jyj"}, {}}))
    EXPECT_EQ(form.unit, std::nullopt);
}

TEST(Layout, AHiddenTableIsReadUnlessAVisibleOneRepeatsIt) {
  auto lines =
      make_form("手续明细", {{"序号", "项目名称", "审批事项", "状态"}, {"1", "桥头镇污水处理厂", "环评", "未启动"}});
  lines.hidden = true;
  const auto both = read({"f.xlsx", {make_form("任务表", kTasks), lines}});
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both[0].projects.at(0).parts.size(), 2U);
  EXPECT_EQ(codes(both[0]), (std::vector<std::string>{"hidden_sheet"}));

  auto copy = make_form("上旬", kTasks);
  copy.hidden = true;
  const auto one = read({"f.xlsx", {copy, make_form("任务表", kTasks)}});
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].sheet, "任务表");
  EXPECT_EQ(codes(one[0]), (std::vector<std::string>{"hidden_sheet"}));
}

TEST(Layout, ALineWithoutANameGoesOnWithTheProjectAbove) {
  const auto forms = read({"f.xlsx",
                           {make_form("手续", {{"序号", "项目名称", "审批事项", "状态"},
                                               {"1", "桥头镇污水处理厂", "立项", "办结"},
                                               {"", "", "环评", "未启动"},
                                               {"2", "城南热力管网", "立项", "未启动"},
                                               {"小计", "", "", ""},
                                               {"", "", "环评", "未启动"}})}});
  ASSERT_EQ(forms[0].projects.size(), 3U);
  EXPECT_EQ(forms[0].projects[0].parts.size(), 2U);
  EXPECT_EQ(forms[0].projects[1].parts.size(), 1U);
  EXPECT_TRUE(forms[0].projects[2].refused);  // After a sum nobody knows whose line it is.
}

TEST(Layout, ARowWithoutANameAddsPartsToTheProjectAbove) {
  const auto forms = read({"f.xlsx",
                           {make_form("任务表", {{"序号", "项目名称", "所属地区", "标段", "施工许可"},
                                                 {"1", "桥头镇污水处理厂", "红山区", "一标段", "未启动"},
                                                 {"", "", "", "二标段", "办结 2022.12.5"},
                                                 {"", "", "", "二标段", "未启动"}})}});
  ASSERT_EQ(forms[0].projects.size(), 1U);
  ASSERT_EQ(forms[0].projects[0].parts.size(), 2U);
  EXPECT_EQ(forms[0].projects[0].parts[1].part, "二标段");
  EXPECT_EQ(codes(forms[0]), (std::vector<std::string>{"duplicate_row"}));
}

TEST(Layout, LaterLinesFillWhatTheFirstLeavesBlank) {
  const auto forms = read({"f.xlsx",
                           {make_form("手续", {{"序号", "项目名称", "建设单位", "总投资", "审批事项", "状态"},
                                               {"1", "桥头镇污水处理厂", "", "2", "立项", "办结"},
                                               {"2", "桥头镇污水处理厂", "水务公司", "", "环评", "未启动"},
                                               {"3", "桥头镇污水处理厂", "", "3", "节能", "未启动"}})}});
  const auto& project = forms[0].projects.at(0);
  EXPECT_EQ(project.fields.owner, "水务公司");
  EXPECT_EQ(project.fields.total_investment->yuan, 200'000'000);
  EXPECT_EQ(codes(forms[0]), (std::vector<std::string>{"lines_differ"}));
  EXPECT_EQ(forms[0].messages[0].cell, "D6");
}

TEST(Layout, ALineForSeveralKindsSpeaksOfEach) {
  const auto forms = read({"f.xlsx",
                           {make_form("手续", {{"序号", "项目名称", "审批事项", "状态"},
                                               {"1", "桥头镇污水处理厂", "林草手续", "未启动"}})}});
  ASSERT_EQ(forms[0].projects.at(0).parts.size(), 2U);
  EXPECT_EQ(forms[0].projects[0].parts[0].kind, KindCode{"forest"});
  EXPECT_EQ(forms[0].projects[0].parts[1].kind, KindCode{"grassland"});
}

TEST(Layout, ACellOfSeveralKindsIsSplitWhereItNamesThem) {
  const auto read_cell = [](const std::string& text) {
    return read({"f.xlsx",
                 {make_form("任务表", {{"序号", "项目名称", "所属地区", "林草手续"},
                                       {"1", "桥头镇污水处理厂", "红山区", text}})}})
        .front();
  };
  const auto differing = read_cell("林地：不涉及，草地办结 2022.12.5");
  const auto& parts = differing.projects.at(0).parts;
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].reported.state, ledger::ReportedState::NotApplicable);
  EXPECT_EQ(parts[1].reported.finished_on, *parse_iso_date("2022-12-05"));
  EXPECT_EQ(read_cell("林地办结").projects.at(0).parts.size(), 1U);
  const auto doubtful = read_cell("看情况");
  EXPECT_EQ(codes(doubtful), (std::vector<std::string>{"unknown_state"}));  // Once, not once a kind.
}

TEST(Layout, PlainNumbersOfA1904WorkbookCountFrom1904) {
  auto sheet = make_form(
      "任务表", {{"序号", "项目名称", "审批事项", "状态", "办结时间"}, {"1", "桥头镇污水处理厂", "立项", "办结", "x"}});
  auto& cell = sheet.cells.back();
  cell.kind = CellKind::Number;
  cell.number = 43433;
  EXPECT_EQ(read({"f.xlsx", {sheet}}).front().projects.at(0).parts.at(0).reported.finished_on,
            *parse_iso_date("2018-11-29"));
  sheet.date1904 = true;
  EXPECT_EQ(read({"f.xlsx", {sheet}}).front().projects.at(0).parts.at(0).reported.finished_on,
            *parse_iso_date("2022-11-30"));
}

}  // namespace
}  // namespace guatu::intake
