#include "guatu/planning/back_schedule.hpp"

#include <algorithm>

namespace guatu::planning {
namespace {

/// Last day of work that starts on the working day `start`.
Date last_day_of(Date start, const DayLimit& limit, const WorkingCalendar& calendar) {
  const int days = std::max(limit.days, 1);
  if (limit.unit == DayUnit::WorkingDay) return calendar.add_working_days(start, days - 1);
  return calendar.working_day_on_or_after(start + (days - 1));
}

/// Latest working day to start so that the work ends on or before the working day `finish`.
Date latest_start_for(Date finish, const DayLimit& limit, const WorkingCalendar& calendar) {
  const int days = std::max(limit.days, 1);
  if (limit.unit == DayUnit::WorkingDay) return calendar.add_working_days(finish, 1 - days);
  return calendar.working_day_on_or_before(finish - (days - 1));
}

void forward(const ProjectNetwork& network, Date as_of, const WorkingCalendar& calendar,
             std::vector<NodeDates>& dates) {
  const auto first_day = calendar.add_working_days(as_of, 1);
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    const auto& node = network.nodes[i];
    auto& own = dates[i];
    if (node.started_on) {
      own.earliest_start = calendar.add_working_days(*node.started_on, 1);
      own.earliest_finish = std::max(last_day_of(own.earliest_start, node.duration, calendar), first_day);
      continue;
    }
    own.earliest_start = first_day;
    if (node.not_before)
      own.earliest_start = std::max(own.earliest_start, calendar.add_working_days(*node.not_before, 1));
    for (const auto& arc : node.predecessors)
      own.earliest_start = std::max(
          own.earliest_start, calendar.add_working_days(dates[arc.predecessor].earliest_finish, 1 + arc.lag_days));
    own.earliest_finish = last_day_of(own.earliest_start, node.duration, calendar);
  }
}

/// Latest dates from the node's own deadline alone.
void bound_by_deadline(const PlanNode& node, const WorkingCalendar& calendar, NodeDates& own) {
  const auto deadline = calendar.working_day_on_or_before(node.deadline);
  if (node.hand_up_meets) {  // Target 3: the papers have to be up there by the deadline, the decision may follow.
    own.latest_start = deadline;
    own.latest_finish = last_day_of(deadline, node.duration, calendar);
    return;
  }
  own.latest_finish = deadline;
  own.latest_start = latest_start_for(deadline, node.duration, calendar);
}

void backward(const ProjectNetwork& network, const WorkingCalendar& calendar, std::vector<NodeDates>& dates) {
  for (std::size_t i = 0; i < network.nodes.size(); ++i)
    bound_by_deadline(network.nodes[i], calendar, dates[i]);
  for (std::size_t i = network.nodes.size(); i-- > 0;) {
    for (const auto& arc : network.nodes[i].predecessors) {
      auto& before = dates[arc.predecessor];
      const auto finish = calendar.add_working_days(dates[i].latest_start, -1 - arc.lag_days);
      if (finish >= before.latest_finish) continue;
      before.latest_finish = finish;
      before.latest_start = latest_start_for(finish, network.nodes[arc.predecessor].duration, calendar);
    }
  }
}

}  // namespace

ProjectSchedule schedule(const ProjectNetwork& network, Date as_of, const WorkingCalendar& calendar) {
  ProjectSchedule result;
  result.nodes.resize(network.nodes.size());
  if (network.nodes.empty()) return result;
  forward(network, as_of, calendar, result.nodes);
  backward(network, calendar, result.nodes);
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    auto& own = result.nodes[i];
    // What has started cannot start later; it can only end later.
    own.slack = network.nodes[i].started_on ? calendar.working_days_until(own.earliest_finish, own.latest_finish)
                                            : calendar.working_days_until(own.earliest_start, own.latest_start);
    if (i == 0 || own.slack < result.slack) result.slack = own.slack;
    if (own.slack < 0 && !result.broken_by) result.broken_by = i;
  }
  for (auto& own : result.nodes)
    own.critical = own.slack == result.slack;
  result.feasible = result.slack >= 0;
  result.days_short = result.feasible ? 0 : -result.slack;
  return result;
}

}  // namespace guatu::planning
