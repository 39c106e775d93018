#include "guatu/reporting/headline.hpp"

#include <gtest/gtest.h>

// The distance to a target: projects missing, days, dekads, needed per dekad. Source: Plan 1; rules 4.
namespace guatu::reporting {
namespace {

counting::TargetFigures target(Ratio rate, Ratio threshold, Date deadline) {
  counting::TargetFigures target;
  target.rate.ratio = rate;
  target.threshold = threshold;
  target.deadline = deadline;
  return target;
}

const Date kDeadline = Date::of(2023, 2, 28);

DistanceToTarget distance(Ratio rate, Date as_of, Ratio threshold = {70, 100}) {
  return distance_to(target(rate, threshold, kDeadline), as_of);
}

TEST(Distance, CountsWhatTheExactThresholdNeeds) {
  const auto day = Date::of(2023, 2, 10);
  EXPECT_EQ(distance({0, 10}, day).missing_projects, 7);
  EXPECT_EQ(distance({6, 10}, day).missing_projects, 1);
  EXPECT_EQ(distance({7, 10}, day).missing_projects, 0);
  EXPECT_EQ(distance({9, 10}, day).missing_projects, 0);
  EXPECT_EQ(distance({205, 293}, day).missing_projects, 1) << "205/293 is 69.97 %";
  EXPECT_EQ(distance({206, 293}, day).missing_projects, 0);
  EXPECT_EQ(distance({206, 293}, day, {1, 1}).missing_projects, 87);
}

TEST(Distance, DaysAndDekadsThatAreLeft) {
  struct Row {
    Date as_of;
    int days, dekads;
  };
  const std::vector<Row> table{{Date::of(2023, 1, 31), 28, 3}, {Date::of(2023, 2, 9), 19, 3},
                               {Date::of(2023, 2, 10), 18, 2}, {Date::of(2023, 2, 11), 17, 2},
                               {Date::of(2023, 2, 20), 8, 1},  {Date::of(2023, 2, 27), 1, 1},
                               {Date::of(2023, 2, 28), 0, 0},  {Date::of(2023, 3, 1), -1, 0}};
  for (const auto& row : table) {
    const auto found = distance({0, 10}, row.as_of);
    EXPECT_EQ(found.days_left, row.days) << format_iso(row.as_of);
    EXPECT_EQ(found.dekads_left, row.dekads) << format_iso(row.as_of);
  }
}

TEST(Distance, NeededPerDekadIsRoundedUp) {
  EXPECT_EQ(distance({0, 10}, Date::of(2023, 1, 31)).needed_per_dekad, 3) << "7 over 3";
  EXPECT_EQ(distance({1, 10}, Date::of(2023, 1, 31)).needed_per_dekad, 2) << "6 over 3";
  EXPECT_EQ(distance({7, 10}, Date::of(2023, 1, 31)).needed_per_dekad, 0);
  EXPECT_EQ(distance({0, 10}, kDeadline).needed_per_dekad, 7) << "all of them when no dekad is left";
}

TEST(Distance, ADeadlineInsideADekadEndsBeforeThatDekadDoes) {
  const auto found = distance_to(target({0, 10}, {1, 1}, Date::of(2023, 2, 15)), Date::of(2023, 1, 31));
  EXPECT_EQ(found.dekads_left, 1) << "only 1–10 February ends by the 15th";
  EXPECT_EQ(found.needed_per_dekad, 10);
}

TEST(Distance, FebruaryOfALeapYear) {
  const auto found = distance_to(target({0, 10}, {1, 1}, Date::of(2024, 2, 29)), Date::of(2024, 2, 20));
  EXPECT_EQ(found.days_left, 9);
  EXPECT_EQ(found.dekads_left, 1);
}

}  // namespace
}  // namespace guatu::reporting
