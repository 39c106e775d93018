#include "guatu/leagues/league_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::leagues {
namespace {

using campaign::Capacity;
using campaign::LeagueUnit;
using guatu::testing::make_league;
using guatu::testing::make_target;
using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date kDay = Date::of(2022, 12, 20);
const Date kCut = Date::of(2022, 12, 31);

campaign::Campaign with_league(const campaign::LeagueRule& league) {
  auto campaign = small_campaign();
  campaign.leagues = {league};
  return campaign;
}

campaign::LeagueRule districts(int bottom = 1) {
  return make_league("district", Capacity::District, LeagueUnit::Project, bottom);
}
campaign::LeagueRule approvers(int bottom = 1) {
  return make_league("approver", Capacity::Approver, LeagueUnit::ProcedurePart, bottom);
}

LeagueTable rank(const campaign::Campaign& campaign, const counting::TallyInput& input,
                 const Leagues* before = nullptr) {
  std::vector<counting::TargetFigures> targets;
  for (const auto& target : campaign.targets)
    targets.push_back({target.id, target.name, {}, {}, target.threshold, target.deadline, {}});
  return rank_leagues(campaign, input, before, targets).leagues.at(0);
}

/// "unit numerator/denominator rank marks": b bottom, t tied, f flagged, e exempt.
std::vector<std::string> lines(const LeagueTable& table) {
  std::vector<std::string> lines;
  for (const auto& row : table.rows) {
    auto line = row.unit.text() + " " + std::to_string(row.rate.ratio.numerator) + "/" +
                std::to_string(row.rate.ratio.denominator) + " " + std::to_string(row.rank) + " ";
    for (const auto& [holds, mark] :
         {std::pair{row.bottom, 'b'}, {row.tied, 't'}, {row.flagged, 'f'}, {row.exempt, 'e'}})
      if (holds) line += mark;
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> codes(const std::vector<UnitCode>& units) {
  std::vector<std::string> codes;
  for (const auto& unit : units)
    codes.push_back(unit.text());
  return codes;
}

TEST(LeagueTable, ProjectsCountForTheResponsibleUnit) {
  const auto campaign = with_league(districts());
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "F F F")
                         .project("P2", "north", "U U U")
                         .project("P3", "south", "F F F")
                         .project("P4", "road", "F F F")   // A sponsor's: not in this league.
                         .project("P5", "south", "X X X")  // Nothing applicable: outside.
                         .project("P6", "", "F F F")
                         .build();
  const auto table = rank(campaign, input);
  EXPECT_EQ(table.id, "district");
  EXPECT_EQ(table.measure, "finished");
  EXPECT_EQ(table.policy, "own");
  EXPECT_THAT(lines(table), ElementsAre("south 1/1 1 ", "north 1/2 2 b"));
  EXPECT_THAT(codes(table.unranked), ElementsAre("west"));
  EXPECT_EQ(table.rows[0].name, "南区");
}

TEST(LeagueTable, UnrankedUnitsStandInTheCampaignsOrder) {
  const auto campaign = with_league(districts());
  const auto input = TallyBuilder(campaign, kDay).project("P1", "south", "X X X").build();
  const auto table = rank(campaign, input);
  EXPECT_THAT(table.rows, IsEmpty());
  EXPECT_THAT(codes(table.unranked), ElementsAre("north", "south", "west"));
}

TEST(LeagueTable, OnlyNamedUnitsAreRanked) {
  auto league = districts();
  league.only = {UnitCode{"west"}, UnitCode{"north"}};
  const auto campaign = with_league(league);
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "south", "F F F").project("P2", "west", "F F F").build();
  const auto table = rank(campaign, input);
  EXPECT_THAT(lines(table), ElementsAre("west 1/1 1 "));
  EXPECT_THAT(codes(table.unranked), ElementsAre("north"));
}

TEST(LeagueTable, ThePolicyNamesTheRankingMeasure) {
  auto campaign = with_league(districts());
  campaign.policy.ranking = campaign::RankingMeasure::Meets;
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "north", "F Hr F").project("P2", "south", "F Hc F").build();
  const auto table = rank(campaign, input);
  EXPECT_EQ(table.measure, "meets");
  EXPECT_THAT(lines(table), ElementsAre("north 1/1 1 ", "south 0/1 2 b"));
}

TEST(LeagueTable, SponsorsMayAnswerForTheirWholeIndustry) {
  auto league = make_league("sponsor", Capacity::Sponsor, LeagueUnit::Project, 1);
  league.sponsor_counts = campaign::SponsorCounts::Line;
  const auto campaign = with_league(league);
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "F F F", "road")
                         .project("P2", "road", "U U U", "farm")
                         .project("P3", "south", "U U U", "road")
                         .project("P4", "farm", "F F F")
                         .build();
  const auto table = rank(campaign, input);
  EXPECT_EQ(table.policy, "line");
  EXPECT_THAT(lines(table), ElementsAre("road 1/2 1 ", "farm 0/1 2 b"));
}

TEST(LeagueTable, ApproversAnswerForTheProceduresOfTheirLine) {
  const auto campaign = with_league(approvers());
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "Fc Hr+Fs Fk")
                         .project("P2", "north", "F? Xr Ik>")
                         .project("P3", "north", "X X X")  // Outside.
                         .build();
  const auto table = rank(campaign, input);
  EXPECT_EQ(table.measure, "strict");
  EXPECT_EQ(table.policy, "line");
  // plan: F F = 2/2. soil: H, F, X = 1/2. build: F, I = 1/2 with one overdue.
  EXPECT_THAT(lines(table), ElementsAre("plan 2/2 1 ", "soil 1/2 2 bt", "build 1/2 2 bt"));
  EXPECT_EQ(table.rows[1].unfinished_procedures, 1);
  EXPECT_EQ(table.rows[2].overdue, 1);
  using Split = std::vector<std::pair<std::string, Ratio>>;
  EXPECT_EQ(table.rows[0].split, (Split{{"市级办结", {2, 2}}, {"旗县级指导", {0, 0}}, {"上级对接", {0, 0}}}));
  EXPECT_EQ(table.rows[1].split, (Split{{"市级办结", {0, 0}}, {"旗县级指导", {0, 0}}, {"上级对接", {2, 2}}}));
  EXPECT_EQ(table.rows[2].split, (Split{{"市级办结", {0, 0}}, {"旗县级指导", {1, 2}}, {"上级对接", {0, 0}}}));
}

TEST(LeagueTable, CityOnlyCountsTheCitysAndTheMissing) {
  auto league = approvers();
  league.approver_scope = campaign::ApproverScope::CityOnly;
  const auto campaign = with_league(league);
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "north", "Fc Ir Fk").project("P2", "north", "I? Xc X?").build();
  const auto table = rank(campaign, input);
  EXPECT_EQ(table.policy, "city_only");
  EXPECT_THAT(lines(table), ElementsAre("plan 1/2 1 "));
  EXPECT_THAT(codes(table.unranked), ElementsAre("soil", "build"));
  EXPECT_THAT(table.rows[0].split, IsEmpty());
}

TEST(LeagueTable, SmallUnitsAreFlaggedAndRankedAllTheSame) {
  auto league = districts();
  league.minimum_size = 2;
  const auto campaign = with_league(league);
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "F F F")
                         .project("P2", "south", "F F F")
                         .project("P3", "south", "U U U")
                         .build();
  EXPECT_THAT(lines(rank(campaign, input)), ElementsAre("north 1/1 1 f", "south 1/2 2 b"));
}

TEST(LeagueTable, CandidatesAriseOnlyAtAnAssessmentCut) {
  const auto campaign = with_league(districts(2));
  const auto on = [&](Date day) {
    return TallyBuilder(campaign, day)
        .project("P1", "north", "F F F")
        .project("P2", "south", "U U U")
        .project("P3", "west", "F U U")
        .build();
  };
  for (const auto day : {kCut - 1, kCut, kCut + 1}) {
    const auto leagues = rank_leagues(campaign, on(day), nullptr, {});
    EXPECT_EQ(leagues.assessment, day == kCut);
    EXPECT_THAT(lines(leagues.leagues[0]), ElementsAre("north 1/1 1 ", "west 0/1 2 bt", "south 0/1 2 bt"));
    if (day == kCut)
      EXPECT_THAT(codes(leagues.leagues[0].candidates), ElementsAre("west", "south"));
    else
      EXPECT_THAT(leagues.leagues[0].candidates, IsEmpty());
  }
}

TEST(LeagueTable, AnExemptUnitKeepsItsPlaceAndIsNoCandidate) {
  auto campaign = with_league(districts(2));
  campaign.exemptions = {{"district", UnitCode{"south"}, kCut, "洪灾", "会议纪要1号"},
                         {"district", UnitCode{"west"}, kCut + 90, "", ""},  // Another cut.
                         {"sponsor", UnitCode{"west"}, kCut, "", ""}};       // Another league.
  const auto input = TallyBuilder(campaign, kCut)
                         .project("P1", "north", "F F F")
                         .project("P2", "south", "U U U")
                         .project("P3", "west", "F U U")
                         .build();
  const auto table = rank(campaign, input);
  EXPECT_THAT(lines(table), ElementsAre("north 1/1 1 ", "west 0/1 2 bt", "south 0/1 2 bte"));
  EXPECT_THAT(codes(table.candidates), ElementsAre("west"));
}

TEST(LeagueTable, TheCutLeavesUnverifiedCompletionsOut) {
  const auto campaign = with_league(districts());
  const auto on = [&](Date day) {
    return TallyBuilder(campaign, day)
        .project("P1", "north", "F F! F!")
        .project("P2", "north", "F F F")
        .project("P3", "north", "F! U F")
        .project("P4", "south", "F F F")
        .build();
  };
  const auto before = rank(campaign, on(kCut - 1));
  EXPECT_THAT(lines(before), ElementsAre("south 1/1 1 ", "north 2/3 2 b"));
  EXPECT_EQ(before.rows[1].unverified, 1);  // P3 would not be finished anyway.
  EXPECT_EQ(before.rows[1].unfinished_procedures, 1);
  const auto cut = rank(campaign, on(kCut));
  EXPECT_THAT(lines(cut), ElementsAre("south 1/1 1 ", "north 1/3 2 b"));
  EXPECT_EQ(cut.rows[1].unverified, 1);
  EXPECT_EQ(cut.rows[1].unfinished_procedures, 4);
}

TEST(LeagueTable, TheCutLeavesUnverifiedProceduresOut) {
  const auto campaign = with_league(approvers());
  const auto table = rank(campaign, TallyBuilder(campaign, kCut).project("P1", "north", "F!+F F!r I").build());
  EXPECT_THAT(lines(table), ElementsAre("plan 1/2 1 ", "soil 0/1 2 bt", "build 0/1 2 bt"));
  EXPECT_EQ(table.rows[0].unverified, 1);
  EXPECT_EQ(table.rows[1].split[2].second, (Ratio{0, 1}));
}

TEST(LeagueTable, TheGuardSparesWhoMetTheTarget) {
  auto league = districts(2);
  league.guard = campaign::Guard::TargetMissed;
  league.guard_target = "t2";
  auto campaign = with_league(league);
  campaign.targets = {
      make_target("t1", campaign::Measure::ProjectsFinished, campaign::AuthorityScope::All, {1, 1}, kCut),
      make_target("t2", campaign::Measure::ProceduresFinished, campaign::AuthorityScope::CityAndCounty, {2, 3}, kCut)};
  const auto input = TallyBuilder(campaign, kCut)
                         .project("P1", "north", "F F F")
                         .project("P2", "south", "F F U")  // 2/3 of its city and county procedures: met exactly.
                         .project("P3", "west", "F Hr U")  // 1/2: missed.
                         .build();
  const auto table = rank(campaign, input);
  EXPECT_THAT(lines(table), ElementsAre("north 1/1 1 ", "south 0/1 2 t", "west 0/1 2 bt"));
  EXPECT_THAT(codes(table.candidates), ElementsAre("west"));
}

TEST(LeagueTable, AGuardThatCountsProjectsReadsAnApproversProceduresOneByOne) {
  auto league = approvers(2);
  league.guard = campaign::Guard::TargetMissed;
  league.guard_target = "t1";
  auto campaign = with_league(league);
  campaign.targets = {
      make_target("t1", campaign::Measure::ProjectsFinished, campaign::AuthorityScope::All, {70, 100}, kCut)};
  const auto input = TallyBuilder(campaign, kCut)
                         .project("P1", "north", "F F+F+F+F+F+F+F+I+I+I F+F+I")  // plan 1/1, soil 7/10, build 2/3
                         .build();
  EXPECT_THAT(lines(rank(campaign, input)), ElementsAre("plan 1/1 1 ", "soil 7/10 2 ", "build 2/3 3 b"));
}

TEST(LeagueTable, PlacesGainedAndChangeAgainstTheDekadBefore) {
  const auto campaign = with_league(districts());
  const auto earlier = TallyBuilder(campaign, kDay - 10)
                           .project("P1", "north", "F F F")
                           .project("P2", "south", "U U U")
                           .project("P3", "south", "F F F")
                           .build();
  const auto now = TallyBuilder(campaign, kDay)
                       .project("P1", "north", "F R F")
                       .project("P2", "south", "F F F")
                       .project("P3", "south", "F F F")
                       .project("P4", "west", "F F F")
                       .build();
  const auto before = rank_leagues(campaign, earlier, nullptr, {});
  const auto table = rank(campaign, now, &before);
  EXPECT_THAT(lines(table), ElementsAre("south 2/2 1 t", "west 1/1 1 t", "north 0/1 3 b"));
  EXPECT_EQ(table.rows[0].rank_change, 1);
  EXPECT_EQ(table.rows[0].rate.change, "+50");
  EXPECT_EQ(table.rows[1].rank_change, std::nullopt);  // Had nothing to count.
  EXPECT_EQ(table.rows[1].rate.change, std::nullopt);
  EXPECT_EQ(table.rows[2].rank_change, -2);
  EXPECT_EQ(table.rows[2].rate.change, "-100");
}

TEST(LeagueTable, AnotherMeasureIsNotComparedWith) {
  auto campaign = with_league(districts());
  const auto input = TallyBuilder(campaign, kDay).project("P1", "north", "F F F").build();
  const auto before = rank_leagues(campaign, input, nullptr, {});
  campaign.policy.ranking = campaign::RankingMeasure::Meets;
  const auto table = rank(campaign, input, &before);
  EXPECT_EQ(table.rows[0].rank_change, std::nullopt);
  EXPECT_EQ(table.rows[0].rate.change, std::nullopt);
}

TEST(LeagueTable, ShownRatesKeepBelowTheThresholds) {
  auto campaign = with_league(approvers());
  campaign.targets = {
      make_target("t1", campaign::Measure::ProjectsFinished, campaign::AuthorityScope::All, {667, 1000}, kCut)};
  const auto table = rank(campaign, TallyBuilder(campaign, kDay).project("P1", "north", "F+F+I F F").build());
  EXPECT_EQ(table.rows[2].rate.text(), "66.6%");
}

TEST(LeagueTable, NamesAreThoseOfTheDay) {
  auto campaign = with_league(districts());
  campaign.units[0].names.push_back({kDay, {"北新区", "North New"}, "北新"});
  const auto on = [&](Date day) {
    return rank(campaign, TallyBuilder(campaign, day).project("P1", "north", "F F F").build()).rows[0].name;
  };
  EXPECT_EQ(on(kDay - 1), "北区");
  EXPECT_EQ(on(kDay), "北新区");
}

}  // namespace
}  // namespace guatu::leagues
