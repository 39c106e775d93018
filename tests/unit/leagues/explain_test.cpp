#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guatu/leagues/league_table.hpp"

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::leagues {
namespace {

using campaign::Capacity;
using campaign::LeagueUnit;
using guatu::testing::make_league;
using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Date kDay = Date::of(2022, 12, 20);
const Date kCut = Date::of(2022, 12, 31);

/// "P1 counts done: kind part state, …"
std::vector<std::string> lines(const std::vector<ExplainRow>& rows) {
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    auto line = row.project.text();
    if (row.kind) line += " " + row.kind->text();
    if (!row.part.empty()) line += " " + row.part;
    line += std::string(row.counts ? " counts" : " out") + (row.done ? " done" : "");
    for (const auto& blocker : row.blockers)
      line += "; " + blocker.kind.text() + (blocker.part.empty() ? "" : " " + blocker.part) + " " +
              std::string(state_name(blocker.state));
    lines.push_back(line);
  }
  return lines;
}

struct Fixture {
  campaign::Campaign campaign = small_campaign();
  campaign::LeagueRule districts = make_league("district", Capacity::District, LeagueUnit::Project, 1);
  campaign::LeagueRule approvers = make_league("approver", Capacity::Approver, LeagueUnit::ProcedurePart, 1);

  [[nodiscard]] counting::TallyInput input(Date day) const {
    return TallyBuilder(campaign, day)
        .project("P1", "north", "F F! F", "road")
        .project("P2", "north", "F Hr+I>+U X", "road")
        .project("P3", "north", "X X Xk")
        .project("P4", "south", "F F? X?", "road")
        .build();
  }
};

TEST(Explain, ProjectsWithWhatKeepsThem) {
  const Fixture fixture;
  const auto rows = explain(fixture.campaign, fixture.input(kDay), fixture.districts, UnitCode{"north"});
  EXPECT_THAT(lines(rows),
              ElementsAre("P1 counts done", "P2 counts; land 1标段 handed_up; land 2标段 in_review; land 3标段 unknown",
                          "P3 out"));
  EXPECT_EQ(rows[0].name, "项目P1");
}

TEST(Explain, HandedUpIsEnoughWhereTheTargetRateRanks) {
  Fixture fixture;
  fixture.campaign.policy.ranking = campaign::RankingMeasure::Meets;
  const auto rows = explain(fixture.campaign, fixture.input(kDay), fixture.districts, UnitCode{"north"});
  EXPECT_THAT(lines(rows)[1], "P2 counts; land 2标段 in_review; land 3标段 unknown");
}

TEST(Explain, AtTheCutTheUnverifiedIsABlocker) {
  const Fixture fixture;
  const auto rows = explain(fixture.campaign, fixture.input(kCut), fixture.districts, UnitCode{"north"});
  EXPECT_EQ(lines(rows)[0], "P1 counts; land finished");
  EXPECT_THAT(rows[0].blockers[0].reason.zh, ::testing::HasSubstr("已报未核"));
  EXPECT_THAT(rows[0].blockers[0].reason.en, ::testing::HasSubstr("unverified"));
}

TEST(Explain, ProceduresOfALine) {
  const Fixture fixture;
  EXPECT_THAT(lines(explain(fixture.campaign, fixture.input(kDay), fixture.approvers, UnitCode{"soil"})),
              ElementsAre("P1 land counts done", "P2 land 1标段 counts; land 1标段 handed_up",
                          "P2 land 2标段 counts; land 2标段 in_review", "P2 land 3标段 counts; land 3标段 unknown",
                          "P4 land counts done"));
  EXPECT_THAT(lines(explain(fixture.campaign, fixture.input(kDay), fixture.approvers, UnitCode{"build"})),
              ElementsAre("P1 works counts done", "P2 works out", "P4 works out"));
}

TEST(Explain, CityOnlyLeavesOtherLevelsAndUnplacedNotApplicableRowsOut) {
  Fixture fixture;
  fixture.approvers.approver_scope = campaign::ApproverScope::CityOnly;
  EXPECT_THAT(lines(explain(fixture.campaign, fixture.input(kDay), fixture.approvers, UnitCode{"soil"})),
              ElementsAre("P1 land counts done", "P2 land 2标段 counts; land 2标段 in_review",
                          "P2 land 3标段 counts; land 3标段 unknown", "P4 land counts done"));
  EXPECT_THAT(lines(explain(fixture.campaign, fixture.input(kDay), fixture.approvers, UnitCode{"build"})),
              ElementsAre("P1 works counts done", "P2 works out"));
}

TEST(Explain, AnIndustrysProjects) {
  Fixture fixture;
  auto sponsors = make_league("sponsor", Capacity::Sponsor, LeagueUnit::Project, 1);
  sponsors.sponsor_counts = campaign::SponsorCounts::Line;
  EXPECT_THAT(explain(fixture.campaign, fixture.input(kDay), sponsors, UnitCode{"road"}), SizeIs(3));
}

TEST(Explain, UnknownUnitsHaveNoRows) {
  const Fixture fixture;
  EXPECT_THAT(explain(fixture.campaign, fixture.input(kDay), fixture.districts, UnitCode{"nobody"}), IsEmpty());
}

struct ReasonRow {
  const char* cell;
  const char* zh;
};

const ReasonRow kReasons[] = {
    {"U", "未填报：空白不等于不涉及"},
    {"N", "尚未启动"},
    {"P", "正在组卷，尚未申报"},
    {"S", "已申报，尚未受理"},
    {"I", "已受理，尚未办结"},
    {"R", "补正或退件，待重新申报"},
    {"Hr", "要件已上报最终审批部门，尚未批复：计入达标，不计入办结"},
    {"Hc", "市县权限手续须办结，上报不计"},
    {"F!", "已报未核：办结日期系推定，或既无文号又无批复，考核节点不计入"},
    {"U^>%", "未填报：空白不等于不涉及；受上级前置制约；已超计划办结时间；有异议待处理"},
};

TEST(Explain, EveryStateHasItsReason) {
  const Fixture fixture;
  for (const auto& row : kReasons) {
    const auto input =
        TallyBuilder(fixture.campaign, kCut).project("P1", "north", std::string(row.cell) + " X X").build();
    const auto rows = explain(fixture.campaign, input, fixture.districts, UnitCode{"north"});
    ASSERT_THAT(rows.at(0).blockers, SizeIs(1)) << row.cell;
    EXPECT_EQ(rows[0].blockers[0].reason.zh, row.zh);
    EXPECT_FALSE(rows[0].blockers[0].reason.en.empty());
  }
}

}  // namespace
}  // namespace guatu::leagues
