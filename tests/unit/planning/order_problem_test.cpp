#include <gtest/gtest.h>

#include "guatu/planning/order/problem.hpp"
#include "guatu/planning/order/windows.hpp"

#include "tests/support/order_builder.hpp"

namespace guatu::planning::order {
namespace {

using testing::make_case;
using testing::make_order_input;

std::vector<std::string> reasons_of(const ProblemInput& input) {
  const auto problem = make_problem(input);
  if (problem) return {};
  EXPECT_EQ(problem.error().kind, ErrorKind::InvalidInput);
  std::vector<std::string> reasons;
  for (const auto& reason : problem.error().reasons)
    reasons.push_back(reason.en);
  return reasons;
}

TEST(OrderProblem, ProceduresStandInOrderOfWorkWhateverTheInput) {
  const auto problem = make_problem(make_order_input(1, 10, 10, {{make_case(0, 3, {1}), make_case(0, 2)}}));
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->given_as, (std::vector<std::uint32_t>{1, 0}));
  EXPECT_EQ(problem->desk_days, (std::vector<std::int32_t>{2, 3}));
  ASSERT_EQ(problem->predecessors(1).size(), 1U);
  EXPECT_EQ(problem->before[problem->predecessors(1).begin], 0U);
  ASSERT_EQ(problem->successors(0).size(), 1U);
  EXPECT_EQ(problem->after[problem->successors(0).begin], 1U);
}

TEST(OrderProblem, NothingAtAllIsAProblemToo) {
  EXPECT_TRUE(make_problem({}));
}

TEST(OrderProblem, WrongNetworksAreRefusedByPath) {
  auto input = make_order_input(2, 10, 20, {{make_case(0, 1)}});
  EXPECT_EQ(reasons_of(input), std::vector<std::string>{});

  auto wrong = input;
  wrong.projects[0].procedures[0].department = 2;
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{"projects[0].procedures[0].department: unknown department: 2"});
  wrong = input;
  wrong.projects[0].procedures[0].desk_days = -1;
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{"projects[0].procedures[0].desk_days: negative days: -1"});
  wrong = input;
  wrong.projects[0].procedures[0].lag_days = -3;
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{"projects[0].procedures[0].lag_days: negative days: -3"});
  wrong = input;
  wrong.projects[0].accepted = -1;
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{"projects[0].accepted: negative days: -1"});
  wrong = input;
  wrong.projects[0].procedures[0].predecessors = {0};
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{
                                   "projects[0].procedures[0].predecessors[0]: no other procedure of the project: 0"});
  wrong = input;
  wrong.desks[1] = 0;
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{"desks[1]: a department has at least one desk"});
  wrong = input;
  wrong.second_days = 9;
  EXPECT_EQ(reasons_of(wrong), std::vector<std::string>{"second_days: lies before the first date"});
}

TEST(OrderProblem, ACircleIsNamed) {
  const auto input = make_order_input(
      1, 10, 10,
      {{make_case(0, 1)}, {make_case(0, 1), make_case(0, 1, {0, 3}), make_case(0, 1, {1}), make_case(0, 1, {2})}});
  EXPECT_EQ(reasons_of(input), std::vector<std::string>{"projects[1].procedures: a circle: 1 → 2 → 3 → 1"});
}

TEST(OrderProblem, EveryFaultIsSaidAtOnce) {
  auto input = make_order_input(1, 10, 10, {{make_case(4, -1)}, {make_case(0, 1, {7})}});
  EXPECT_EQ(reasons_of(input).size(), 3U);
}

TEST(OrderWindows, ChainsAndLagsLimitTheStarts) {
  // 2 days, 3 more of waiting, then 4 days; until the first date 10 days, 12 to the second.
  const auto problem = make_problem(make_order_input(1, 10, 12, {{make_case(0, 2, {}, 3), make_case(0, 4, {0})}}));
  ASSERT_TRUE(problem);
  const auto windows = make_windows(*problem);
  EXPECT_EQ(windows.earliest, (std::vector<Day>{0, 5}));
  EXPECT_EQ(windows.latest_first, (std::vector<Day>{1, 6}));
  EXPECT_EQ(windows.latest_second, (std::vector<Day>{3, 8}));
  EXPECT_EQ(find_breaking(*problem, windows, windows.latest_first, 0), std::nullopt);
}

TEST(OrderWindows, TheFirstProcedureThatCannotBeInTimeIsNamed) {
  auto input = make_order_input(1, 8, 9, {{make_case(0, 2), make_case(0, 3, {0}), make_case(0, 4, {1})}});
  const auto problem = make_problem(input);
  const auto windows = make_windows(*problem);
  EXPECT_EQ(find_breaking(*problem, windows, windows.latest_first, 0), 0U);
  EXPECT_EQ(find_breaking(*problem, windows, windows.latest_second, 0), std::nullopt);
  input.projects[0].procedures[1].not_before = 3;  // Only from here on it is late for the second date too.
  const auto later = make_problem(input);
  const auto later_windows = make_windows(*later);
  EXPECT_EQ(find_breaking(*later, later_windows, later_windows.latest_second, 0), 1U);
}

}  // namespace
}  // namespace guatu::planning::order
