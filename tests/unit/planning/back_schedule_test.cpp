#include "guatu/planning/back_schedule.hpp"

#include <gtest/gtest.h>

// Weekdays alone decide in these tables: 2022-12-01 is a Thursday. `day(5)` is Monday 2022-12-05.
namespace guatu::planning {
namespace {

Date day(unsigned d) {
  return Date::of(2022, 12, d);
}

PlanNode node(int days, DayUnit unit = DayUnit::WorkingDay, Date deadline = day(30)) {
  PlanNode made;
  made.duration = {days, unit};
  made.deadline = deadline;
  return made;
}

ProjectSchedule plan(const std::vector<PlanNode>& nodes, Date as_of = day(1)) {
  return schedule({nodes}, as_of, WorkingCalendar{});
}

TEST(BackSchedule, NothingLeftIsFeasible) {
  const auto result = plan({});
  EXPECT_TRUE(result.feasible);
  EXPECT_TRUE(result.nodes.empty());
  EXPECT_EQ(result.broken_by, std::nullopt);
}

TEST(BackSchedule, WorkStartsOnTheNextWorkingDayAndBothEndDaysAreWorked) {
  const auto result = plan({node(2)});
  const auto& own = result.nodes.front();
  EXPECT_EQ(own.earliest_start, day(2));
  EXPECT_EQ(own.earliest_finish, day(5));  // Friday and Monday.
  EXPECT_EQ(own.latest_start, day(29));
  EXPECT_EQ(own.latest_finish, day(30));
  EXPECT_EQ(own.slack, 19);
  EXPECT_TRUE(own.critical);
}

TEST(BackSchedule, ADeadlineOnADayOffIsMetOnTheWorkingDayBefore) {
  EXPECT_EQ(plan({node(1, DayUnit::WorkingDay, day(11))}).nodes.front().latest_finish, day(9));
}

TEST(BackSchedule, ALimitInCalendarDaysEndsOnTheNextWorkingDay) {
  const auto result = plan({node(9, DayUnit::CalendarDay, day(19))});  // Friday 2nd to Saturday 10th.
  EXPECT_EQ(result.nodes.front().earliest_finish, day(12));
  EXPECT_EQ(result.nodes.front().latest_start, day(9));  // The 11th is a Sunday.
}

TEST(BackSchedule, ALimitOfNoDaysTakesTheDayItself) {
  const auto result = plan({node(0)});
  EXPECT_EQ(result.nodes.front().earliest_finish, day(2));
  EXPECT_EQ(result.nodes.front().latest_start, day(30));
}

TEST(BackSchedule, ASuccessorStartsOnTheWorkingDayAfterItsPredecessor) {
  auto second = node(3);
  second.predecessors = {{0, 0}};
  const auto result = plan({node(2), second});
  EXPECT_EQ(result.nodes[1].earliest_start, day(6));
  EXPECT_EQ(result.nodes[1].earliest_finish, day(8));
  EXPECT_EQ(result.nodes[1].latest_start, day(28));
  EXPECT_EQ(result.nodes[0].latest_finish, day(27));
  EXPECT_EQ(result.nodes[0].latest_start, day(26));
  EXPECT_EQ(result.nodes[0].slack, result.nodes[1].slack);
}

TEST(BackSchedule, ALagIsWorkingDaysBetween) {
  auto second = node(1);
  second.predecessors = {{0, 2}};
  const auto result = plan({node(1), second});
  EXPECT_EQ(result.nodes[1].earliest_start, day(7));
  EXPECT_EQ(result.nodes[0].latest_finish, day(27));
}

TEST(BackSchedule, TheLongestOfSeveralPredecessorsBinds) {
  auto last = node(1);
  last.predecessors = {{0, 0}, {1, 0}};
  const auto result = plan({node(1), node(5), last});
  EXPECT_EQ(result.nodes[2].earliest_start, day(9));
  EXPECT_FALSE(result.nodes[0].critical);
  EXPECT_TRUE(result.nodes[1].critical);
  EXPECT_TRUE(result.nodes[2].critical);
}

TEST(BackSchedule, SlackIsCountedOnBothSidesOfZero) {
  struct {
    unsigned deadline;
    int slack;
    bool feasible;
  } const cases[] = {{7, 1, true}, {6, 0, true}, {5, -1, false}, {2, -2, false}};
  for (const auto& [deadline, slack, feasible] : cases) {
    const auto result = plan({node(3, DayUnit::WorkingDay, day(deadline))});
    EXPECT_EQ(result.nodes.front().slack, slack) << deadline;
    EXPECT_EQ(result.feasible, feasible) << deadline;
    EXPECT_EQ(result.days_short, feasible ? 0 : -slack) << deadline;
    EXPECT_EQ(result.broken_by.has_value(), !feasible) << deadline;
  }
}

TEST(BackSchedule, TheFirstThatBreaksIsNamed) {
  auto second = node(5, DayUnit::WorkingDay, day(7));
  second.predecessors = {{0, 0}};
  const auto result = plan({node(1), second});
  EXPECT_EQ(result.broken_by, 0U);  // It alone would be in time; what follows it would not.
  EXPECT_EQ(result.days_short, 2);  // Done on the 9th, due on the 7th.
}

TEST(BackSchedule, WhatHasStartedStaysWhereItStarted) {
  auto started = node(5);
  started.started_on = day(1);
  const auto result = plan({started}, day(5));
  EXPECT_EQ(result.nodes.front().earliest_start, day(2));
  EXPECT_EQ(result.nodes.front().earliest_finish, day(8));
}

TEST(BackSchedule, WhatHasRunOverItsLimitEndsTomorrowAtTheEarliest) {
  auto started = node(2);
  started.started_on = day(1);
  EXPECT_EQ(plan({started}, day(15)).nodes.front().earliest_finish, day(16));
}

TEST(BackSchedule, AHandedUpPredecessorHoldsUntilItsLimitHasRun) {
  auto held = node(1);
  held.not_before = day(13);
  EXPECT_EQ(plan({held}).nodes.front().earliest_start, day(14));
}

TEST(BackSchedule, AboveTheCityThePapersHaveToBeUpByTheDeadline) {
  auto above = node(20);
  above.hand_up_meets = true;
  const auto result = plan({above});
  EXPECT_EQ(result.nodes.front().latest_start, day(30));
  EXPECT_TRUE(result.feasible);
}

TEST(BackSchedule, AboveTheCityASuccessorOfTheCityStillNeedsTheDecision) {
  auto above = node(10);
  above.hand_up_meets = true;
  auto below = node(5);
  below.predecessors = {{0, 0}};
  const auto result = plan({above, below});
  EXPECT_EQ(result.nodes[0].latest_finish, day(23));
  EXPECT_EQ(result.nodes[0].latest_start, day(12));
}

TEST(BackSchedule, HolidaysAndMakeUpDaysCount) {
  const WorkingCalendar calendar({{day(5), false, "放假"}, {day(10), true, "调休上班"}}, {2022});
  const auto result = schedule({{node(6)}}, day(1), calendar);
  EXPECT_EQ(result.nodes.front().earliest_finish, day(10));  // 2, 6, 7, 8, 9 and the Saturday.
}

}  // namespace
}  // namespace guatu::planning
