#include "guatu/planning/network.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"

namespace guatu::planning {
namespace {

using campaign::AuthorityScope;
using campaign::Campaign;
using campaign::EdgeKind;
using campaign::Measure;

/// approval → land → works, with the Plan's two procedure targets.
Campaign chain() {
  auto campaign = testing::small_campaign();
  campaign.kinds[1].predecessors.push_back({KindCode{"approval"}, EdgeKind::Law, {}, 3, ""});
  campaign.kinds[2].predecessors.push_back({KindCode{"land"}, EdgeKind::Law, {}, 0, ""});
  campaign.targets = {testing::make_target("t2", Measure::ProceduresFinished, AuthorityScope::CityAndCounty,
                                           Ratio{1, 1}, Date::of(2023, 3, 30)),
                      testing::make_target("t3", Measure::ProceduresHandedUp, AuthorityScope::RegionAndState,
                                           Ratio{1, 1}, Date::of(2023, 3, 31))};
  return campaign;
}

PlanPart part(std::uint16_t kind, ProcedureState state = ProcedureState::NotStarted,
              std::optional<Authority> authority = Authority::City) {
  PlanPart made;
  made.kind = kind;
  made.state = state;
  made.authority = authority;
  return made;
}

std::vector<PlanPart> all_open() {
  return {part(0), part(1), part(2)};
}

TEST(Network, PredecessorsBindWithTheirLag) {
  const auto network = make_network(chain(), all_open(), std::nullopt, std::nullopt);
  ASSERT_EQ(network.nodes.size(), 3U);
  EXPECT_TRUE(network.nodes[0].predecessors.empty());
  ASSERT_EQ(network.nodes[1].predecessors.size(), 1U);
  EXPECT_EQ(network.nodes[1].predecessors[0].predecessor, 0);
  EXPECT_EQ(network.nodes[1].predecessors[0].lag_days, 3);
  ASSERT_EQ(network.nodes[2].predecessors.size(), 1U);
  EXPECT_EQ(network.nodes[2].predecessors[0].predecessor, 1);
}

TEST(Network, EveryStateIsOpenButThreeThatAreLeftOut) {
  for (const auto state : {ProcedureState::Finished, ProcedureState::HandedUp, ProcedureState::NotApplicable})
    EXPECT_TRUE(make_network(chain(), {part(0, state)}, std::nullopt, std::nullopt).nodes.empty());
  for (const auto state : {ProcedureState::Unknown, ProcedureState::NotStarted, ProcedureState::Preparing,
                           ProcedureState::Submitted, ProcedureState::InReview, ProcedureState::Returned})
    EXPECT_EQ(make_network(chain(), {part(0, state)}, std::nullopt, std::nullopt).nodes.size(), 1U);
}

TEST(Network, AFinishedPredecessorHoldsNobody) {
  const auto network = make_network(chain(), {part(0, ProcedureState::Finished), part(1)}, std::nullopt, std::nullopt);
  ASSERT_EQ(network.nodes.size(), 1U);
  EXPECT_TRUE(network.nodes[0].predecessors.empty());
  EXPECT_EQ(network.nodes[0].not_before, std::nullopt);
}

TEST(Network, AHandedUpPredecessorHoldsUntilItsLimitAndLagHaveRun) {
  auto above = part(0, ProcedureState::HandedUp, Authority::Region);
  above.handed_up_on = Date::of(2022, 12, 1);
  const auto network = make_network(chain(), {above, part(1)}, std::nullopt, std::nullopt);
  ASSERT_EQ(network.nodes.size(), 1U);
  EXPECT_EQ(network.nodes[0].not_before, Date::of(2023, 1, 3));  // 20 working days end on 12-29, 3 more of lag.
}

TEST(Network, TheDeadlineIsThatOfTheTargetForTheAuthority) {
  struct {
    std::optional<Authority> authority;
    Date deadline;
    bool hand_up_meets;
  } const cases[] = {{Authority::City, Date::of(2023, 3, 30), false},
                     {Authority::County, Date::of(2023, 3, 30), false},
                     {std::nullopt, Date::of(2023, 3, 30), false},
                     {Authority::Region, Date::of(2023, 3, 31), true},
                     {Authority::State, Date::of(2023, 3, 31), true}};
  for (const auto& [authority, deadline, hand_up_meets] : cases) {
    const auto network =
        make_network(chain(), {part(0, ProcedureState::NotStarted, authority)}, std::nullopt, std::nullopt);
    EXPECT_EQ(network.nodes[0].deadline, deadline);
    EXPECT_EQ(network.nodes[0].hand_up_meets, hand_up_meets);
  }
}

TEST(Network, ADeadlineThatIsGivenReplacesAllAndAsksForTheDecision) {
  const auto network = make_network(chain(), {part(0, ProcedureState::NotStarted, Authority::Region)}, std::nullopt,
                                    Date::of(2023, 2, 28));
  EXPECT_EQ(network.nodes[0].deadline, Date::of(2023, 2, 28));
  EXPECT_FALSE(network.nodes[0].hand_up_meets);
}

TEST(Network, EdgesBindOnTheirTrack) {
  auto campaign = chain();
  campaign.kinds[1].predecessors[0].tracks = {Track::Filing};
  const auto arcs = [&](std::optional<Track> track) {
    return make_network(campaign, all_open(), track, std::nullopt).nodes[1].predecessors.size();
  };
  EXPECT_EQ(arcs(Track::Filing), 1U);
  EXPECT_EQ(arcs(Track::Approval), 0U);
  EXPECT_EQ(arcs(std::nullopt), 1U);  // Not told: the careful reading.
}

TEST(Network, PracticeBindsOnlyByPolicy) {
  auto campaign = chain();
  campaign.kinds[1].predecessors[0].edge = EdgeKind::Practice;
  EXPECT_TRUE(make_network(campaign, all_open(), std::nullopt, std::nullopt).nodes[1].predecessors.empty());
  campaign.policy.practice_edges = true;
  EXPECT_EQ(make_network(campaign, all_open(), std::nullopt, std::nullopt).nodes[1].predecessors.size(), 1U);
}

TEST(Network, EveryPartOfAKindHoldsTheSuccessor) {
  auto first = part(0);
  first.part = "一标段";
  auto second = part(0);
  second.part = "二标段";
  const auto network = make_network(chain(), {first, second, part(1)}, std::nullopt, std::nullopt);
  ASSERT_EQ(network.nodes.size(), 3U);
  EXPECT_EQ(network.nodes[2].predecessors.size(), 2U);
}

TEST(Network, PredecessorsComeFirstWhateverTheCatalogueOrder) {
  auto campaign = testing::small_campaign();
  campaign.kinds[0].predecessors.push_back({KindCode{"works"}, EdgeKind::Law, {}, 0, ""});
  const auto network = make_network(campaign, all_open(), std::nullopt, std::nullopt);
  ASSERT_EQ(network.nodes.size(), 3U);
  for (std::size_t i = 0; i < network.nodes.size(); ++i)
    for (const auto& arc : network.nodes[i].predecessors)
      EXPECT_LT(arc.predecessor, i);
}

TEST(Network, TheVariantSaysHowLongItTakes) {
  auto campaign = chain();
  auto report = campaign.kinds[0].variants.front();
  report.code = VariantCode{"report"};
  report.legal_limit = {60, DayUnit::CalendarDay};
  campaign.kinds[0].variants.push_back(report);
  auto chosen = part(0);
  chosen.variant = VariantCode{"report"};
  EXPECT_EQ(make_network(campaign, {chosen}, std::nullopt, std::nullopt).nodes[0].duration,
            (DayLimit{60, DayUnit::CalendarDay}));
  EXPECT_EQ(make_network(campaign, {part(0)}, std::nullopt, std::nullopt).nodes[0].duration,
            (DayLimit{20, DayUnit::WorkingDay}));
}

TEST(Network, AVariantCalledLikeTheTrackIsTheOneOfItsProjects) {
  auto kind = testing::make_kind("approval", "立项", "plan");
  EXPECT_EQ(variant_on_track(kind, Track::Filing), VariantCode{});
  auto filing = kind.variants.front();
  filing.code = VariantCode{"filing"};
  filing.name = {"备案", "filing"};
  kind.variants.push_back(filing);
  EXPECT_EQ(variant_on_track(kind, Track::Filing), VariantCode{"filing"});
  EXPECT_EQ(variant_on_track(kind, Track::Sanction), VariantCode{});
  EXPECT_EQ(variant_on_track(kind, std::nullopt), VariantCode{});
}

}  // namespace
}  // namespace guatu::planning
