#include "guatu/planning/timetable.hpp"

#include <algorithm>

namespace guatu::planning {

DayAxis::DayAxis(const WorkingCalendar& calendar, Date as_of, int reach)
    : first_((as_of - reach).number()), size_(2 * reach + 1) {
  after_.resize(static_cast<std::size_t>(size_));
  before_.resize(static_cast<std::size_t>(size_));
  std::int32_t count = 0;
  for (std::int32_t day = 0; day < size_; ++day) {
    if (day == reach + 1) least_ = -count;
    after_[static_cast<std::size_t>(day)] = count;
    const bool working = calendar.is_working(Date::from_number(first_ + day));
    before_[static_cast<std::size_t>(day)] = working ? count : count - 1;
    if (!working) continue;
    offsets_.push_back(day);
    ++count;
  }
  for (auto* numbers : {&after_, &before_})
    for (auto& number : *numbers)
      number += least_;
}

void TimetableInput::add(const ProjectNetwork& network, const DayAxis& axis) {
  if (project_begin.empty()) project_begin.push_back(0);
  if (before_begin.empty()) before_begin.push_back(0);
  const auto first = static_cast<std::uint32_t>(days.size());
  for (const auto& node : network.nodes) {
    days.push_back(std::max(node.duration.days, 1));
    unit.push_back(node.duration.unit);
    deadline.push_back(axis.on_or_before(node.deadline));
    started.push_back(node.started_on ? 1 : 0);
    hand_up_meets.push_back(node.hand_up_meets ? 1 : 0);
    earliest.push_back(node.started_on   ? axis.on_or_after(*node.started_on + 1)
                       : node.not_before ? std::max(0, axis.on_or_after(*node.not_before + 1))
                                         : 0);
    for (const auto& arc : node.predecessors) {
      before.push_back(first + arc.predecessor);
      lag_days.push_back(arc.lag_days);
    }
    before_begin.push_back(static_cast<std::uint32_t>(before.size()));
  }
  project_begin.push_back(static_cast<std::uint32_t>(days.size()));
}

namespace {

void forward(const TimetableInput& input, const DayAxis& axis, std::size_t i, Timetable& table) {
  auto start = input.earliest[i];
  if (input.started[i] != 0) {
    table.earliest_start[i] = start;
    table.earliest_finish[i] = std::max(axis.last_day(start, input.days[i], input.unit[i]), 0);
    return;
  }
  for (auto arc = input.before_begin[i]; arc < input.before_begin[i + 1]; ++arc)
    start = std::max(start, table.earliest_finish[input.before[arc]] + 1 + input.lag_days[arc]);
  table.earliest_start[i] = start;
  table.earliest_finish[i] = axis.last_day(start, input.days[i], input.unit[i]);
}

/// `latest_finish` holds what successors leave; the own deadline may be earlier.
void backward(const TimetableInput& input, const DayAxis& axis, std::size_t i, Timetable& table) {
  const auto deadline = input.deadline[i];
  const auto own = input.hand_up_meets[i] != 0 ? axis.last_day(deadline, input.days[i], input.unit[i]) : deadline;
  if (own <= table.latest_finish[i]) {
    table.latest_finish[i] = own;
    table.latest_start[i] =
        input.hand_up_meets[i] != 0 ? deadline : axis.latest_start(own, input.days[i], input.unit[i]);
  } else {
    table.latest_start[i] = axis.latest_start(table.latest_finish[i], input.days[i], input.unit[i]);
  }
  for (auto arc = input.before_begin[i]; arc < input.before_begin[i + 1]; ++arc) {
    auto& finish = table.latest_finish[input.before[arc]];
    finish = std::min(finish, table.latest_start[i] - 1 - input.lag_days[arc]);
  }
  table.slack[i] = input.started[i] != 0 ? table.latest_finish[i] - table.earliest_finish[i]
                                         : table.latest_start[i] - table.earliest_start[i];
}

void judge(const TimetableInput& input, std::size_t project, Timetable& table) {
  const auto begin = input.project_begin[project], end = input.project_begin[project + 1];
  auto slack = begin == end ? 0 : table.slack[begin];
  auto broken = end;
  for (auto i = end; i-- > begin;) {
    slack = std::min(slack, table.slack[i]);
    if (table.slack[i] < 0) broken = i;
  }
  for (auto i = begin; i < end; ++i)
    table.critical[i] = table.slack[i] == slack ? 1 : 0;
  table.project_slack[project] = slack;
  table.broken_by[project] = broken;
}

}  // namespace

void fill_timetable(const TimetableInput& input, const DayAxis& axis, Timetable& table) {
  const auto count = input.days.size();
  const auto projects = input.project_begin.empty() ? 0 : input.project_begin.size() - 1;
  constexpr std::int32_t kOpenEnd = 1 << 29;
  for (auto* days :
       {&table.earliest_start, &table.earliest_finish, &table.latest_start, &table.latest_finish, &table.slack})
    days->resize(count);
  table.critical.resize(count);
  table.project_slack.resize(projects);
  table.broken_by.resize(projects);
  for (std::size_t project = 0; project < projects; ++project) {
    const auto begin = input.project_begin[project], end = input.project_begin[project + 1];
    for (auto i = begin; i < end; ++i) {
      forward(input, axis, i, table);
      table.latest_finish[i] = kOpenEnd;
    }
    for (auto i = end; i-- > begin;)
      backward(input, axis, i, table);
    judge(input, project, table);
  }
}

Timetable make_timetable(const TimetableInput& input, const DayAxis& axis) {
  Timetable table;
  fill_timetable(input, axis, table);
  return table;
}

}  // namespace guatu::planning
