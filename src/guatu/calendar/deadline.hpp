#pragma once

#include <span>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/calendar/working_calendar.hpp"

/// Due dates and legal limits.
namespace guatu {

/// What happens to a due date on a day off. Source: rules 6.
enum class ShiftPolicy { Keep, Preceding, Following };
[[nodiscard]] Date shifted(Date due, ShiftPolicy policy, const WorkingCalendar& calendar);

enum class DayUnit { WorkingDay, CalendarDay };

/// A legal limit in the unit of its own law.
struct DayLimit {
  int days = 0;
  DayUnit unit = DayUnit::WorkingDay;
  friend bool operator==(const DayLimit&, const DayLimit&) = default;
};

/// The clock stands still from `from` to `until`, both included (correction asked, expert review, public notice).
struct StopInterval {
  Date from;
  Date until;
};

/// The last day of the limit that starts on the day after `accepted_on`; days inside stops do not count.
/// In calendar days a limit that ends on a day off ends on the next working day on which the clock runs. 0 days: decided on
/// the spot, the day of acceptance. Stops may overlap and come in any order; one that ends before it begins is none.
/// Source: rules 6 and 10; 民法典 Art. 203.
[[nodiscard]] Date limit_ends_on(Date accepted_on, const DayLimit& limit, std::span<const StopInterval> stops,
                                 const WorkingCalendar& calendar);

}  // namespace guatu
