#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/values/date.hpp"

/// Which days are worked: Monday to Friday, without the State Council's holidays, with its make-up weekends.
/// Source: rules 6; domain 5 (yearly notices 2022–2026).
/// Cost: every question about days is answered in constant time; a calendar is some 20 KB, so pass it by reference.
namespace guatu {

/// A day that differs from its weekday's custom, or confirms it by a notice.
struct CalendarException {
  Date day;
  bool working = false;
  std::string source;  ///< "春节放假", "春节调休上班", or an office's own words.

  friend bool operator==(const CalendarException&, const CalendarException&) = default;
};

class WorkingCalendar {
 public:
  WorkingCalendar() = default;
  /// Later exceptions for the same day replace earlier ones: national table first, then the campaign's own.
  WorkingCalendar(const std::vector<CalendarException>& exceptions, std::set<int> covered_years);

  [[nodiscard]] bool is_working(Date day) const;
  /// Why the day is what it is; none when only the weekday decides.
  [[nodiscard]] std::optional<std::string> find_source(Date day) const;
  /// Years without a notice are counted by weekdays only, and whoever uses them must say so loudly.
  [[nodiscard]] bool covers(int year) const { return covered_years_.contains(year); }

  [[nodiscard]] Date working_day_on_or_after(Date day) const;
  [[nodiscard]] Date working_day_on_or_before(Date day) const;
  /// The `count`-th working day after `day` (count ≥ 1), or before it (count ≤ -1); `day` itself for 0.
  [[nodiscard]] Date add_working_days(Date day, int count) const;
  /// Working days in [first, last]; 0 when last < first.
  [[nodiscard]] int count_working_days(Date first, Date last) const;
  /// Working days from `from` (excluded) to `to` (included); negative when `to` lies before.
  [[nodiscard]] int working_days_until(Date from, Date to) const;

 private:
  void build_table();
  /// Working days from `table_begin_` to before `day`; negative before the table.
  [[nodiscard]] int rank_of(Date day) const;
  /// The working day of that rank.
  [[nodiscard]] Date day_at(int rank) const;

  std::map<Date, CalendarException> exceptions_;
  std::set<int> covered_years_;
  // From the Monday of the first exception to before the Monday after the last one; outside, weekdays decide by arithmetic.
  Date table_begin_ = Date::from_number(4);  // 1970-01-05, a Monday.
  Date table_end_ = Date::from_number(4);
  std::vector<int> ranks_;
  std::vector<Date> working_days_;
};

/// The State Council's notices 2022–2026, as data.
[[nodiscard]] const std::vector<CalendarException>& national_exceptions();
[[nodiscard]] const std::set<int>& national_years();

}  // namespace guatu
