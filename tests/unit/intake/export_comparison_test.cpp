#include "guatu/intake/exports/export_comparison.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/unit/intake/filled_form.hpp"

// What differs becomes a dispute, what agrees closes it, and no fact is touched.
namespace guatu::intake {
namespace {

using testing::make_sheet;
using testing::Rows;

campaign::Campaign small() {
  auto campaign = guatu::testing::small_campaign();
  campaign.index();
  return campaign;
}

using ledger::PartFacts;

const Date kDay = Date::of(2022, 12, 9);  // A Friday.
constexpr const char* kCode = "2209-150402-04-01-999631";

ExportAdapter adapter() {
  auto read = parse_export_adapter(
      "id = \"p\"\nname = \"平台\"\nkind = \"works\"\n[columns]\nproject_code = [\"代码\"]\nstate = [\"状态\"]\n"
      "finished = [\"办结\"]\ndocument_number = [\"文号\"]\nauthority = [\"层级\"]\npart = [\"标段\"]\n[states]\n"
      "finished = [\"已办结\"]\nin_review = [\"审批中\"]\nsubmitted = [\"待受理\"]\nskipped = "
      "[\"作废\"]\n[authorities]\n"
      "city = [\"市\"]\nregion = [\"省\"]\n",
      "a.toml", small());
  EXPECT_TRUE(read.has_value());
  return *read;
}

/// A row of the export: code, state, finish day, number, level, part.
Workbook export_of(const std::vector<std::vector<std::string>>& lines) {
  Rows rows{{"导出"}, {"代码", "状态", "办结", "文号", "层级", "标段"}};
  rows.insert(rows.end(), lines.begin(), lines.end());
  return {"e.xlsx", {make_sheet("办件", rows)}};
}

ledger::Ledger ledger_with(const std::vector<std::pair<std::string, PartFacts>>& parts) {
  ledger::ProjectHistory project;
  project.record.id = ProjectId{"P0001"};
  project.record.code = kCode;
  project.record.name = "甲项目";
  project.record.responsible = UnitCode{"north"};
  project.life.push_back({ledger::LifeAction::Join, Date::of(2022, 12, 1), {}, {}, {}, {}, {}, false});
  for (const auto& [name, facts] : parts)
    project.parts.push_back({KindCode{"works"}, name, facts});
  ledger::Ledger ledger;
  ledger.projects.push_back(std::move(project));
  return ledger;
}

PartFacts finished(Date on, const std::string& number = "建审〔2022〕1号", bool assumed = false) {
  PartFacts facts;
  facts.finished = {on, assumed};
  facts.document_number = number;
  facts.authority = Authority::City;
  return facts;
}
PartFacts in_review() {
  PartFacts facts;
  facts.accepted.push_back({Date::of(2022, 12, 2), false});
  return facts;
}

ExportComparison compare_with(const ledger::Ledger& ledger, const std::vector<std::vector<std::string>>& lines,
                              Date day = kDay) {
  const auto campaign = small();
  const auto rules = adapter();
  const auto read = read_export(export_of(lines), rules, campaign, day);
  EXPECT_TRUE(read.has_value());
  return compare_export(*read, {campaign, ledger, rules, "e.xlsx", day});
}

/// "state finished≠in_review D3" of each, "~" for a suggestion.
std::vector<std::string> said_of(const std::vector<ledger::SourceDispute>& disputes) {
  std::vector<std::string> said;
  for (const auto& dispute : disputes)
    said.push_back(std::string(ledger::disputed_field_name(dispute.key.field)) + " " + dispute.ours +
                   (dispute.suggestion ? "~" : "≠") + dispute.theirs + " " + dispute.cell);
  return said;
}

TEST(ExportComparison, EveryDifferenceIsADispute) {
  struct Case {
    const char* what;
    PartFacts ours;
    std::vector<std::string> theirs;
    std::vector<std::string> disputes;
  };
  const auto day = Date::of(2022, 12, 5);
  auto handed_up = in_review();
  handed_up.authority = Authority::Region;
  handed_up.handed_up = ledger::DatedFact{day, false};
  PartFacts not_applicable;
  not_applicable.not_applicable = ledger::NotApplicable{Date::of(2022, 12, 1), {}, {}, {}};
  const std::vector<Case> cases{
      {"nothing wrong", finished(day), {kCode, "已办结", "2022-12-05", "建审〔2022〕1号", "市"}, {}},
      {"brackets and blanks of a number",
       finished(day),
       {kCode, "已办结", "2022-12-05 10:11:12", "建审[2022] 1号"},
       {}},
      {"the day", finished(day), {kCode, "已办结", "2022-12-06"}, {"finished_on 2022-12-05≠2022-12-06 C3"}},
      {"our day was assumed",
       finished(day, "建审〔2022〕1号", true),
       {kCode, "已办结", "2022-12-06"},
       {"finished_on 2022-12-05~2022-12-06 C3"}},
      {"the number",
       finished(day),
       {kCode, "已办结", "2022-12-05", "建审〔2022〕2号"},
       {"document_number 建审〔2022〕1号≠建审〔2022〕2号 D3"}},
      {"we have no number",
       finished(day, ""),
       {kCode, "已办结", "2022-12-05", "建审〔2022〕2号"},
       {"document_number ~建审〔2022〕2号 D3"}},
      {"the level", finished(day), {kCode, "已办结", "2022-12-05", "", "省"}, {"authority city≠region E3"}},
      {"we say more", finished(day), {kCode, "审批中"}, {"state finished≠in_review B3"}},
      {"they say more", in_review(), {kCode, "已办结", "2022-12-05"}, {"state in_review~finished B3"}},
      {"only their day says so", in_review(), {kCode, "", "2022-12-05"}, {"state in_review~finished A3"}},
      {"not applicable here", not_applicable, {kCode, "审批中"}, {"state not_applicable≠in_review B3"}},
      {"handed up is in review above", handed_up, {kCode, "审批中"}, {}},
      {"a finish after the day has not happened", in_review(), {kCode, "已办结", "2022-12-10"}, {}},
      {"a row that is skipped", in_review(), {kCode, "作废"}, {}}};
  for (const auto& each : cases) {
    const auto result = compare_with(ledger_with({{"", each.ours}}), {each.theirs});
    EXPECT_EQ(said_of(result.opened), each.disputes) << each.what;
    EXPECT_TRUE(result.changed.empty() && result.closed.empty()) << each.what;
  }
}

TEST(ExportComparison, NothingReportedYetIsASuggestion) {
  const auto result = compare_with(ledger_with({}), {{kCode, "已办结", "2022-12-05"}});
  EXPECT_EQ(said_of(result.opened), (std::vector<std::string>{"state unknown~finished B3"}));
}

TEST(ExportComparison, ADisputeHasItsOwnerItsPlaceAndFiveWorkingDays) {
  const auto result = compare_with(ledger_with({{"", in_review()}}), {{kCode, "已办结"}});
  ASSERT_EQ(result.opened.size(), 1U);
  const auto& dispute = result.opened.front();
  EXPECT_EQ(dispute.owner, UnitCode{"north"});
  EXPECT_EQ(dispute.opened_on, kDay);
  EXPECT_EQ(dispute.due_on, Date::of(2022, 12, 16));
  EXPECT_EQ(dispute.file + " " + dispute.sheet + "!" + dispute.cell, "e.xlsx 办件!B3");
}

TEST(ExportComparison, IsOpenedOnceAndClosedWhenBothAgree) {
  auto ledger = ledger_with({{"", in_review()}});
  ledger.disputes = compare_with(ledger, {{kCode, "已办结"}}).opened;
  const auto again = compare_with(ledger, {{kCode, "已办结"}}, kDay + 3);
  EXPECT_TRUE(again.opened.empty() && again.changed.empty() && again.closed.empty());
  EXPECT_EQ(again.unchanged, 1);

  const auto otherwise = compare_with(ledger, {{kCode, "待受理"}}, kDay + 3);
  ASSERT_EQ(said_of(otherwise.changed), (std::vector<std::string>{"state in_review≠submitted B3"}));
  EXPECT_EQ(otherwise.changed.front().opened_on, kDay);
  EXPECT_EQ(otherwise.changed.front().due_on, Date::of(2022, 12, 16));

  const auto agreed = compare_with(ledger, {{kCode, "审批中"}}, kDay + 3);
  ASSERT_EQ(agreed.closed.size(), 1U);
  EXPECT_EQ(agreed.closed.front().closed_on, kDay + 3);
  EXPECT_TRUE(ledger::is_open_on(agreed.closed.front(), kDay + 2));
  EXPECT_FALSE(ledger::is_open_on(agreed.closed.front(), kDay + 3));
  EXPECT_FALSE(ledger::is_open_on(agreed.closed.front(), kDay - 1));

  ledger.disputes = agreed.closed;
  EXPECT_EQ(compare_with(ledger, {{kCode, "已办结"}}, kDay + 9).opened.size(), 1U) << "a new one";
  EXPECT_EQ(compare_with(ledger, {}, kDay + 9).closed.size(), 0U) << "a row that is missing closes nothing";
}

TEST(ExportComparison, CodesAreMatchedWhateverHyphensTheyHave) {
  for (const char* code : {"220915040204 01999631", "2209－150402－04－01－999631", "2209—150402—04—01—999631"})
    EXPECT_EQ(compare_with(ledger_with({{"", in_review()}}), {{code, "审批中"}}).matched, 1) << code;
  const auto result = compare_with(
      ledger_with({}), {{"没有代码", "审批中"}, {"2212-150402-04-01-000000", "审批中"}, {"没有代码", "审批中"}});
  ASSERT_EQ(result.unmatched.size(), 2U);
  EXPECT_EQ(result.unmatched[0].code, "没有代码");
  EXPECT_EQ(result.unmatched[0].rows, 2);
  EXPECT_EQ(result.unmatched[1].place.cell, "A4");
}

TEST(ExportComparison, PartsAreMatchedByNameAndNeverGuessed) {
  const auto ledger = ledger_with({{"一标段", in_review()}, {"二标段", finished(Date::of(2022, 12, 5))}});
  const auto named = compare_with(ledger, {{kCode, "审批中", "", "", "", "二标段"}});
  ASSERT_EQ(said_of(named.opened), (std::vector<std::string>{"state finished≠in_review B3"}));
  EXPECT_EQ(named.opened.front().key.part, "二标段");
  const auto unclear = compare_with(ledger, {{kCode, "审批中"}, {kCode, "审批中", "", "", "", "三标段"}});
  EXPECT_TRUE(unclear.opened.empty());
  ASSERT_EQ(unclear.messages.size(), 2U);
  EXPECT_EQ(unclear.messages.front().code, "part_unclear");

  // Two sections there and one procedure here: neither speaks for the whole.
  const auto sections = compare_with(ledger_with({{"", in_review()}}), {{kCode, "已办结", "", "", "", "一标段"},
                                                                        {kCode, "审批中", "", "", "", "二标段"}});
  EXPECT_TRUE(sections.opened.empty());
  EXPECT_EQ(sections.messages.size(), 2U);
  EXPECT_EQ(compare_with(ledger_with({{"", in_review()}}), {{kCode, "已办结", "", "", "", "一标段"}}).opened.size(),
            1U);
}

TEST(ExportComparison, OfSeveralRowsTheFurthestCounts) {
  const auto result = compare_with(ledger_with({{"", finished(Date::of(2022, 12, 5))}}),
                                   {{kCode, "待受理"}, {kCode, "已办结", "2022-12-05"}, {kCode, "审批中"}});
  EXPECT_TRUE(result.opened.empty());
  EXPECT_EQ(result.agreeing, 1);
  ASSERT_EQ(result.messages.size(), 2U);
  EXPECT_EQ(result.messages.front().code, "superseded_row");
  EXPECT_EQ(result.messages.front().cell, "A3");
}

TEST(ExportComparison, WhatCannotBeUnderstoodIsSaidAndNotCompared) {
  const auto campaign = small();
  const auto read =
      read_export(export_of({{kCode, "新状态"}, {kCode, "已办结", "2022-13-01"}, {kCode, "审批中", "", "", "镇"}}),
                  adapter(), campaign, kDay);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->refused, 2);
  EXPECT_EQ(read->rows.size(), 1U);
  std::vector<std::string> codes;
  for (const auto& message : read->messages)
    codes.push_back(message.code + " " + message.cell);
  EXPECT_EQ(codes, (std::vector<std::string>{"unknown_state B3", "bad_date C4", "unknown_authority E5"}));
}

TEST(ExportComparison, AnExportWithoutTheColumnsIsRefusedAndSaysWhich) {
  const Workbook workbook{"e.xlsx", {make_sheet("办件", {{"代码", "状态"}, {kCode, "审批中"}})}};
  const auto read = read_export(workbook, adapter(), small(), kDay);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().kind, ErrorKind::InvalidInput);
  std::vector<std::string> reasons;
  for (const auto& reason : read.error().reasons)
    reasons.push_back(reason.en);
  EXPECT_EQ(reasons,
            (std::vector<std::string>{"columns.part: no header 标段", "columns.finished: no header 办结",
                                      "columns.document_number: no header 文号", "columns.authority: no header 层级"}));
}

}  // namespace
}  // namespace guatu::intake
