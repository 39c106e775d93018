#include "guatu/calendar/working_calendar.hpp"

#include <algorithm>

namespace guatu {
namespace {

constexpr int kWeek = 7;
constexpr int kWorkWeek = 5;

int floor_divided(int value, int by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

Date monday_of(Date day) {
  return day - static_cast<int>(day.iso_weekday() - 1);
}

/// Monday to Friday before the day `offset` days from a Monday; negative when that day lies before the Monday.
int weekdays_before(int offset) {
  const int weeks = floor_divided(offset, kWeek);
  return kWorkWeek * weeks + std::min(offset - kWeek * weeks, kWorkWeek);
}

/// The day with `rank` weekdays between a Monday and it, as days from that Monday: the inverse of `weekdays_before`.
int weekday_at(int rank) {
  const int weeks = floor_divided(rank, kWorkWeek);
  return kWeek * weeks + (rank - kWorkWeek * weeks);
}

}  // namespace

WorkingCalendar::WorkingCalendar(const std::vector<CalendarException>& exceptions, std::set<int> covered_years)
    : covered_years_(std::move(covered_years)) {
  for (const CalendarException& exception : exceptions)
    exceptions_.insert_or_assign(exception.day, exception);
  build_table();
}

void WorkingCalendar::build_table() {
  if (exceptions_.empty()) return;
  table_begin_ = monday_of(exceptions_.begin()->first);
  table_end_ = monday_of(exceptions_.rbegin()->first) + kWeek;
  for (Date day = table_begin_; day < table_end_; day = day + 1) {
    ranks_.push_back(static_cast<int>(working_days_.size()));
    const auto exception = exceptions_.find(day);
    const bool working = exception != exceptions_.end() ? exception->second.working : day.iso_weekday() <= kWorkWeek;
    if (working) working_days_.push_back(day);
  }
}

int WorkingCalendar::rank_of(Date day) const {
  if (day < table_begin_) return weekdays_before(day - table_begin_);
  if (day >= table_end_) return static_cast<int>(working_days_.size()) + weekdays_before(day - table_end_);
  return ranks_[static_cast<std::size_t>(day - table_begin_)];
}

Date WorkingCalendar::day_at(int rank) const {
  const int known = static_cast<int>(working_days_.size());
  if (rank < 0) return table_begin_ + weekday_at(rank);
  if (rank >= known) return table_end_ + weekday_at(rank - known);
  return working_days_[static_cast<std::size_t>(rank)];
}

bool WorkingCalendar::is_working(Date day) const {
  return rank_of(day + 1) > rank_of(day);
}

std::optional<std::string> WorkingCalendar::find_source(Date day) const {
  const auto found = exceptions_.find(day);
  if (found == exceptions_.end()) return std::nullopt;
  return found->second.source;
}

Date WorkingCalendar::working_day_on_or_after(Date day) const {
  return day_at(rank_of(day));
}

Date WorkingCalendar::working_day_on_or_before(Date day) const {
  return day_at(rank_of(day + 1) - 1);
}

Date WorkingCalendar::add_working_days(Date day, int count) const {
  if (count == 0) return day;
  return day_at(count > 0 ? rank_of(day + 1) + count - 1 : rank_of(day) + count);
}

int WorkingCalendar::count_working_days(Date first, Date last) const {
  return last < first ? 0 : rank_of(last + 1) - rank_of(first);
}

int WorkingCalendar::working_days_until(Date from, Date to) const {
  return rank_of(to + 1) - rank_of(from + 1);
}

}  // namespace guatu
