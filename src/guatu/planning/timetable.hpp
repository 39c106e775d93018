#pragma once

#include <cstdint>
#include <vector>

#include "guatu/calendar/working_calendar.hpp"
#include "guatu/planning/back_schedule.hpp"

/// The back-schedules of very many projects at once: what `schedule` says of one, over flat arrays and day numbers.
namespace guatu::planning {

/// Working days by number, 0 the first one after `as_of`; both ways by look-up.
class DayAxis {
 public:
  /// Reaches `reach` days to both sides of `as_of`; what lies beyond is taken to the edge.
  DayAxis(const WorkingCalendar& calendar, Date as_of, int reach = 4'000);

  [[nodiscard]] std::int32_t on_or_after(Date day) const { return after_[place(day.number() - first_)]; }
  [[nodiscard]] std::int32_t on_or_before(Date day) const { return before_[place(day.number() - first_)]; }
  [[nodiscard]] Date date(std::int32_t number) const { return Date::from_number(first_ + offset(number)); }

  /// Last day of work that starts on the working day `start`.
  [[nodiscard]] std::int32_t last_day(std::int32_t start, int days, DayUnit unit) const {
    return unit == DayUnit::WorkingDay ? start + days - 1 : after_[place(offset(start) + days - 1)];
  }
  /// Latest working day to start on so that the work ends on or before `finish`.
  [[nodiscard]] std::int32_t latest_start(std::int32_t finish, int days, DayUnit unit) const {
    return unit == DayUnit::WorkingDay ? finish - days + 1 : before_[place(offset(finish) - days + 1)];
  }

 private:
  [[nodiscard]] std::size_t place(std::int32_t day) const {
    return static_cast<std::size_t>(day < 0 ? 0 : day > size_ - 1 ? size_ - 1 : day);
  }
  [[nodiscard]] std::int32_t offset(std::int32_t number) const {
    const auto most = static_cast<std::int32_t>(offsets_.size()) - 1;
    const auto at = number - least_;
    return offsets_[static_cast<std::size_t>(at < 0 ? 0 : at > most ? most : at)];
  }

  std::int32_t first_, size_, least_ = 0;
  std::vector<std::int32_t> after_, before_;  ///< Number of the working day on or after, on or before; by calendar day.
  std::vector<std::int32_t> offsets_;         ///< Calendar day by number, from the least.
};

/// Shape: procedures of a project stand together, predecessors before their successors; `*_begin` has one entry more.
struct TimetableInput {
  std::vector<std::uint32_t> project_begin;
  std::vector<std::int32_t> days;  ///< At least 1.
  std::vector<DayUnit> unit;
  std::vector<std::int32_t> deadline;  ///< Day number.
  std::vector<std::int32_t> earliest;  ///< Not before this day number; for a started one the day on which it started.
  std::vector<char> started, hand_up_meets;
  std::vector<std::uint32_t> before_begin, before;
  std::vector<std::int32_t> lag_days;  ///< Of each arc.

  /// Projects with nothing left are rows too.
  void add(const ProjectNetwork& network, const DayAxis& axis);
};

struct Timetable {
  std::vector<std::int32_t> earliest_start, earliest_finish, latest_start, latest_finish, slack;
  std::vector<char> critical;
  std::vector<std::int32_t> project_slack;  ///< 0 for a project with nothing left.
  std::vector<std::uint32_t> broken_by;     ///< The first whose slack is below 0, otherwise the project's end.
};

/// Cost: O(procedures + arcs), some nanoseconds each.
[[nodiscard]] Timetable make_timetable(const TimetableInput& input, const DayAxis& axis);
/// The same into a table that was used before, whose memory is used again.
void fill_timetable(const TimetableInput& input, const DayAxis& axis, Timetable& table);

}  // namespace guatu::planning
