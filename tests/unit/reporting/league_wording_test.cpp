#include "guatu/reporting/league_wording.hpp"

#include <gtest/gtest.h>

#include "guatu/leagues/league_table.hpp"

#include "tests/support/campaign_builder.hpp"

// 前三位 and 后三位 as bulletins print them. Source: domain 7.3, 7.4; rules 5.
namespace guatu::reporting {
namespace {

struct Place {
  int rank;
  const char* name;
  std::int64_t numerator, denominator;
  bool bottom = false, flagged = false, exempt = false;
};

leagues::LeagueTable table(const std::vector<Place>& places, const std::string& measure = "finished") {
  leagues::LeagueTable table;
  table.measure = measure;
  for (const auto& place : places) {
    leagues::LeagueRow row;
    row.rank = place.rank;
    row.unit = UnitCode{place.name};
    row.name = place.name;
    row.rate = {{place.numerator, place.denominator}, shown_tenths({place.numerator, place.denominator}, {}), {}};
    row.bottom = place.bottom;
    row.flagged = place.flagged;
    row.exempt = place.exempt;
    table.rows.push_back(row);
  }
  return table;
}

campaign::LeagueRule rule(int bottom, campaign::LeagueUnit counts = campaign::LeagueUnit::Project) {
  auto rule = testing::make_league("x", campaign::Capacity::District, counts, bottom);
  rule.minimum_size = 3;
  return rule;
}

std::string name_of(const UnitCode& unit) {
  return unit.text();
}

std::string sentence(const leagues::LeagueTable& table, const campaign::LeagueRule& rule) {
  return league_sentence(table, rule, name_of);
}

TEST(LeagueWording, NamesTheFirstAndTheLast) {
  EXPECT_EQ(sentence(table({{1, "甲", 3, 4},
                            {2, "乙", 2, 4},
                            {3, "丙", 4, 10},
                            {4, "丁", 3, 10},
                            {5, "戊", 1, 5, true},
                            {6, "己", 1, 10, true}}),
                     rule(2)),
            "按项目办结率排名：排在前三位的是甲（75%）、乙（50%）、丙（40%）；排在后两位的是戊（20%）、己（10%）。");
}

TEST(LeagueWording, TiesWidenTheGroupsAndStandTogether) {
  EXPECT_EQ(
      sentence(table({{1, "甲", 3, 4},
                      {2, "乙", 2, 4},
                      {3, "丙", 4, 10},
                      {3, "丁", 4, 10},
                      {5, "戊", 0, 5, true},
                      {5, "己", 0, 9, true},
                      {5, "庚", 0, 2, true}}),
               rule(2)),
      "按项目办结率排名：排在前四位的是甲（75%）、乙（50%）、丙、丁（均为40%）；排在后三位的是戊、己、庚（均为0）。");
}

TEST(LeagueWording, NobodyIsFirstWithNothing) {
  EXPECT_EQ(sentence(table({{1, "甲", 1, 4},
                            {2, "乙", 0, 4, true},
                            {2, "丙", 0, 10, true},
                            {2, "丁", 0, 10, true},
                            {2, "戊", 0, 5, true}}),
                     rule(1)),
            "按项目办结率排名：排在首位的是甲（25%）；排在后四位的是乙、丙、丁、戊（均为0）。");
}

TEST(LeagueWording, NobodyIsFirstAndLastAtOnce) {
  EXPECT_EQ(sentence(table({{1, "甲", 3, 4},
                            {2, "乙", 2, 4},
                            {3, "丙", 1, 4, true},
                            {3, "丁", 1, 4, true},
                            {3, "戊", 1, 4, true},
                            {3, "己", 1, 4, true}}),
                     rule(2)),
            "按项目办结率排名：排在前两位的是甲（75%）、乙（50%）；排在后四位的是丙、丁、戊、己（均为25%）。");
}

TEST(LeagueWording, FewUnitsAreAllNamed) {
  EXPECT_EQ(sentence(table({{1, "甲", 4, 4}, {1, "乙", 6, 6}, {3, "丙", 1, 4, true}}), rule(2)),
            "按项目办结率排名：由高到低依次为甲、乙（均为100%）、丙（25%）；排在末位的是丙（25%）。");
}

TEST(LeagueWording, AllEqualHasNoLast) {
  EXPECT_EQ(sentence(table({{1, "甲", 0, 4}, {1, "乙", 0, 6}}), rule(2)),
            "按项目办结率排名：各单位并列，甲、乙（均为0），不列后位。");
}

TEST(LeagueWording, OneUnitAlone) {
  EXPECT_EQ(sentence(table({{1, "甲", 1, 4}}), rule(2)), "按项目办结率排名：甲（25%）。");
}

TEST(LeagueWording, NothingToRank) {
  auto empty = table({});
  empty.unranked = {UnitCode{"甲"}};
  EXPECT_EQ(sentence(empty, rule(2)), "本序列暂无可统计的单位，不排名。");
}

TEST(LeagueWording, NobodyAtTheBottom) {
  EXPECT_EQ(sentence(table({{1, "甲", 4, 4}, {2, "乙", 3, 4}, {3, "丙", 2, 4}, {4, "丁", 1, 4}}), rule(0)),
            "按项目办结率排名：排在前三位的是甲（100%）、乙（75%）、丙（50%）。");
}

TEST(LeagueWording, UnrankedAndSmallUnitsAreNamed) {
  auto some = table({{1, "甲", 1, 2, false, true}, {2, "乙", 0, 4, true}});
  some.unranked = {UnitCode{"丙"}, UnitCode{"丁"}};
  EXPECT_EQ(sentence(some, rule(1)),
            "按项目办结率排名：由高到低依次为甲（50%"
            "）、乙（0）；排在末位的是乙（0）。甲纳入统计的项目不足3个，位次仅供参考。丙、丁没有纳入统计的项目，不参加"
            "排名。");
  EXPECT_EQ(sentence(some, rule(1, campaign::LeagueUnit::ProcedurePart)),
            "按项目办结率排名：由高到低依次为甲（50%"
            "）、乙（0）；排在末位的是乙（0）。甲纳入统计的手续不足3项，位次仅供参考。丙、丁没有纳入统计的手续，不参加"
            "排名。");
}

TEST(LeagueWording, SaysWhatRanks) {
  const std::vector<Place> one{{1, "甲", 1, 4}};
  EXPECT_EQ(sentence(table(one, "meets"), rule(1)), "按项目达标率排名：甲（25%）。");
  EXPECT_EQ(sentence(table(one, "strict"), rule(1)), "按手续办结率排名：甲（25%）。");
}

TEST(SummonsWording, BetweenCutsTheLastAreReminded) {
  EXPECT_EQ(summons_sentence(table({{1, "甲", 1, 4}, {2, "乙", 0, 4, true}}), false, name_of),
            "对乙予以提醒，请对照未办结手续清单（附件3）逐项查找原因，加快办理。");
}

TEST(SummonsWording, AtACutCandidatesAreProposedAndAPersonConfirms) {
  auto cut = table({{1, "甲", 1, 4}, {2, "乙", 0, 4, true}, {2, "丙", 0, 4, true, false, true}});
  cut.candidates = {UnitCode{"乙"}};
  EXPECT_EQ(summons_sentence(cut, true, name_of),
            "约谈对象建议：拟约谈乙主要负责同志，按程序报批后实施。丙因客观原因经批准不列为约谈对象。");
}

TEST(SummonsWording, NothingWithoutABottom) {
  EXPECT_EQ(summons_sentence(table({{1, "甲", 1, 4}}), true, name_of), "");
  EXPECT_EQ(summons_sentence(table({{1, "甲", 1, 4}}), false, name_of), "");
}

}  // namespace
}  // namespace guatu::reporting
