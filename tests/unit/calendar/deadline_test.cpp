#include "guatu/calendar/deadline.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

const WorkingCalendar& national() {
  static const WorkingCalendar kCalendar(national_exceptions(), national_years());
  return kCalendar;
}

Date ends(Date accepted_on, int days, DayUnit unit, const std::vector<StopInterval>& stops = {}) {
  return limit_ends_on(accepted_on, {days, unit}, stops, national());
}

TEST(Deadline, ADueDateOnADayOffIsShifted) {
  const Date new_year_eve = Date::of(2022, 12, 31);
  EXPECT_EQ(shifted(new_year_eve, ShiftPolicy::Keep, national()), new_year_eve);
  EXPECT_EQ(shifted(new_year_eve, ShiftPolicy::Preceding, national()), Date::of(2022, 12, 30));
  EXPECT_EQ(shifted(new_year_eve, ShiftPolicy::Following, national()), Date::of(2023, 1, 3));
  const Date made_up = Date::of(2023, 1, 28);
  for (const auto policy : {ShiftPolicy::Keep, ShiftPolicy::Preceding, ShiftPolicy::Following}) {
    EXPECT_EQ(shifted(made_up, policy, national()), made_up);
  }
}

TEST(Deadline, WorkingDaysSkipHolidaysAndUseMadeUpWeekends) {
  struct {
    Date accepted_on;
    int days;
    Date last;
  } const cases[] = {
      {Date::of(2023, 1, 19), 1, Date::of(2023, 1, 20)},  {Date::of(2023, 1, 20), 1, Date::of(2023, 1, 28)},
      {Date::of(2023, 1, 20), 2, Date::of(2023, 1, 29)},  {Date::of(2023, 1, 20), 3, Date::of(2023, 1, 30)},
      {Date::of(2023, 1, 24), 1, Date::of(2023, 1, 28)},  {Date::of(2023, 1, 20), 0, Date::of(2023, 1, 20)},
      {Date::of(2023, 1, 10), 20, Date::of(2023, 2, 10)},
  };
  for (const auto& [accepted_on, days, last] : cases) {
    EXPECT_EQ(ends(accepted_on, days, DayUnit::WorkingDay), last) << format_iso(accepted_on) << " + " << days;
  }
}

TEST(Deadline, CalendarDaysCountHolidaysButDoNotEndOnThem) {
  struct {
    Date accepted_on;
    int days;
    Date last;
  } const cases[] = {
      {Date::of(2023, 1, 10), 10, Date::of(2023, 1, 20)},  // The last working day before the festival.
      {Date::of(2023, 1, 10), 11, Date::of(2023, 1, 28)},  // Its first day: the made-up Saturday.
      {Date::of(2023, 1, 10), 17, Date::of(2023, 1, 28)},  // Its last day.
      {Date::of(2023, 1, 10), 18, Date::of(2023, 1, 28)}, {Date::of(2023, 1, 10), 19, Date::of(2023, 1, 29)},
      {Date::of(2022, 12, 1), 30, Date::of(2023, 1, 3)},  {Date::of(2023, 1, 21), 0, Date::of(2023, 1, 21)},
  };
  for (const auto& [accepted_on, days, last] : cases) {
    EXPECT_EQ(ends(accepted_on, days, DayUnit::CalendarDay), last) << format_iso(accepted_on) << " + " << days;
  }
}

TEST(Deadline, StoppedDaysDoNotCount) {
  const Date monday = Date::of(2023, 2, 6);
  const Date tuesday = monday + 1;
  const Date thursday = monday + 3;
  const std::vector<StopInterval> stop = {{tuesday, thursday}};
  EXPECT_EQ(ends(monday, 1, DayUnit::WorkingDay, stop), monday + 4);
  EXPECT_EQ(ends(monday, 2, DayUnit::WorkingDay, stop), monday + 7);
  EXPECT_EQ(ends(monday, 1, DayUnit::CalendarDay, stop), monday + 4);
  EXPECT_EQ(ends(monday, 2, DayUnit::CalendarDay, stop), monday + 7);  // Saturday: on Monday.
  EXPECT_EQ(ends(tuesday, 1, DayUnit::WorkingDay, stop), monday + 4);  // Accepted inside the stop.
}

TEST(Deadline, AStopAfterTheLimitChangesNothing) {
  const Date monday = Date::of(2023, 2, 6);
  EXPECT_EQ(ends(monday, 2, DayUnit::WorkingDay, {{monday + 3, monday + 30}}), monday + 2);
  EXPECT_EQ(ends(monday, 2, DayUnit::WorkingDay, {{monday + 2, monday + 30}}), Date::of(2023, 3, 9));
  EXPECT_EQ(ends(monday, 2, DayUnit::WorkingDay, {{monday - 30, monday}}), monday + 2);
}

TEST(Deadline, StopsMayOverlapInAnyOrder) {
  const Date monday = Date::of(2023, 2, 6);
  const std::vector<StopInterval> stops = {
      {monday + 8, monday + 9}, {monday + 1, monday + 3}, {monday + 2, monday + 2}, {monday + 3, monday + 4}};
  EXPECT_EQ(ends(monday, 1, DayUnit::WorkingDay, stops), monday + 7);
  EXPECT_EQ(ends(monday, 2, DayUnit::WorkingDay, stops), monday + 10);
  EXPECT_EQ(ends(monday, 1, DayUnit::WorkingDay, {{monday + 4, monday + 1}}), monday + 1);  // Ends before it begins.
}

TEST(Deadline, ALimitDoesNotEndWhileTheClockStandsStill) {
  const Date friday = Date::of(2023, 2, 10);
  // The first calendar day is Saturday; the clock stops from Monday to Wednesday, so Thursday is the end.
  EXPECT_EQ(ends(friday, 1, DayUnit::CalendarDay, {{friday + 3, friday + 5}}), friday + 6);
}

TEST(DeadlineDeathTest, ALimitIsNotNegative) {
  EXPECT_DEATH((void)ends(Date::of(2023, 2, 6), -1, DayUnit::WorkingDay), "contract broken");
}

}  // namespace
}  // namespace guatu
