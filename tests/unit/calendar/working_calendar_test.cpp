#include "guatu/calendar/working_calendar.hpp"

#include <gtest/gtest.h>
#include <set>

namespace guatu {
namespace {

const WorkingCalendar& national() {
  static const WorkingCalendar kCalendar(national_exceptions(), national_years());
  return kCalendar;
}

TEST(WorkingCalendar, WithoutNoticesWeekdaysDecide) {
  const WorkingCalendar plain;
  EXPECT_TRUE(plain.is_working(Date::of(2023, 1, 2)));
  EXPECT_FALSE(plain.is_working(Date::of(2023, 1, 1)));
  EXPECT_FALSE(plain.covers(2023));
  EXPECT_EQ(plain.find_source(Date::of(2023, 1, 2)), std::nullopt);
  EXPECT_EQ(plain.count_working_days(Date::of(2023, 1, 1), Date::of(2023, 1, 31)), 22);
  EXPECT_EQ(plain.add_working_days(Date::of(1960, 1, 1), 1), Date::of(1960, 1, 4));
}

TEST(WorkingCalendar, SpringFestivalOf2023) {
  struct {
    unsigned day;
    bool working;
    std::optional<std::string> source;
  } const cases[] = {
      {20, true, std::nullopt},   {21, false, "春节放假"},    {27, false, "春节放假"},
      {28, true, "春节调休上班"}, {29, true, "春节调休上班"}, {30, true, std::nullopt},
  };
  for (const auto& [day, working, source] : cases) {
    EXPECT_EQ(national().is_working(Date::of(2023, 1, day)), working) << day;
    EXPECT_EQ(national().find_source(Date::of(2023, 1, day)), source) << day;
  }
}

TEST(WorkingCalendar, NewYearOf2023BeginsInDecember) {
  EXPECT_EQ(national().find_source(Date::of(2022, 12, 30)), std::nullopt);
  for (const Date day : {Date::of(2022, 12, 31), Date::of(2023, 1, 1), Date::of(2023, 1, 2)}) {
    EXPECT_EQ(national().find_source(day), "元旦放假") << format_iso(day);
  }
  EXPECT_TRUE(national().is_working(Date::of(2023, 1, 3)));
}

TEST(WorkingCalendar, TheCutOffsOfTheCampaign) {
  struct {
    Date day;
    Date preceding;
    Date following;
  } const cases[] = {
      {Date::of(2022, 11, 20), Date::of(2022, 11, 18), Date::of(2022, 11, 21)},
      {Date::of(2022, 11, 30), Date::of(2022, 11, 30), Date::of(2022, 11, 30)},
      {Date::of(2022, 12, 10), Date::of(2022, 12, 9), Date::of(2022, 12, 12)},
      {Date::of(2022, 12, 20), Date::of(2022, 12, 20), Date::of(2022, 12, 20)},
      {Date::of(2022, 12, 31), Date::of(2022, 12, 30), Date::of(2023, 1, 3)},
      {Date::of(2023, 1, 10), Date::of(2023, 1, 10), Date::of(2023, 1, 10)},
      {Date::of(2023, 1, 20), Date::of(2023, 1, 20), Date::of(2023, 1, 20)},
      {Date::of(2023, 1, 31), Date::of(2023, 1, 31), Date::of(2023, 1, 31)},
      {Date::of(2023, 2, 10), Date::of(2023, 2, 10), Date::of(2023, 2, 10)},
      {Date::of(2023, 2, 28), Date::of(2023, 2, 28), Date::of(2023, 2, 28)},
      {Date::of(2023, 3, 30), Date::of(2023, 3, 30), Date::of(2023, 3, 30)},
      {Date::of(2023, 3, 31), Date::of(2023, 3, 31), Date::of(2023, 3, 31)},
  };
  for (const auto& [day, preceding, following] : cases) {
    EXPECT_EQ(national().working_day_on_or_before(day), preceding) << format_iso(day);
    EXPECT_EQ(national().working_day_on_or_after(day), following) << format_iso(day);
  }
}

TEST(WorkingCalendar, CountsTheCampaign) {
  EXPECT_EQ(national().count_working_days(Date::of(2022, 11, 21), Date::of(2023, 2, 28)), 68);
  EXPECT_EQ(national().count_working_days(Date::of(2022, 11, 21), Date::of(2023, 3, 31)), 91);
  EXPECT_EQ(national().count_working_days(Date::of(2023, 1, 21), Date::of(2023, 1, 27)), 0);
  EXPECT_EQ(national().count_working_days(Date::of(2023, 1, 28), Date::of(2023, 1, 28)), 1);
  EXPECT_EQ(national().count_working_days(Date::of(2023, 1, 20), Date::of(2023, 1, 19)), 0);
  EXPECT_EQ(national().count_working_days(Date::of(2023, 2, 1), Date::of(2023, 1, 1)), 0);
}

TEST(WorkingCalendar, WholeYearsHaveTheLengthThatTheNoticesGive) {
  // 365 or 366 days, less weekends, less holidays on weekdays, plus made-up weekends.
  const std::pair<int, int> cases[] = {{2022, 249}, {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
  for (const auto& [year, days] : cases) {
    EXPECT_EQ(national().count_working_days(Date::of(year, 1, 1), Date::of(year, 12, 31)), days) << year;
    EXPECT_TRUE(national().covers(year));
  }
  EXPECT_FALSE(national().covers(2021));
  EXPECT_FALSE(national().covers(2027));
}

TEST(WorkingCalendar, EveryExceptionSaysWhatItIs) {
  std::set<Date> seen;
  for (const auto& exception : national_exceptions()) {
    EXPECT_TRUE(seen.insert(exception.day).second) << format_iso(exception.day);
    EXPECT_TRUE(exception.source.ends_with(exception.working ? "调休上班" : "放假")) << exception.source;
    EXPECT_TRUE(!exception.working || exception.day.iso_weekday() >= 6) << format_iso(exception.day);
  }
}

TEST(WorkingCalendar, AddsWorkingDays) {
  struct {
    Date from;
    int count;
    Date to;
  } const cases[] = {
      {Date::of(2023, 1, 20), 0, Date::of(2023, 1, 20)},   {Date::of(2023, 1, 21), 0, Date::of(2023, 1, 21)},
      {Date::of(2023, 1, 20), 1, Date::of(2023, 1, 28)},   {Date::of(2023, 1, 20), 2, Date::of(2023, 1, 29)},
      {Date::of(2023, 1, 20), 3, Date::of(2023, 1, 30)},   {Date::of(2023, 1, 24), 1, Date::of(2023, 1, 28)},
      {Date::of(2023, 1, 28), -1, Date::of(2023, 1, 20)},  {Date::of(2023, 1, 24), -1, Date::of(2023, 1, 20)},
      {Date::of(2022, 12, 30), 1, Date::of(2023, 1, 3)},   {Date::of(2022, 11, 20), 68, Date::of(2023, 2, 28)},
      {Date::of(2023, 3, 1), -68, Date::of(2022, 11, 21)},
  };
  for (const auto& [from, count, to] : cases) {
    EXPECT_EQ(national().add_working_days(from, count), to) << format_iso(from) << " + " << count;
  }
}

TEST(WorkingCalendar, LeavesAndEntersTheKnownYears) {
  EXPECT_EQ(national().add_working_days(Date::of(2021, 12, 31), 1), Date::of(2022, 1, 4));
  EXPECT_EQ(national().add_working_days(Date::of(2022, 1, 4), -1), Date::of(2021, 12, 31));
  EXPECT_EQ(national().add_working_days(Date::of(2026, 10, 10), 1), Date::of(2026, 10, 12));
  EXPECT_EQ(national().add_working_days(Date::of(2027, 1, 1), 5), Date::of(2027, 1, 8));
  EXPECT_EQ(national().add_working_days(Date::of(2027, 1, 8), -5), Date::of(2027, 1, 1));
  EXPECT_EQ(national().working_day_on_or_before(Date::of(2020, 2, 2)), Date::of(2020, 1, 31));
}

TEST(WorkingCalendar, CountsUntil) {
  EXPECT_EQ(national().working_days_until(Date::of(2023, 1, 20), Date::of(2023, 1, 28)), 1);
  EXPECT_EQ(national().working_days_until(Date::of(2023, 1, 20), Date::of(2023, 1, 27)), 0);
  EXPECT_EQ(national().working_days_until(Date::of(2023, 1, 20), Date::of(2023, 1, 20)), 0);
  EXPECT_EQ(national().working_days_until(Date::of(2023, 1, 28), Date::of(2023, 1, 20)), -1);
}

TEST(WorkingCalendar, TheCampaignsOwnDaysComeLast) {
  auto exceptions = national_exceptions();
  exceptions.push_back({Date::of(2023, 1, 28), false, "本市调整放假"});
  exceptions.push_back({Date::of(2023, 2, 4), true, "本市集中办理"});
  const WorkingCalendar own(exceptions, national_years());
  EXPECT_FALSE(own.is_working(Date::of(2023, 1, 28)));
  EXPECT_EQ(own.find_source(Date::of(2023, 1, 28)), "本市调整放假");
  EXPECT_TRUE(own.is_working(Date::of(2023, 2, 4)));
  EXPECT_EQ(own.count_working_days(Date::of(2022, 11, 21), Date::of(2023, 2, 28)), 68);
}

}  // namespace
}  // namespace guatu
