#include "guatu/planning/light.hpp"

#include <gtest/gtest.h>

// Rules 7 in their order; the first that matches decides. 2022-12-01 is a Thursday and weekdays alone decide.
namespace guatu::planning {
namespace {

Date day(unsigned d) {
  return Date::of(2022, 12, d);
}

Light light(ProcedureState state, std::optional<Date> planned, std::optional<int> slack, bool reason = false) {
  LightInput input;
  input.state = state;
  input.planned = planned;
  input.slack = slack;
  input.overdue_reason = reason;
  return read_light(input, day(1), campaign::Policy{}, WorkingCalendar{}).light;
}

constexpr auto kOpen = ProcedureState::Preparing;

TEST(Light, SettledStatesDoNotLookAtDates) {
  EXPECT_EQ(light(ProcedureState::NotApplicable, Date::of(2022, 11, 1), -9), Light::Grey);
  EXPECT_EQ(light(ProcedureState::Finished, Date::of(2022, 11, 1), -9), Light::Green);
  EXPECT_EQ(light(ProcedureState::HandedUp, Date::of(2022, 11, 1), -9), Light::Arrow);
}

TEST(Light, PastThePlanDate) {
  EXPECT_EQ(light(kOpen, Date::of(2022, 11, 30), 20), Light::Red);
  EXPECT_EQ(light(kOpen, Date::of(2022, 11, 30), 20, true), Light::Yellow);
  EXPECT_EQ(light(kOpen, Date::of(2022, 11, 30), 0, true), Light::Yellow);
  EXPECT_EQ(light(kOpen, Date::of(2022, 11, 30), -1, true), Light::Red);
}

TEST(Light, ThePlanDateItselfIsNotPast) {
  EXPECT_EQ(light(kOpen, day(1), 20), Light::Yellow);
}

TEST(Light, FiveWorkingDaysBeforeThePlanDateItTurnsYellow) {
  EXPECT_EQ(light(kOpen, day(8), 20), Light::Yellow);  // 2, 5, 6, 7, 8.
  EXPECT_EQ(light(kOpen, day(9), 20), Light::Blue);
}

TEST(Light, SlackDecidesAtItsBoundaries) {
  EXPECT_EQ(light(kOpen, day(30), -1), Light::Red);
  EXPECT_EQ(light(kOpen, day(30), 0), Light::Yellow);
  EXPECT_EQ(light(kOpen, day(30), 4), Light::Yellow);
  EXPECT_EQ(light(kOpen, day(30), 5), Light::Blue);
}

TEST(Light, WithoutAPlanDateSlackAloneDecides) {
  EXPECT_EQ(light(kOpen, std::nullopt, -1), Light::Red);
  EXPECT_EQ(light(kOpen, std::nullopt, 4), Light::Yellow);
  EXPECT_EQ(light(kOpen, std::nullopt, 5), Light::Blue);
}

TEST(Light, ThresholdsAreData) {
  LightInput input;
  input.state = kOpen;
  input.planned = day(9);
  input.slack = 7;
  campaign::Policy policy;
  policy.yellow_days = 6;
  EXPECT_EQ(read_light(input, day(1), policy, WorkingCalendar{}).light, Light::Yellow);
  policy.yellow_days = 5;
  policy.yellow_slack = 8;
  EXPECT_EQ(read_light(input, day(1), policy, WorkingCalendar{}).light, Light::Yellow);
}

TEST(Light, TheReasonNamesDatesAndDays) {
  LightInput input;
  input.state = kOpen;
  input.planned = Date::of(2022, 11, 30);
  EXPECT_EQ(read_light(input, day(1), campaign::Policy{}, WorkingCalendar{}).reason.en,
            "past its plan date 2022-11-30 without a recorded reason");
  input.planned.reset();
  input.slack = -3;
  EXPECT_EQ(read_light(input, day(1), campaign::Policy{}, WorkingCalendar{}).reason.zh,
            "预计难以按期办结，缺 3 个工作日");
}

}  // namespace
}  // namespace guatu::planning
