#include "tests/unit/intake/filled_form.hpp"

/// One procedure in both sheets: what contradicts itself, what is completed, which side counts. Source: contract 4.
namespace guatu::intake {
namespace {

using testing::Line;
using Said = std::vector<std::string>;

struct Case {
  const char* name;
  Line given;
  Said expected;
  const char* state;       ///< "finished 2022-12-05" as the ledger has it afterwards; empty: refused.
  const char* names = "";  ///< Another cell that the first message has to name.
};

std::string state_of(const ledger::Ledger& ledger) {
  if (ledger.projects.empty() || ledger.projects.front().parts.empty()) return {};
  const auto& facts = ledger.projects.front().parts.front().facts;
  if (facts.not_applicable) return "not applicable";
  if (facts.finished) return "finished " + format_iso(facts.finished->on) + (facts.finished->assumed ? " assumed" : "");
  if (facts.handed_up) return "handed up " + format_iso(facts.handed_up->on);
  if (!facts.accepted.empty()) return "in review " + format_iso(facts.accepted.back().on);
  if (facts.not_started) return "not started";
  return "planned";
}

void check(const std::vector<Case>& cases) {
  for (const auto& row : cases) {
    ledger::Ledger ledger;
    const auto sets = testing::compare(testing::make_workbook(row.given), ledger);
    ASSERT_EQ(sets.size(), 1U) << row.name;
    EXPECT_EQ(testing::said(sets.front()), row.expected) << row.name;
    EXPECT_EQ(state_of(ledger), row.state) << row.name;
    if (*row.names == '\0' || sets.front().messages.empty()) continue;
    EXPECT_NE(sets.front().messages.front().text.zh.find(row.names), std::string::npos)
        << row.name << ": " << sets.front().messages.front().text.zh;
  }
}

TEST(LineAndCell, WhatContradictsItselfIsRefusedNamingBothCells) {
  const char* kRefused = "";
  check({
      {"否 beside 办结",
       {{{"是否涉及", "否"}, {"状态", "办结"}}, ""},
       {"error state_contradiction 手续明细!D4"},
       kRefused,
       "手续明细!E4“办结”"},
      {"否 beside a finish date",
       {{{"是否涉及", "否"}, {"办结时间", "2022.12.05"}}, ""},
       {"error state_contradiction 手续明细!D4"},
       kRefused,
       "手续明细!E4"},
      {"否 beside a number",
       {{{"是否涉及", "否"}, {"批复文号", "发改字〔2022〕1号"}}, ""},
       {"error state_contradiction 手续明细!D4"},
       kRefused,
       "手续明细!E4"},
      {"否 rests on an older approval",
       {{{"是否涉及", "否"}, {"不涉及理由", "沿用已有批复"}, {"批复文号", "发改字〔2022〕1号"}}, ""},
       {},
       "not applicable"},
      {"否, and dashes in the rest of the block",
       {{{"状态", "/"}, {"审批层级", "/"}, {"是否涉及", "否"}, {"办结时间", "/"}, {"批复文号", "/"}}, ""},
       {},
       "not applicable"},
      {"无 under a day is no day",
       {{{"状态", "未启动"}, {"受理时间", "无"}, {"办结时间", "无"}, {"批复文号", "无"}}, ""},
       {},
       "not started"},
      {"是 beside a dash", {{{"状态", "/"}, {"是否涉及", "是"}}, ""}, {"error ambiguous_cell 手续明细!D4"}, kRefused},
      {"未启动 beside a number",
       {{{"状态", "未启动"}, {"批复文号", "发改字〔2022〕1号"}}, ""},
       {"error state_contradiction 手续明细!D4"},
       kRefused,
       "手续明细!E4"},
      {"在办 beside a number of receipt",
       {{{"状态", "在办"}, {"受理时间", "2022.12.01"}, {"批复文号", "受理1号"}}, ""},
       {},
       "in review 2022-12-01"},
      {"未启动 beside a finish date",
       {{{"状态", "未启动"}, {"办结时间", "2022.12.05"}}, ""},
       {"error state_contradiction 手续明细!D4"},
       kRefused,
       "手续明细!E4"},
      {"handed up, said by the date alone",
       {{{"审批层级", "市级"}, {"上报时间", "2022.12.05"}}, ""},
       {"error handed_up_not_allowed 手续明细!E4"},
       kRefused,
       "手续明细!D4“市级”"},
      {"handed up to nobody knows whom",
       {{{"上报时间", "2022.12.05"}}, ""},
       {"error missing_authority 手续明细!D4"},
       kRefused},
  });
}

TEST(LineAndCell, EmptyStateBesideEvidenceIsFinishedWithANote) {
  check({
      {"date", {{{"办结时间", "2022.12.05"}}, ""}, {"note finished_by_evidence 手续明细!D4"}, "finished 2022-12-05"},
      {"number",
       {{{"批复文号", "发改字〔2022〕1号"}}, ""},
       {"note finished_by_evidence 手续明细!D4", "warning finished_without_date 手续明细!C4"},
       "finished 2022-12-10 assumed"},
  });
}

TEST(LineAndCell, TheLineCountsAndADifferenceNamesBothCells) {
  const char* kCell = "任务表!D4";
  check({
      {"they agree", {{{"状态", "办结"}, {"办结时间", "2022.12.05"}}, "办结 2022.12.05"}, {}, "finished 2022-12-05"},
      {"the line leaves the date to the cell", {{{"状态", "办结"}}, "办结 2022.12.05"}, {}, "finished 2022-12-05"},
      {"the line leaves everything to the cell", {{{"备注", "见左"}}, "办结 2022.12.05"}, {}, "finished 2022-12-05"},
      {"已报自治区 is handed up where the region decides",
       {{{"审批层级", "自治区级"}, {"状态", "已上报"}}, "已报自治区 2022.12.05"},
       {},
       "handed up 2022-12-05"},
      {"已报自治区 is in review where the state decides",
       {{{"审批层级", "国家级"}, {"状态", "已报自治区"}}, "审批中 2022.12.05"},
       {},
       "in review 2022-12-05"},
      {"another state",
       {{{"状态", "在办"}, {"受理时间", "2022.12.01"}}, "办结 2022.12.05"},
       {"warning sheets_differ 手续明细!D4"},
       "in review 2022-12-01",
       kCell},
      {"another day",
       {{{"状态", "办结"}, {"办结时间", "2022.12.04"}}, "办结 2022.12.05"},
       {"warning sheets_differ 手续明细!E4"},
       "finished 2022-12-04",
       kCell},
      {"another plan",
       {{{"状态", "未启动"}, {"计划办结时间", "2023.2.20"}}, "未启动 计划 2023.1.20"},
       {"warning sheets_differ 手续明细!E4"},
       "not started",
       kCell},
      {"是 beside 不涉及",
       {{{"是否涉及", "是"}, {"状态", "未启动"}}, "不涉及"},
       {"warning sheets_differ 手续明细!E4"},
       "not started",
       kCell},
      {"是 alone beside 不涉及",
       {{{"是否涉及", "是"}, {"计划办结时间", "2023.1.20"}}, "不涉及"},
       {"warning sheets_differ 手续明细!D4"},
       "planned",
       kCell},
      {"parts in lines",
       {{{"子项", "一标段"}, {"状态", "未启动"}}, "办结 2022.12.05"},
       {"warning parts_need_lines 任务表!D4"},
       "not started"},
  });
}

TEST(LineAndCell, WhatCannotBeReadIsNamedByItsOwnCell) {
  const char* kRefused = "";
  check({
      {"unknown state", {{{"状态", "呵呵"}}, ""}, {"error unknown_state 手续明细!D4"}, kRefused},
      {"a dash", {{}, "—"}, {"error ambiguous_cell 任务表!D4"}, kRefused},
      {"区级", {{{"审批层级", "区级"}, {"状态", "未启动"}}, ""}, {"error ambiguous_cell 手续明细!D4"}, kRefused},
      {"unknown level",
       {{{"审批层级", "乡级"}, {"状态", "未启动"}}, ""},
       {"error unknown_authority 手续明细!D4"},
       kRefused},
      {"no real day",
       {{{"状态", "办结"}, {"办结时间", "2022年11月31日"}}, ""},
       {"error bad_date 手续明细!E4"},
       kRefused},
      {"lost zero",
       {{{"状态", "未启动"}, {"计划办结时间", "2023.1"}}, ""},
       {"error ambiguous_date 手续明细!E4"},
       kRefused},
      {"month only", {{{"状态", "办结"}, {"办结时间", "2022年11月"}}, ""}, {"error vague_date 手续明细!E4"}, kRefused},
      {"after the dekad",
       {{{"状态", "办结"}, {"办结时间", "2022.12.11"}}, ""},
       {"error date_after_report 手续明细!E4"},
       kRefused},
      {"not decided yet",
       {{{"状态", "未启动"}, {"计划办结时间", "待定"}}, ""},
       {"note no_day 手续明细!E4"},
       "not started"},
      {"formula error", {{{"状态", "#REF!"}}, ""}, {"error formula_error 手续明细!D4"}, kRefused},
      {"formula without value", {{{"状态", "="}}, ""}, {"error formula_error 手续明细!D4"}, kRefused},
      {"unknown reason",
       {{{"是否涉及", "否"}, {"不涉及理由", "领导说的"}}, ""},
       {"warning unknown_reason 手续明细!E4"},
       "not applicable"},
      {"unknown variant",
       {{{"状态", "未启动"}, {"文件类型", "报告信"}}, ""},
       {"warning unknown_variant 手续明细!E4"},
       "not started"},
  });
}

}  // namespace
}  // namespace guatu::intake
