#include "guatu/counting/trend.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"

// The curve, what the targets ask for, and what each dekad still has to bring. Source: Plan 1; rules 4.
namespace guatu::counting {
namespace {

using campaign::AuthorityScope;
using campaign::Measure;

/// December to March; 70 % of projects by the end of February.
campaign::Campaign campaign_with_target() {
  auto campaign = testing::small_campaign();
  campaign.targets = {
      testing::make_target("t1", Measure::ProjectsFinished, AuthorityScope::All, {70, 100}, Date::of(2023, 2, 28)),
      testing::make_target("t2", Measure::ProceduresFinished, AuthorityScope::CityAndCounty, {1, 1},
                           Date::of(2023, 3, 31))};
  return campaign;
}

TrendInput input_on(const campaign::Campaign& campaign, Date as_of, std::int64_t counted, std::int64_t finished) {
  return {campaign, as_of, counted, finished, {{finished, counted}, {0, 30}}, {}, {}};
}

TEST(Trend, HasAPointForEachDekadOfTheCampaign) {
  const auto campaign = campaign_with_target();
  const auto trend = draw_trend(input_on(campaign, Date::of(2022, 12, 10), 10, 2));
  ASSERT_EQ(trend.points.size(), 12U);
  EXPECT_EQ(format_dekad(trend.points.front().dekad), "2022-12-D1");
  EXPECT_EQ(format_dekad(trend.points.back().dekad), "2023-03-D3");
}

TEST(Trend, NeededIsTheFewestThatReachTheThreshold) {
  EXPECT_EQ(needed_for({70, 100}, 10), 7);
  EXPECT_EQ(needed_for({70, 100}, 11), 8) << "7 of 11 are less than 70 %";
  EXPECT_EQ(needed_for({2, 3}, 3), 2);
  EXPECT_EQ(needed_for({1, 1}, 5), 5);
  EXPECT_EQ(needed_for({70, 100}, 0), 0);
}

TEST(Trend, PaceDividesWhatRemainsByTheDekadsThatEndInTime) {
  const auto campaign = campaign_with_target();
  const auto trend = draw_trend(input_on(campaign, Date::of(2023, 2, 10), 300, 150));
  ASSERT_EQ(trend.targets.size(), 1U) << "targets by procedure have no pace in projects";
  const auto& pace = trend.targets.front();
  EXPECT_EQ(pace.needed, 210);
  EXPECT_EQ(pace.remaining, 60);
  EXPECT_EQ(pace.days_left, 18);
  EXPECT_EQ(pace.dekads_left, 2) << "20 and 28 February; the 10th itself has ended";
  EXPECT_EQ(pace.per_dekad, 30);
  EXPECT_EQ(trend.days_left, 49);
}

TEST(Trend, PaceRoundsUp) {
  const auto campaign = campaign_with_target();
  EXPECT_EQ(draw_trend(input_on(campaign, Date::of(2023, 2, 10), 300, 149)).targets[0].per_dekad, 31);
  EXPECT_EQ(draw_trend(input_on(campaign, Date::of(2023, 2, 9), 300, 149)).targets[0].per_dekad, 21) << "61 over three";
}

struct EndOfPace {
  Date as_of;
  std::int64_t finished;
  int dekads_left;
  std::optional<std::int64_t> per_dekad;
};

TEST(Trend, PaceEndsAtTheTargetAndAtTheDeadline) {
  const auto campaign = campaign_with_target();
  const EndOfPace cases[] = {
      {Date::of(2023, 2, 27), 200, 1, 10},          {Date::of(2023, 2, 28), 200, 0, std::nullopt},
      {Date::of(2023, 3, 5), 200, 0, std::nullopt}, {Date::of(2023, 3, 5), 210, 0, 0},
      {Date::of(2022, 12, 1), 250, 9, 0},
  };
  for (const auto& each : cases) {
    const auto pace = draw_trend(input_on(campaign, each.as_of, 300, each.finished)).targets.front();
    EXPECT_EQ(pace.dekads_left, each.dekads_left) << format_iso(each.as_of);
    EXPECT_EQ(pace.per_dekad, each.per_dekad) << format_iso(each.as_of);
    EXPECT_GE(pace.remaining, 0);
  }
}

TEST(Trend, TheTargetLineFollowsTheProjectsThatCounted) {
  const auto campaign = campaign_with_target();
  auto input = input_on(campaign, Date::of(2022, 12, 20), 100, 5);
  input.past = {{90, 1, 2, 1}, {100, 5, 6, std::nullopt}};
  const auto trend = draw_trend(input);
  EXPECT_EQ(trend.points[0].target, 63) << "70 % of the 90 that counted then";
  EXPECT_EQ(trend.points[1].target, 70);
  EXPECT_EQ(trend.points[2].target, 70) << "still to come: as many as count now";
  EXPECT_EQ(trend.points.back().target, 70) << "after the deadline the last target stays";
  EXPECT_EQ(trend.points[0].count, input.past[0]);
  EXPECT_FALSE(trend.points[2].count);
}

TEST(Trend, WithoutATargetForProjectsThereIsNoLine) {
  auto campaign = campaign_with_target();
  campaign.targets.erase(campaign.targets.begin());
  TrendInput input{campaign, Date::of(2022, 12, 20), 10, 1, {{0, 30}}, {}, {}};
  const auto trend = draw_trend(input);
  EXPECT_TRUE(trend.targets.empty());
  EXPECT_FALSE(trend.points.front().target);
}

TEST(Trend, APlanCountsFromItsDayOnAndNeverWithoutOne) {
  const auto campaign = campaign_with_target();
  auto input = input_on(campaign, Date::of(2022, 12, 1), 4, 0);
  input.plans = {{Date::of(2022, 12, 20), Date::of(2022, 12, 10)},
                 {Date::of(2022, 12, 21), Date::of(2022, 12, 20)},
                 {std::nullopt, Date::of(2022, 12, 31)},
                 {}};
  const auto points = draw_trend(input).points;
  EXPECT_EQ(points[0].planned, 0);
  EXPECT_EQ(points[1].planned, 1);
  EXPECT_EQ(points[2].planned, 2);
  EXPECT_EQ(points.back().planned, 2);
  EXPECT_EQ(points[0].baseline, 1);
  EXPECT_EQ(points[1].baseline, 2);
  EXPECT_EQ(points[2].baseline, 3);
}

TEST(Trend, PlansOnlyGrow) {
  const auto campaign = campaign_with_target();
  auto input = input_on(campaign, Date::of(2022, 12, 1), 60, 0);
  for (int i = 0; i < 60; ++i)
    input.plans.push_back({campaign.starts_on + (i * 37) % 150, campaign.starts_on + (i * 53) % 150});
  std::int64_t planned = 0;
  for (const auto& point : draw_trend(input).points) {
    EXPECT_GE(point.planned, planned);
    EXPECT_LE(point.planned, 60);
    planned = point.planned;
  }
}

}  // namespace
}  // namespace guatu::counting
