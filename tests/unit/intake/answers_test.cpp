#include "guatu/intake/answers.hpp"

#include "guatu/base/text.hpp"
#include "guatu/intake/questions.hpp"

#include "tests/unit/intake/filled_form.hpp"

/// Questions and their answers. Source: contract 2 and 4.
namespace guatu::intake {
namespace {

using testing::Rows;
using Said = std::vector<std::string>;

Workbook form(Rows rows) {
  return {"f.xlsx", {testing::make_form("任务表", std::move(rows))}};
}

Rows near_names() {
  return {{"序号", "项目名称", "所属地区", "立项"},
          {"1", "桥头镇污水处理站建设项目", "红山区", "未启动"},
          {"2", "桥头镇污水处理站", "红山区", "未启动"}};
}

ChangeSet compare(const Workbook& workbook, const std::string& answer_lines, const ledger::Ledger& ledger = {}) {
  const auto answers = parse_answers(answer_lines).value();
  ReadingHints hints;
  hints.answers = &answers;
  ListedRows listed;
  ChangeContext context{
      testing::shipped(), ledger, UnitCode{"150402"}, Dekad{2022, 12, 1}, std::nullopt, false, &answers};
  return compare_with_ledger(read_forms(workbook, testing::shipped(), hints).front(), context, listed);
}

Said errors(const ChangeSet& set) {
  auto said = testing::said(set);
  std::erase_if(said, [](const std::string& line) { return !line.starts_with("error "); });
  return said;
}

TEST(Answers, AreReadInEitherLanguageAndWidth) {
  const auto answers = parse_answers(
                           "# 说明\n\n项目：甲厂 = 同一项目\nproject:乙厂=new\n表头:办理节点 = 计划办结时间\n"
                           "header:内部号=ignore\n用语:— = 不涉及\nword:市批 = 办结\n单元格:手续明细!K7 = 2022.10\n"
                           "项目:未答的 = \n")
                           .value();
  using Texts = std::map<std::string, std::string>;
  EXPECT_EQ(answers.projects, (Texts{{"甲厂", "同一项目"}, {"乙厂", "新项目"}}));
  EXPECT_EQ(answers.headers, (Texts{{"办理节点", "计划办结时间"}, {"内部号", "不读取"}}));
  EXPECT_EQ(answers.words, (Texts{{match_key("—"), "不涉及"}, {"市批", "办结"}}));
  EXPECT_EQ(answers.cells, (Texts{{"手续明细!K7", "2022.10"}}));
}

TEST(Answers, EveryLineThatIsNoneIsNamed) {
  const auto answers = parse_answers("项目:甲 = 同一项目\n胡话\n天气:晴 = 好\n表头: = 状态\n");
  ASSERT_FALSE(answers);
  EXPECT_EQ(answers.error().kind, ErrorKind::InvalidInput);
  ASSERT_EQ(answers.error().reasons.size(), 3U);
  EXPECT_EQ(answers.error().reasons[0].zh, "第 2: 胡话");
  EXPECT_EQ(answers.error().reasons[2].zh, "第 4: 表头: = 状态");
}

TEST(Answers, TwoNearNamesInOneTableAreAsked) {
  EXPECT_EQ(errors(compare(form(near_names()), "")), (Said{"error near_match 任务表!B5"}));
  const auto settled = compare(form(near_names()), "项目:桥头镇污水处理站 = 新项目");
  EXPECT_EQ(errors(settled), Said{});
  EXPECT_EQ(settled.created, 2);
}

TEST(Answers, ANearNameOfAKnownProjectIsTheProjectThatTheOfficeNames) {
  ledger::Ledger ledger;
  auto first = near_names();
  first.pop_back();
  static_cast<void>(testing::compare(form(first), ledger));
  auto later = near_names();
  later.erase(later.begin() + 1);
  EXPECT_EQ(errors(compare(form(later), "", ledger)), (Said{"error near_match 任务表!B4"}));
  for (const char* answer : {"同一项目", "P0001"}) {
    const auto same = compare(form(later), "项目:桥头镇污水处理站 = " + std::string(answer), ledger);
    EXPECT_EQ(same.unchanged, 1) << answer;
    EXPECT_EQ(same.settled.projects, (std::map<std::string, std::string>{{"桥头镇污水处理站", "P0001"}})) << answer;
    EXPECT_TRUE(same.messages.empty()) << answer;
  }
  EXPECT_EQ(compare(form(later), "项目:桥头镇污水处理站 = 新项目", ledger).created, 1);
  EXPECT_EQ(errors(compare(form(later), "项目:桥头镇污水处理站 = P0099", ledger)),
            (Said{"error bad_answer 任务表!B4"}));
}

TEST(Answers, StandWhereTheQuestionWas) {
  const Rows rows{{"序号", "项目名称", "所属地区", "立项", "环评", "办理节点"},
                  {"1", "桥头镇污水处理厂", "红山区", "—", "市批", "x"}};
  EXPECT_EQ(errors(compare(form(rows), "")), (Said{"error ambiguous_cell 任务表!D4", "error unknown_state 任务表!E4"}));
  const auto set = compare(form(rows), "用语:— = 不涉及\n单元格:任务表!E4 = 办结 2022.12.5\n表头:办理节点 = 不读取");
  EXPECT_TRUE(set.messages.empty());
  ASSERT_EQ(set.parts.size(), 2U);
  EXPECT_TRUE(set.parts[0].facts.not_applicable);
  EXPECT_EQ(set.parts[1].facts.finished->on, *parse_iso_date("2022-12-05"));
}

TEST(Answers, AWordIsReplacedOnlyWhereAProcedureIsReported) {
  const Rows rows{{"序号", "项目名称", "所属地区", "建设单位", "立项"}, {"1", "桥头镇污水处理厂", "红山区", "—", "—"}};
  const auto set = compare(form(rows), "用语:— = 未启动");
  ASSERT_EQ(set.projects.size(), 1U);
  EXPECT_EQ(set.projects[0].owner, "—");
  EXPECT_TRUE(set.parts.at(0).facts.not_started);
}

TEST(Questions, AreAskedOnceAndCanBeAnsweredAsTheyStand) {
  const Rows rows{{"序号", "项目名称", "所属地区", "立项", "环评", "办结限时"},
                  {"1", "桥头镇污水处理厂", "红山区", "—", "—", "2023.1.1"},
                  {"2", "城南热力管网", "红山区", "2022.1办结", "", ""}};
  const auto set = compare(form(rows), "");
  const auto text = questions_text(set.messages);
  EXPECT_EQ(text.find("用语:—"), text.rfind("用语:—"));
  EXPECT_NE(text.find("# 可答：办结时限、不读取\n表头:办结限时 = \n"), std::string::npos) << text;
  EXPECT_NE(text.find("单元格:任务表!D5 = \n"), std::string::npos) << text;
  EXPECT_TRUE(parse_answers(text).value().empty());
}

}  // namespace
}  // namespace guatu::intake
