#include "guatu/calendar/deadline.hpp"

#include <algorithm>
#include <vector>

#include "guatu/base/contract.hpp"

namespace guatu {
namespace {

/// In order of their first days, without those that end before they begin.
std::vector<StopInterval> in_order(std::span<const StopInterval> stops) {
  std::vector<StopInterval> ordered;
  std::copy_if(stops.begin(), stops.end(), std::back_inserter(ordered),
               [](const StopInterval& stop) { return stop.from <= stop.until; });
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  return ordered;
}

int days_until(Date from, Date to, DayUnit unit, const WorkingCalendar& calendar) {
  return unit == DayUnit::CalendarDay ? to - from : calendar.working_days_until(from, to);
}

Date add_days(Date day, int count, DayUnit unit, const WorkingCalendar& calendar) {
  return unit == DayUnit::CalendarDay ? day + count : calendar.add_working_days(day, count);
}

/// The `limit.days`-th counted day after `accepted_on`. `stops` are in order; they may overlap.
Date last_counted_day(Date accepted_on, const DayLimit& limit, std::span<const StopInterval> stops,
                      const WorkingCalendar& calendar) {
  Date counted_to = accepted_on;
  int left = limit.days;
  for (const StopInterval& stop : stops) {
    if (stop.until <= counted_to) continue;
    const int before_stop = std::max(0, days_until(counted_to, stop.from - 1, limit.unit, calendar));
    if (left <= before_stop) break;
    left -= before_stop;
    counted_to = stop.until;
  }
  return add_days(counted_to, left, limit.unit, calendar);
}

/// The first working day on or after `day` on which the clock does not stand still.
Date next_open_day(Date day, std::span<const StopInterval> stops, const WorkingCalendar& calendar) {
  Date open = calendar.working_day_on_or_after(day);
  for (const StopInterval& stop : stops) {
    if (stop.from <= open && open <= stop.until) open = calendar.working_day_on_or_after(stop.until + 1);
  }
  return open;
}

}  // namespace

Date shifted(Date due, ShiftPolicy policy, const WorkingCalendar& calendar) {
  switch (policy) {
    case ShiftPolicy::Keep:
      return due;
    case ShiftPolicy::Preceding:
      return calendar.working_day_on_or_before(due);
    case ShiftPolicy::Following:
      return calendar.working_day_on_or_after(due);
  }
  GUATU_REQUIRE(false);
}

Date limit_ends_on(Date accepted_on, const DayLimit& limit, std::span<const StopInterval> stops,
                   const WorkingCalendar& calendar) {
  GUATU_REQUIRE(limit.days >= 0);
  if (limit.days == 0) return accepted_on;  // Decided on the spot: there is no day that could be off.
  const std::vector<StopInterval> ordered = in_order(stops);
  const Date last = last_counted_day(accepted_on, limit, ordered, calendar);
  return limit.unit == DayUnit::CalendarDay ? next_open_day(last, ordered, calendar) : last;
}

}  // namespace guatu
