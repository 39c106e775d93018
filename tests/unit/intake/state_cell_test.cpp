#include "guatu/intake/state_cell.hpp"

#include <gtest/gtest.h>

#include "guatu/intake/cell_spelling.hpp"

// Source of the spellings: contract 4, "Words of the drop-downs"; domain 1.3.
namespace guatu::intake {
namespace {

using ledger::NotApplicableReason;
using ledger::ReportedState;

const campaign::FormWords& form() {
  static const campaign::FormWords kForm = [] {
    campaign::FormWords words;
    words.authority_words = {{Authority::State, "国家级"}, {Authority::Region, "自治区级"}, {Authority::City, "市级"}};
    return words;
  }();
  return kForm;
}

StateCell read(std::string_view text, bool symbol_font = false) {
  return read_state_cell(text, symbol_font, {form(), Date::of(2022, 12, 10), nullptr});
}

TEST(StateCell, WordsAlone) {
  struct {
    ReportedState state;
    std::vector<const char*> spellings;
  } const cases[] = {
      {ReportedState::NotStarted, {"未启动", "未办理", "尚未办理", "没接到申请", "✗", "×"}},
      {ReportedState::Preparing, {"正在组卷", "组卷", "编制报告", "招中介", "报告已完成待评审", " 正在 组卷 "}},
      {ReportedState::Submitted, {"已申报待受理", "已申报", "已报件"}},
      {ReportedState::InReview, {"已受理在办", "办理中", "在办", "评审中", "待批复", "已报市局"}},
      {ReportedState::HandedUp, {"要件已上报最终审批部门", "已组件上报", "已报部", "已上报"}},
      {ReportedState::ReportedToRegion, {"已报自治区", "要件已报送至自治区厅", "报件已入自治区系统"}},
      {ReportedState::CorrectionAsked, {"补正", "需补充材料"}},
      {ReportedState::Rejected, {"退件", "退回", "不予受理"}},
      {ReportedState::Finished, {"办结", "已办结", "已批复", "√", "☑", "100%", "手续齐备", "收口", "●"}},
      {ReportedState::NotApplicable, {"不涉及", "无需办理", "免办", "无", "N/A", "豁免", "不新增用地"}},
  };
  for (const auto& [state, spellings] : cases)
    for (const auto* text : spellings) {
      const auto cell = read(text);
      EXPECT_EQ(cell.fault, "") << text;
      EXPECT_EQ(cell.said.state, state) << text;
    }
}

TEST(StateCell, ReasonsOfNotApplicable) {
  EXPECT_EQ(read("不涉及").said.not_applicable_reason, std::nullopt);  // It tells no reason, so a known one stays.
  EXPECT_EQ(read("豁免").said.not_applicable_reason, NotApplicableReason::Exempt);
  EXPECT_EQ(read("沿用已有批复").said.not_applicable_reason, NotApplicableReason::ExistingApproval);
  EXPECT_EQ(read("区域评估替代").said.not_applicable_reason, NotApplicableReason::RegionalAssessment);
}

TEST(StateCell, NotApplicableIsNoAnswerToWhetherItIsFinished) {
  EXPECT_EQ(find_finished_answer("是"), ReportedState::Finished);
  EXPECT_EQ(find_finished_answer("否"), ReportedState::NotStarted);
  for (const auto* text : {"不涉及", "豁免", "不占林地"})
    EXPECT_EQ(find_finished_answer(text), std::nullopt) << text;
}

TEST(StateCell, AnEmptyCellSaysNothing) {
  EXPECT_TRUE(read("").says_nothing());
  EXPECT_TRUE(read("  ").says_nothing());
  EXPECT_FALSE(read("办结").says_nothing());
}

TEST(StateCell, StatesWithTheirDates) {
  EXPECT_EQ(read("办结 2022.12.05").said.finished_on, Date::of(2022, 12, 5));
  EXPECT_EQ(read("已办结（2022年12月5日）").said.finished_on, Date::of(2022, 12, 5));
  EXPECT_EQ(read("2022.12.05办结").said.finished_on, Date::of(2022, 12, 5));
  const auto both = read("申报2022.11.25 受理2022.12.1");
  EXPECT_EQ(both.said.state, ReportedState::InReview);
  EXPECT_EQ(both.said.submitted_on, Date::of(2022, 11, 25));
  EXPECT_EQ(both.said.accepted_on, Date::of(2022, 12, 1));
}

TEST(StateCell, APlanAlone) {
  const auto cell = read("计划 2023.1.20");
  EXPECT_EQ(cell.fault, "");
  EXPECT_EQ(cell.said.state, std::nullopt);
  ASSERT_TRUE(cell.said.planned.has_value());
  EXPECT_EQ(cell.said.planned->last, Date::of(2023, 1, 20));
}

TEST(StateCell, AStateAndAPlan) {
  const auto cell = read("正在组卷，预计2023年1月底办结");
  EXPECT_EQ(cell.fault, "");
  EXPECT_EQ(cell.said.state, ReportedState::Preparing);
  ASSERT_TRUE(cell.said.planned.has_value());
  EXPECT_EQ(cell.said.planned->last, Date::of(2023, 1, 31));
}

TEST(StateCell, APromiseIsNoFinish) {
  for (const auto* text : {"招中介，预计2023年1月20日取得批复", "招中介，力争1月20日前办结"}) {
    const auto cell = read(text);
    EXPECT_EQ(cell.fault, "") << text;
    EXPECT_EQ(cell.said.state, ReportedState::Preparing) << text;
    ASSERT_TRUE(cell.said.planned.has_value()) << text;
    EXPECT_EQ(cell.said.planned->last, Date::of(2023, 1, 20)) << text;
  }
}

TEST(StateCell, AFinishBehindAPlanIsAFinish) {
  for (const auto* text : {"计划2022.12.20完成，已办结", "计划2022.12.20，已办结"}) {
    const auto cell = read(text);
    EXPECT_EQ(cell.fault, "") << text;
    EXPECT_EQ(cell.said.state, ReportedState::Finished) << text;
    EXPECT_EQ(cell.said.planned.value().last, Date::of(2022, 12, 20)) << text;
  }
}

TEST(StateCell, AFinishInASentence) {
  for (const auto* text : {"已于2022.12.5办结", "已于12月5日取得批复", "2022年12月5日已批复"}) {
    const auto cell = read(text);
    EXPECT_EQ(cell.fault, "") << text;
    EXPECT_EQ(cell.said.finished_on, Date::of(2022, 12, 5)) << text;
  }
}

TEST(StateCell, ADocumentNumberIsAFinish) {
  const auto cell = read("赤发改审字〔2022〕123号");
  EXPECT_EQ(cell.fault, "");
  EXPECT_EQ(cell.said.document_number, "赤发改审字〔2022〕123号");
}

TEST(StateCell, TicksInSymbolFonts) {
  EXPECT_EQ(read("R", true).said.state, ReportedState::Finished);
  EXPECT_EQ(read("ü", true).said.state, ReportedState::Finished);
  EXPECT_EQ(read("û", true).said.state, ReportedState::NotStarted);
  EXPECT_EQ(read("R", false).fault, "unknown_state");
}

TEST(StateCell, WhatHasToBeAsked) {
  for (const auto* text : {"—", "-", "/", "是", "否", "?"}) {
    const auto cell = read(text);
    EXPECT_EQ(cell.fault, "ambiguous_cell") << text;
    EXPECT_EQ(cell.said.state, std::nullopt) << text;
  }
}

TEST(StateCell, WhatCannotBeRead) {
  EXPECT_EQ(read("差决议书签字").fault, "unknown_state");
  EXPECT_EQ(read("办结 2022.11.31").fault, "bad_date");
  EXPECT_EQ(read("办结 2022.1").fault, "ambiguous_date");
}

}  // namespace
}  // namespace guatu::intake
