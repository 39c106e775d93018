#include "guatu/planning/timetable.hpp"

#include <gtest/gtest.h>

#include "guatu/planning/order/draws.hpp"

// The same rules twice: every case of back_schedule_test holds here when both say the same of any network.
namespace guatu::planning {
namespace {

const WorkingCalendar& national_calendar() {
  static const WorkingCalendar kCalendar(national_exceptions(), national_years());
  return kCalendar;
}

ProjectNetwork random_network(order::Draws& draws, Date as_of) {
  ProjectNetwork network;
  const auto count = draws.below(9);
  for (std::uint32_t i = 0; i < count; ++i) {
    PlanNode node;
    node.duration = {static_cast<int>(draws.below(40)),
                     draws.below(2) == 0 ? DayUnit::WorkingDay : DayUnit::CalendarDay};
    node.deadline = as_of + static_cast<int>(draws.below(150));
    node.hand_up_meets = draws.below(5) == 0;
    if (draws.below(6) == 0) node.started_on = as_of - static_cast<int>(draws.below(60));
    if (!node.started_on && draws.below(5) == 0) node.not_before = as_of + static_cast<int>(draws.below(40)) - 10;
    for (std::uint32_t before = 0; before < i; ++before)
      if (draws.below(3) == 0)
        node.predecessors.push_back({static_cast<std::uint16_t>(before), static_cast<int>(draws.below(4))});
    network.nodes.push_back(std::move(node));
  }
  return network;
}

void expect_same(const ProjectSchedule& one, const TimetableInput& input, const Timetable& table, const DayAxis& axis,
                 std::size_t project) {
  const auto begin = input.project_begin[project];
  for (std::size_t k = 0; k < one.nodes.size(); ++k) {
    const auto i = begin + k;
    const NodeDates dates{axis.date(table.earliest_start[i]),
                          axis.date(table.earliest_finish[i]),
                          axis.date(table.latest_start[i]),
                          axis.date(table.latest_finish[i]),
                          table.slack[i],
                          table.critical[i] != 0};
    ASSERT_EQ(dates, one.nodes[k]) << "project " << project << ", procedure " << k;
  }
  EXPECT_EQ(table.project_slack[project], one.slack);
  const auto broken = table.broken_by[project];
  EXPECT_EQ(broken < input.project_begin[project + 1], one.broken_by.has_value());
  if (one.broken_by) EXPECT_EQ(broken - begin, *one.broken_by);
}

TEST(Timetable, SaysOfManyWhatTheScheduleSaysOfOne) {
  order::Draws draws(1);
  for (const auto as_of : {Date::of(2022, 11, 20), Date::of(2023, 1, 20), Date::of(2022, 12, 31)}) {
    const DayAxis axis(national_calendar(), as_of);
    TimetableInput input;
    std::vector<ProjectSchedule> expected;
    for (int project = 0; project < 150; ++project) {
      const auto network = random_network(draws, as_of);
      input.add(network, axis);
      expected.push_back(schedule(network, as_of, national_calendar()));
    }
    const auto table = make_timetable(input, axis);
    for (std::size_t project = 0; project < expected.size(); ++project)
      expect_same(expected[project], input, table, axis, project);
  }
}

TEST(DayAxis, CountsTheCampaignOfTheSpringFestival) {
  const DayAxis axis(national_calendar(), Date::of(2022, 11, 19));
  EXPECT_EQ(axis.date(0), Date::of(2022, 11, 21));
  EXPECT_EQ(axis.on_or_before(Date::of(2023, 2, 28)) + 1, 68);
  EXPECT_EQ(axis.on_or_before(Date::of(2023, 3, 31)) + 1, 91);
  EXPECT_EQ(axis.on_or_after(Date::of(2023, 1, 21)), axis.on_or_after(Date::of(2023, 1, 28)));  // Make-up Saturday.
  EXPECT_EQ(axis.date(axis.on_or_after(Date::of(2023, 1, 21))), Date::of(2023, 1, 28));
}

TEST(Timetable, NothingIsATimetableToo) {
  const DayAxis axis(national_calendar(), Date::of(2022, 11, 20));
  EXPECT_TRUE(make_timetable({}, axis).project_slack.empty());
  TimetableInput input;
  input.add({}, axis);
  EXPECT_EQ(make_timetable(input, axis).project_slack, (std::vector<std::int32_t>{0}));
}

}  // namespace
}  // namespace guatu::planning
