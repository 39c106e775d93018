#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "guatu/calendar/deadline.hpp"
#include "guatu/calendar/dekad.hpp"
#include "guatu/values/instant.hpp"

namespace guatu {
namespace {

const WorkingCalendar& national() {
  static const WorkingCalendar kCalendar(national_exceptions(), national_years());
  return kCalendar;
}

/// Evenly over the range; rapidcheck's own ranges begin small and would mostly stay near `first`.
Date day_between(Date first, Date last) {
  return Date::from_number(*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first.number(), last.number() + 1)));
}

Date any_day() {
  return day_between(Date::of(1900, 2, 1), Date::of(2200, 11, 30));
}

/// The notices and a year around them.
Date day_near_the_notices() {
  return day_between(Date::of(2021, 1, 1), Date::of(2027, 12, 31));
}

/// The same rule, one day at a time.
bool works(Date day) {
  for (const auto& exception : national_exceptions()) {
    if (exception.day == day) return exception.working;
  }
  return day.iso_weekday() <= 5;
}

Date nth_working_day(Date day, int count) {
  for (const int step = count > 0 ? 1 : -1; count != 0; count -= works(day) ? step : 0)
    day = day + step;
  return day;
}

bool is_stopped(Date day, const std::vector<StopInterval>& stops) {
  return std::any_of(stops.begin(), stops.end(),
                     [&](const StopInterval& stop) { return stop.from <= day && day <= stop.until; });
}

Date limit_day_by_day(Date day, const DayLimit& limit, const std::vector<StopInterval>& stops) {
  int left = limit.days;
  while (left > 0) {
    day = day + 1;
    const bool counts = !is_stopped(day, stops) && (limit.unit == DayUnit::CalendarDay || works(day));
    left -= counts ? 1 : 0;
  }
  while (limit.days > 0 && (is_stopped(day, stops) || !works(day)))
    day = day + 1;
  return day;
}

RC_GTEST_PROP(DateProperty, WhatIsWrittenReadsBack, ()) {
  const Date day = any_day();
  RC_ASSERT(parse_iso_date(format_iso(day)).value() == day);
  RC_ASSERT(make_date(day.year(), day.month(), day.day()).value() == day);
  RC_ASSERT(Date::from_number(day.number()) == day);
  RC_ASSERT((day + 7).iso_weekday() == day.iso_weekday());
}

RC_GTEST_PROP(InstantProperty, WhatIsWrittenReadsBack, ()) {
  const std::int64_t instant = last_second_of(any_day()) - *rc::gen::inRange<std::int64_t>(0, 86400);
  RC_ASSERT(parse_rfc3339(format_rfc3339(instant)).value() == instant);
  RC_ASSERT(last_second_of(shanghai_day(instant)) >= instant);
  RC_ASSERT(last_second_of(shanghai_day(instant) - 1) < instant);
}

RC_GTEST_PROP(DekadProperty, EveryDayLiesInItsDekad, ()) {
  const Date day = any_day();
  const Dekad dekad = dekad_of(day);
  RC_ASSERT(dekad.first_day() <= day && day <= dekad.last_day());
  RC_ASSERT(dekad.next().first_day() == dekad.last_day() + 1);
  RC_ASSERT(dekad.next().previous() == dekad);
  RC_ASSERT(last_ended_before(day).last_day() < day);
  RC_ASSERT(last_ended_before(day).next().last_day() >= day);
  RC_ASSERT(parse_dekad(format_dekad(dekad)).value() == dekad);
}

RC_GTEST_PROP(CalendarProperty, AgreesWithCountingDayByDay, ()) {
  const Date day = day_near_the_notices();
  const int count = *rc::gen::inRange(-300, 301);
  RC_ASSERT(national().is_working(day) == works(day));
  RC_ASSERT(national().add_working_days(day, count) == nth_working_day(day, count));
}

RC_GTEST_PROP(CalendarProperty, CountingIsAdditive, ()) {
  const Date first = any_day();
  const Date middle = first + *rc::gen::inRange(0, 3000);
  const Date last = middle + *rc::gen::inRange(0, 3000);
  RC_ASSERT(national().count_working_days(first, middle) + national().count_working_days(middle + 1, last) ==
            national().count_working_days(first, last));
  RC_ASSERT(national().working_days_until(first, last) == -national().working_days_until(last, first));
}

RC_GTEST_PROP(CalendarProperty, AddingAndCountingUndoEachOther, ()) {
  const Date day = any_day();
  const int count = *rc::gen::inRange(1, 2000);
  const Date later = national().add_working_days(day, count);
  RC_ASSERT(national().is_working(later));
  RC_ASSERT(national().working_days_until(day, later) == count);
  const Date earlier = national().add_working_days(day, -count);
  RC_ASSERT(national().is_working(earlier));
  RC_ASSERT(national().count_working_days(earlier, day - 1) == count);
}

RC_GTEST_PROP(DeadlineProperty, AgreesWithCountingDayByDay, ()) {
  const Date accepted_on = day_near_the_notices();
  const DayLimit limit{*rc::gen::inRange(0, 90), *rc::gen::element(DayUnit::WorkingDay, DayUnit::CalendarDay)};
  std::vector<StopInterval> stops;
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
    const Date from = accepted_on + *rc::gen::inRange(-10, 80);
    stops.push_back({from, from + *rc::gen::inRange(-2, 25)});
  }
  RC_TAG(stops.empty() ? "no stop" : "stopped");
  RC_ASSERT(limit_ends_on(accepted_on, limit, stops, national()) == limit_day_by_day(accepted_on, limit, stops));
}

RC_GTEST_PROP(DeadlineProperty, AnotherStopNeverShortensALimit, ()) {
  const Date accepted_on = day_near_the_notices();
  const DayLimit limit{*rc::gen::inRange(1, 90), *rc::gen::element(DayUnit::WorkingDay, DayUnit::CalendarDay)};
  const Date from = accepted_on + *rc::gen::inRange(-10, 80);
  const std::vector<StopInterval> stop = {{from, from + *rc::gen::inRange(0, 25)}};
  RC_ASSERT(limit_ends_on(accepted_on, limit, {}, national()) <= limit_ends_on(accepted_on, limit, stop, national()));
}

}  // namespace
}  // namespace guatu
