#include <gtest/gtest.h>

#include "guatu/planning/order/dispatch.hpp"
#include "guatu/planning/order/made_up_campaign.hpp"
#include "guatu/planning/order/validator.hpp"

#include "tests/support/order_builder.hpp"

namespace guatu::planning::order {
namespace {

using testing::make_case;
using testing::make_order_input;

TEST(MadeUpCampaign, TheSameSeedGivesTheSameCampaign) {
  const auto one = *make_problem(make_campaign({.projects = 40, .seed = 7}));
  const auto again = *make_problem(make_campaign({.projects = 40, .seed = 7}));
  const auto other = *make_problem(make_campaign({.projects = 40, .seed = 8}));
  EXPECT_EQ(one.desk_days, again.desk_days);
  EXPECT_EQ(one.department, again.department);
  EXPECT_EQ(one.desks, again.desks);
  EXPECT_NE(one.desk_days, other.desk_days);
}

TEST(MadeUpCampaign, HasTheShapeThatItSays) {
  const auto problem = *make_problem(make_campaign({.projects = 2000, .load = 1.0, .seed = 1}));
  EXPECT_EQ(problem.departments(), 6U * 14U);
  const double mean = static_cast<double>(problem.procedures()) / problem.projects();
  EXPECT_GT(mean, 7.9);  // 8.15 in expectation.
  EXPECT_LT(mean, 8.4);
  const auto windows = make_windows(problem);
  int hopeless = 0;
  for (std::uint32_t project = 0; project < problem.projects(); ++project)
    hopeless += find_breaking(problem, windows, windows.latest_first, project) ? 1 : 0;
  EXPECT_GT(hopeless, 100);
  EXPECT_LT(hopeless, 240);
}

TEST(MadeUpCampaign, AHigherLoadHasFewerDesks) {
  const auto light = make_campaign({.projects = 1000, .load = 0.7, .seed = 3});
  const auto heavy = make_campaign({.projects = 1000, .load = 1.6, .seed = 3});
  int more = 0;
  for (std::size_t i = 0; i < light.desks.size(); ++i) {
    EXPECT_GE(light.desks[i], heavy.desks[i]);
    more += light.desks[i] - heavy.desks[i];
  }
  EXPECT_GT(more, 20);
}

TEST(Dispatch, FirstComeFirstServedAtOneDesk) {
  const auto problem =
      *make_problem(make_order_input(1, 5, 9, {{make_case(0, 3)}, {make_case(0, 2)}, {make_case(0, 4)}}));
  const auto plan = dispatch(problem, make_windows(problem), Rule::FirstAtDesk);
  EXPECT_EQ(plan.start, (std::vector<Day>{0, 3, 5}));
  EXPECT_EQ(count_finished(problem, plan), (Finished{2, 3}));
}

TEST(Dispatch, ShortestCaseFirst) {
  const auto problem =
      *make_problem(make_order_input(1, 6, 9, {{make_case(0, 4)}, {make_case(0, 2)}, {make_case(0, 3)}}));
  EXPECT_EQ(dispatch(problem, make_windows(problem), Rule::ShortestCase).start, (std::vector<Day>{5, 0, 2}));
}

TEST(Dispatch, WhatIsNotFinishedByTheSecondDateIsLeftOut) {
  const auto problem = *make_problem(make_order_input(1, 4, 4, {{make_case(0, 3)}, {make_case(0, 2)}}));
  const auto plan = dispatch(problem, make_windows(problem), Rule::FirstAtDesk);
  EXPECT_EQ(plan.start, (std::vector<Day>{0, kUnplanned}));
}

TEST(Dispatch, AWaitWithoutDeskHoldsOnlyItsSuccessors) {
  const auto problem = *make_problem(make_order_input(
      1, 9, 9, {{make_case(0, 0, {}, 4), make_case(0, 2, {0})}, {make_case(0, 4), make_case(0, 1, {0})}}));
  const auto plan = dispatch(problem, make_windows(problem), Rule::FirstAtDesk);
  EXPECT_EQ(plan.start, (std::vector<Day>{0, 4, 0, 6}));
  EXPECT_TRUE(validate(problem, plan).faults.empty());
}

TEST(Dispatch, WhatIsHopelessGoesBehindEverythingElse) {
  // The first project has the least work but waits too long; the second is in time only if it goes first.
  const auto problem = *make_problem(make_order_input(1, 3, 9, {{make_case(0, 1, {}, 4)}, {make_case(0, 3)}}));
  EXPECT_EQ(dispatch(problem, make_windows(problem), Rule::LeastWork).start, (std::vector<Day>{0, 1}));
  EXPECT_EQ(dispatch(problem, make_windows(problem), Rule::DropHopeless).start, (std::vector<Day>{3, 0}));
}

TEST(Dispatch, EveryRuleKeepsTheRules) {
  const auto problem = *make_problem(make_campaign({.projects = 120, .districts = 3, .load = 1.3, .seed = 5}));
  const auto windows = make_windows(problem);
  for (const auto rule : kRules) {
    const auto plan = dispatch(problem, windows, rule);
    const auto verdict = validate(problem, plan);
    EXPECT_EQ(verdict.faults, std::vector<std::string>{}) << rule_name(rule);
    EXPECT_EQ(verdict.finished, count_finished(problem, plan)) << rule_name(rule);
    EXPECT_GT(verdict.finished.second, 0U) << rule_name(rule);
    EXPECT_FALSE(rule_words(rule).zh.empty());
  }
}

TEST(Validator, NamesEveryKindOfFault) {
  auto input = make_order_input(1, 9, 9, {{make_case(0, 2, {}, 1), make_case(0, 2, {0})}, {make_case(0, 2)}});
  input.projects[1].procedures[0].not_before = 1;
  const auto problem = *make_problem(input);
  const auto faults = [&](std::vector<Day> start) { return validate(problem, {std::move(start)}).faults; };
  EXPECT_EQ(faults({0, 3, 5}), std::vector<std::string>{});
  EXPECT_EQ(faults({kUnplanned, kUnplanned, 1}), std::vector<std::string>{});
  EXPECT_EQ(faults({0, 2, 4}),
            std::vector<std::string>{"projects[0].procedures[1] starts before its predecessor has ended"});
  EXPECT_EQ(faults({0, kUnplanned, 5}), std::vector<std::string>{"projects[0] is planned in part"});
  EXPECT_EQ(faults({2, 5, 0}), std::vector<std::string>{"projects[1].procedures[0] starts before it may"});
  EXPECT_EQ(faults({0, 3, 1}), std::vector<std::string>{"departments[0] has more cases than desks on day 1"});
  EXPECT_EQ(faults({0, 3}), std::vector<std::string>{"the plan is not one of this problem"});
}

TEST(Validator, CountsByDate) {
  const auto problem = *make_problem(make_order_input(1, 3, 5, {{make_case(0, 2, {}, 1)}, {make_case(0, 2, {}, 1)}}));
  EXPECT_EQ(validate(problem, {{0, 2}}).finished, (Finished{1, 2}));
  EXPECT_EQ(validate(problem, {{0, 3}}).finished, (Finished{1, 1}));
}

}  // namespace
}  // namespace guatu::planning::order
