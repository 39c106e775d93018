#include <numeric>

#include "guatu/planning/order/made_up_campaign.hpp"
#include "guatu/planning/timetable.hpp"

#include "bench/measure.hpp"

// Back-schedules of 300,000 projects with calendar, slack and critical flags ≤ 100 ms on one thread; of a city's 500 ≤ 1 ms.
// Every third limit is in calendar days.
namespace {

using namespace guatu;
using namespace guatu::planning;

constexpr int kRuns = 9;

void append(const order::Problem& problem, const DayAxis& axis, TimetableInput& input) {
  const auto first = static_cast<std::uint32_t>(input.days.size());
  const auto first_day = axis.on_or_before(Date::of(2023, 2, 28)), last_day = axis.on_or_before(Date::of(2023, 3, 31));
  for (std::uint32_t i = 0; i < problem.procedures(); ++i) {
    input.days.push_back(std::max(1, problem.length(i)));
    input.unit.push_back(i % 3 == 0 ? DayUnit::CalendarDay : DayUnit::WorkingDay);
    input.deadline.push_back(i % 2 == 0 ? first_day : last_day);
    input.earliest.push_back(problem.not_before[i]);
    input.started.push_back(0);
    input.hand_up_meets.push_back(i % 10 == 0 ? 1 : 0);
    const auto arcs = problem.predecessors(i);
    for (auto arc = arcs.begin; arc < arcs.end; ++arc) {
      input.before.push_back(first + problem.before[arc]);
      input.lag_days.push_back(0);
    }
    input.before_begin.push_back(static_cast<std::uint32_t>(input.before.size()));
  }
  for (std::uint32_t project = 0; project < problem.projects(); ++project)
    input.project_begin.push_back(first + problem.project_begin[project + 1]);
}

TimetableInput many(std::uint32_t cities, std::uint32_t projects, const DayAxis& axis) {
  TimetableInput input;
  input.project_begin = {0};
  input.before_begin = {0};
  for (std::uint32_t city = 1; city <= cities; ++city)
    append(*order::make_problem(order::make_campaign({.projects = projects, .seed = city})), axis, input);
  return input;
}

bool measure(const TimetableInput& input, const DayAxis& axis, double promised) {
  std::int64_t slack = 0;
  Timetable table;
  const auto times = bench::repeat(kRuns, [&] {
    fill_timetable(input, axis, table);
    slack = std::accumulate(table.project_slack.begin(), table.project_slack.end(), std::int64_t{0});
  });
  return bench::print_line(fmt::format("{} projects, {} procedures (slack in all {})", input.project_begin.size() - 1,
                                       input.days.size(), slack),
                           times, promised);
}

}  // namespace

int main() {
  const WorkingCalendar calendar(national_exceptions(), national_years());
  const DayAxis axis(calendar, Date::of(2022, 11, 19));
  bench::print_head();
  bool kept = measure(many(1, 500, axis), axis, 1);
  kept = measure(many(100, 3'000, axis), axis, 100) && kept;
  return kept ? 0 : 1;
}
