#include "guatu/counting/figures.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::counting {
namespace {

using guatu::testing::make_target;
using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;

const Date kDay = Date::of(2022, 12, 20);

TEST(Figures, EmptyCampaign) {
  const auto campaign = small_campaign();
  const auto figures = count_figures({campaign, TallyBuilder(campaign, kDay).build(), nullptr, {}, {}});
  EXPECT_EQ(figures.projects.counted, 0);
  EXPECT_EQ(figures.procedures.strict.text(), "—");
  EXPECT_EQ(figures.by_kind.size(), 3u);
  EXPECT_EQ(figures.by_authority.size(), 5u);
  EXPECT_EQ(figures.previous, std::nullopt);
  EXPECT_TRUE(figures.faults.empty());
}

TEST(Figures, NoShownRateReachesAThresholdBeforeItsExactValueDoes) {
  auto campaign = small_campaign();
  campaign.targets = {
      make_target("t1", campaign::Measure::ProjectsFinished, campaign::AuthorityScope::All, {667, 1000}, kDay + 30)};
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "F F F")
                         .project("P2", "north", "F F F")
                         .project("P3", "north", "X X U")
                         .build();
  const auto figures = count_figures({campaign, input, nullptr, {}, {}});
  EXPECT_EQ(figures.projects.finished_rate.text(), "66.6%");  // 2/3 would round to 66.7, the threshold.
  EXPECT_EQ(figures.targets[0].rate.text(), "66.6%");
  EXPECT_EQ(figures.procedures.strict.text(), "85.7%");  // 6/7, far from it.
}

TEST(Figures, ChangeIsTheDifferenceOfTheShownRates) {
  const auto campaign = small_campaign();
  const auto earlier = TallyBuilder(campaign, kDay - 10)
                           .project("P1", "north", "F F F")
                           .project("P2", "north", "U U U")
                           .project("P3", "north", "U U U")
                           .build();
  const auto now = TallyBuilder(campaign, kDay)
                       .project("P1", "north", "F F F")
                       .project("P2", "north", "F F F")
                       .project("P3", "north", "F Hr F")
                       .build();
  const auto before = count_figures({campaign, earlier, nullptr, {}, {}});
  const auto figures = count_figures({campaign, now, &before, PreviousDekad{{2022, 12, 1}, 2}, {}});
  EXPECT_EQ(before.projects.finished_rate.change, std::nullopt);
  EXPECT_EQ(figures.projects.finished_rate.change, "+33.4");  // 66.7 - 33.3; the exact difference is 33.33…
  EXPECT_EQ(figures.projects.meets_rate.change, "+66.7");
  EXPECT_EQ(figures.previous, (PreviousDekad{{2022, 12, 1}, 2}));
}

}  // namespace
}  // namespace guatu::counting
