#pragma once

#include <optional>
#include <vector>

#include "guatu/calendar/working_calendar.hpp"
#include "guatu/planning/network.hpp"

/// 倒排工期: earliest dates forward from today, latest dates back from the deadlines, slack between them.
/// Source: rules 10. Both end days are worked on; work starts on the first working day after `as_of`, a successor on the
/// working day after its predecessor's last; a limit in calendar days ends on the next working day.
namespace guatu::planning {

struct NodeDates {
  Date earliest_start, earliest_finish;
  Date latest_start, latest_finish;
  int slack = 0;          ///< Working days that the procedure may slip; below 0: the deadline cannot be reached.
  bool critical = false;  ///< On a chain with the project's smallest slack.
  friend bool operator==(const NodeDates&, const NodeDates&) = default;
};

struct ProjectSchedule {
  std::vector<NodeDates> nodes;          ///< In the network's order.
  bool feasible = true;                  ///< No slack below 0.
  int slack = 0;                         ///< The smallest; 0 for a project with nothing left to do.
  std::optional<std::size_t> broken_by;  ///< First node, in order of work, whose slack is below 0.
  int days_short = 0;                    ///< Working days that are missing.
};

/// Cost: O(nodes + arcs) calendar look-ups.
[[nodiscard]] ProjectSchedule schedule(const ProjectNetwork& network, Date as_of, const WorkingCalendar& calendar);

}  // namespace guatu::planning
