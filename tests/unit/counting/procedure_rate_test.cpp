#include "guatu/counting/procedure_rate.hpp"

#include <gtest/gtest.h>

#include "guatu/counting/project_rate.hpp"

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::counting {
namespace {

using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;

const Date kDay = Date::of(2022, 12, 20);

ProcedureCounts count(const campaign::Campaign& campaign, const TallyInput& input, const Figures* before = nullptr) {
  return count_procedures(campaign, input, judge_all(input), {}, before);
}

TEST(ProcedureRate, StrictLeavesNotApplicableOutAndRegionalCountsIt) {
  const auto campaign = small_campaign();
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "north", "F X I").project("P2", "north", "F Hr U").build();
  const auto counts = count(campaign, input);
  EXPECT_EQ(counts.figures.strict.ratio, (Ratio{2, 5}));
  EXPECT_EQ(counts.figures.regional.ratio, (Ratio{3, 6}));
  EXPECT_EQ(counts.by_kind[1].counts.strict.ratio, (Ratio{0, 1}));  // One not applicable, one handed up.
  EXPECT_EQ(counts.by_kind[1].counts.regional.ratio, (Ratio{1, 2}));
}

TEST(ProcedureRate, EveryPartIsOneProcedure) {
  const auto campaign = small_campaign();
  const auto counts = count(campaign, TallyBuilder(campaign, kDay).project("P1", "north", "F F+I+X F").build());
  EXPECT_EQ(counts.figures.strict.ratio, (Ratio{3, 4}));
  EXPECT_EQ(counts.figures.regional.ratio, (Ratio{4, 5}));
  EXPECT_EQ(counts.by_kind[1].counts.total, 3);
}

TEST(ProcedureRate, EachStateHasItsColumn) {
  const auto campaign = small_campaign();
  const auto counts =
      count(campaign, TallyBuilder(campaign, kDay).project("P1", "north", "X+F+Hr R+I+S P+N+U").build());
  EXPECT_EQ(counts.by_kind[0].counts.of(ProcedureState::NotApplicable), 1);
  EXPECT_EQ(counts.by_kind[0].counts.of(ProcedureState::Finished), 1);
  EXPECT_EQ(counts.by_kind[0].counts.of(ProcedureState::HandedUp), 1);
  EXPECT_EQ(counts.by_kind[1].counts.of(ProcedureState::Returned), 1);
  EXPECT_EQ(counts.by_kind[1].counts.of(ProcedureState::InReview), 1);
  EXPECT_EQ(counts.by_kind[1].counts.of(ProcedureState::Submitted), 1);
  EXPECT_EQ(counts.by_kind[2].counts.of(ProcedureState::Preparing), 1);
  EXPECT_EQ(counts.by_kind[2].counts.of(ProcedureState::NotStarted), 1);
  EXPECT_EQ(counts.by_kind[2].counts.of(ProcedureState::Unknown), 1);
  EXPECT_EQ(counts.figures.not_submitted, 4);  // Unknown, not started, preparing, returned.
  EXPECT_EQ(counts.figures.in_work, 2);        // Submitted, in review.
}

TEST(ProcedureRate, AuthoritiesStandInTheirOrderAndMissingIsLast) {
  const auto campaign = small_campaign();
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "north", "Fs Hr Fc").project("P2", "north", "Ik F? X?").build();
  const auto rows = count(campaign, input).by_authority;
  ASSERT_EQ(rows.size(), 5u);
  const std::optional<Authority> order[] = {
      Authority::State, Authority::Region, Authority::City, Authority::County, {}};
  const std::int64_t totals[] = {1, 1, 1, 1, 2};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(rows[i].authority, order[i]);
    EXPECT_EQ(rows[i].counts.total, totals[i]);
  }
  EXPECT_EQ(rows[4].counts.strict.ratio, (Ratio{1, 1}));
  EXPECT_EQ(rows[4].counts.regional.ratio, (Ratio{2, 2}));
}

TEST(ProcedureRate, AProjectWithNothingApplicableIsOutsideEveryTable) {
  const auto campaign = small_campaign();
  const auto counts = count(
      campaign, TallyBuilder(campaign, kDay).project("P1", "north", "X X X").project("P2", "north", "X F X").build());
  EXPECT_EQ(counts.figures.regional.ratio, (Ratio{3, 3}));
  EXPECT_EQ(counts.by_authority[2].counts.total, 3);
}

TEST(ProcedureRate, MarksAreCounted) {
  const auto campaign = small_campaign();
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "F! I>% N^")
                         .project("P2", "north", "F!% I>^ N^")
                         .project("P3", "north", "X X X%")  // Outside.
                         .build();
  const auto figures = count(campaign, input).figures;
  EXPECT_EQ(figures.unverified, 2);
  EXPECT_EQ(figures.overdue, 2);
  EXPECT_EQ(figures.disputed, 2);
  EXPECT_EQ(figures.held_above, 3);
}

TEST(ProcedureRate, KindsNotInForceHaveNoRow) {
  auto campaign = small_campaign();
  campaign.kinds[2].valid_from = kDay + 1;
  const auto counts = count(campaign, TallyBuilder(campaign, kDay).project("P1", "north", "F I").build());
  ASSERT_EQ(counts.by_kind.size(), 2u);
  EXPECT_EQ(counts.by_kind[1].kind, KindCode{"land"});

  const auto next_day = count(campaign, TallyBuilder(campaign, kDay + 1).project("P1", "north", "F I U").build());
  EXPECT_EQ(next_day.by_kind.size(), 3u);
}

TEST(ProcedureRateDeathTest, APartOfAKindNotInForceIsAMistake) {
  auto campaign = small_campaign();
  campaign.kinds[2].valid_until = kDay - 1;
  const auto input = TallyBuilder(campaign, kDay).project("P1", "north", "F I U").build();
  EXPECT_DEATH(count(campaign, input), "contract broken");
}

TEST(ProcedureRate, ChangeIsTakenRowByRow) {
  const auto campaign = small_campaign();
  const auto earlier = count(campaign, TallyBuilder(campaign, kDay - 10).project("P1", "north", "F I Uk").build());
  Figures before;
  before.procedures = earlier.figures;
  before.by_kind = earlier.by_kind;
  before.by_authority = earlier.by_authority;
  before.by_kind.erase(before.by_kind.begin());  // A kind that had no row then.

  const auto counts = count(campaign, TallyBuilder(campaign, kDay).project("P1", "north", "F F Uk").build(), &before);
  EXPECT_EQ(counts.figures.strict.change, "+33.4");  // 66.7 - 33.3, as shown.
  EXPECT_EQ(counts.by_kind[0].counts.strict.change, std::nullopt);
  EXPECT_EQ(counts.by_kind[1].counts.strict.change, "+100");
  EXPECT_EQ(counts.by_kind[2].counts.strict.change, "0");
  EXPECT_EQ(counts.by_authority[2].counts.strict.change, "+50");
  EXPECT_EQ(counts.by_authority[0].counts.strict.change, std::nullopt);  // 0/0 on both days.
}

}  // namespace
}  // namespace guatu::counting
