#include "guatu/counting/target_rate.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::counting {
namespace {

using campaign::AuthorityScope;
using campaign::Measure;
using guatu::testing::make_target;
using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;

const Date kDeadline = Date::of(2023, 2, 28);
const Ratio kSeventy{70, 100};

campaign::Campaign with_target(Measure measure, AuthorityScope scope, Ratio threshold = kSeventy) {
  auto campaign = small_campaign();
  campaign.targets = {make_target("t1", measure, scope, threshold, kDeadline)};
  return campaign;
}

/// `finished` of `all` projects finished, the others blank.
TallyInput projects(const campaign::Campaign& campaign, Date day, int finished, int all) {
  TallyBuilder builder(campaign, day);
  for (int i = 0; i < all; ++i)
    builder.project("P" + std::to_string(i), "north", i < finished ? "F F F" : "U U U");
  return builder.build();
}

TargetFigures on_day(const campaign::Campaign& campaign, const TallyInput& now,
                     const TallyInput* at_deadline = nullptr) {
  const TallyInput* inputs[] = {at_deadline};
  return count_targets({campaign, now, nullptr, {}, inputs}, {}).at(0);
}

struct MetRow {
  const char* why;
  int finished, all;
  int days;  ///< From the deadline.
  std::optional<bool> met;
};

// Contract 2: null before the deadline while below, and at 0/0; from the deadline day on by the value on that day.
const MetRow kMet[] = {
    {"below, the day before", 6, 10, -1, std::nullopt},
    {"reached, the day before", 7, 10, -1, true},
    {"below, on the day", 6, 10, 0, false},
    {"exactly reached, on the day", 7, 10, 0, true},
    {"missed by one in a thousand", 699, 1000, 0, false},
    {"above, on the day", 8, 10, 0, true},
    {"nothing to count before", 0, 0, -1, std::nullopt},
    {"nothing to count on the day", 0, 0, 0, std::nullopt},
};

TEST(TargetRate, MetByDay) {
  const auto campaign = with_target(Measure::ProjectsFinished, AuthorityScope::All);
  for (const auto& row : kMet)
    EXPECT_EQ(on_day(campaign, projects(campaign, kDeadline + row.days, row.finished, row.all)).met, row.met)
        << row.why;
}

TEST(TargetRate, AfterTheDeadlineTheValueOfTheDayStandsAndTheRunningOneGoesOn) {
  const auto campaign = with_target(Measure::ProjectsFinished, AuthorityScope::All);
  const auto deadline = projects(campaign, kDeadline, 6, 10);
  const auto target = on_day(campaign, projects(campaign, kDeadline + 1, 9, 10), &deadline);
  EXPECT_EQ(target.rate.ratio, (Ratio{6, 10}));
  EXPECT_EQ(target.running.ratio, (Ratio{9, 10}));
  EXPECT_EQ(target.met, false);

  const auto reached = projects(campaign, kDeadline, 7, 10);
  EXPECT_EQ(on_day(campaign, projects(campaign, kDeadline + 1, 2, 10), &reached).met, true);

  const auto nothing = projects(campaign, kDeadline, 0, 0);
  EXPECT_EQ(on_day(campaign, projects(campaign, kDeadline + 1, 2, 10), &nothing).met, std::nullopt);
}

TEST(TargetRate, OnTheDeadlineDayBothValuesAreThatDays) {
  const auto campaign = with_target(Measure::ProjectsFinished, AuthorityScope::All);
  const auto target = on_day(campaign, projects(campaign, kDeadline, 6, 10));
  EXPECT_EQ(target.rate, target.running);
}

TEST(TargetRateDeathTest, APassedDeadlineNeedsItsInput) {
  const auto campaign = with_target(Measure::ProjectsFinished, AuthorityScope::All);
  EXPECT_DEATH(on_day(campaign, projects(campaign, kDeadline + 1, 6, 10)), "contract broken");
}

struct MeasureRow {
  const char* why;
  Measure measure;
  AuthorityScope scope;
  Ratio ratio;
};

// One input for all: P1 city finished, region handed up, county in review; P2 missing authority finished, region finished,
// state in review; P3 not applicable throughout; P4 city finished, region handed up, nothing else.
const MeasureRow kMeasures[] = {
    {"projects finished", Measure::ProjectsFinished, AuthorityScope::All, {0, 3}},
    {"projects that meet", Measure::ProjectsMeet, AuthorityScope::All, {1, 3}},
    {"projects finished as far as city and county decide",
     Measure::ProjectsFinished,
     AuthorityScope::CityAndCounty,
     {2, 3}},
    {"procedures finished", Measure::ProceduresFinished, AuthorityScope::All, {4, 8}},
    {"target 2: missing authority counts with city and county",
     Measure::ProceduresFinished,
     AuthorityScope::CityAndCounty,
     {3, 4}},
    {"finished at region and state", Measure::ProceduresFinished, AuthorityScope::RegionAndState, {1, 4}},
    {"target 3: handed up or finished", Measure::ProceduresHandedUp, AuthorityScope::RegionAndState, {3, 4}},
};

TEST(TargetRate, MeasuresAndScopes) {
  for (const auto& row : kMeasures) {
    const auto campaign = with_target(row.measure, row.scope);
    const auto input = TallyBuilder(campaign, kDeadline)
                           .project("P1", "north", "Fc Hr Ik")
                           .project("P2", "north", "F? Fr Is")
                           .project("P3", "north", "X Xr Xk")
                           .project("P4", "north", "Fc Hr X")
                           .build();
    EXPECT_EQ(target_ratio(campaign.targets[0], input), row.ratio) << row.why;
  }
}

TEST(TargetRate, WholeTargetsNeedEveryProcedure) {
  const auto campaign = with_target(Measure::ProceduresFinished, AuthorityScope::CityAndCounty, {100, 100});
  const auto one_open = TallyBuilder(campaign, kDeadline).project("P1", "north", "F Hr U").build();
  EXPECT_EQ(on_day(campaign, one_open).met, false);
  const auto all_done = TallyBuilder(campaign, kDeadline).project("P1", "north", "F Hr F").build();
  EXPECT_EQ(on_day(campaign, all_done).met, true);
}

TEST(TargetRate, AnUnverifiedCompletionCountsInFigures) {
  const auto campaign = with_target(Measure::ProceduresFinished, AuthorityScope::All);
  const auto input = TallyBuilder(campaign, kDeadline).project("P1", "north", "F! F! F").build();
  EXPECT_EQ(target_ratio(campaign.targets[0], input), (Ratio{3, 3}));
  EXPECT_EQ(target_share(campaign.targets[0], input.parts, Unverified::LeftOut), (Ratio{1, 3}));
}

TEST(TargetRate, ChangeFollowsTheShownValues) {
  const auto campaign = with_target(Measure::ProjectsFinished, AuthorityScope::All);
  const TallyInput* none[] = {nullptr};
  const auto earlier = projects(campaign, kDeadline - 8, 1, 3);
  Figures before;
  before.targets = count_targets({campaign, earlier, nullptr, {}, none}, {});
  const auto now = projects(campaign, kDeadline, 2, 3);
  const auto target = count_targets({campaign, now, &before, {}, none}, {}).at(0);
  EXPECT_EQ(target.rate.change, "+33.4");
  EXPECT_EQ(target.running.change, "+33.4");

  // Nine days later the value of the deadline day is still the one of the dekad before; the running one went on.
  Figures at_end;
  at_end.targets = {target};
  const TallyInput* deadline[] = {&now};
  const auto later = projects(campaign, kDeadline + 10, 3, 3);
  const auto after = count_targets({campaign, later, &at_end, {}, deadline}, {}).at(0);
  EXPECT_EQ(after.rate.change, "0");
  EXPECT_EQ(after.running.change, "+33.3");
}

}  // namespace
}  // namespace guatu::counting
