#include <cmath>
#include <gtest/gtest.h>
#include <thread>

#include "guatu/planning/order/desks.hpp"
#include "guatu/planning/order/dispatch.hpp"
#include "guatu/planning/order/made_up_campaign.hpp"
#include "guatu/planning/order/search.hpp"
#include "guatu/planning/order/validator.hpp"

#include "tests/support/every_plan.hpp"
#include "tests/support/order_builder.hpp"

namespace guatu::planning::order {
namespace {

using testing::EveryPlan;
using testing::make_case;
using testing::make_order_input;
using testing::tiny_problem;

struct Solved {
  Problem problem;
  Windows windows;
  Bound bound;
  SearchResult result;
};

Solved solve(
    const Problem& problem, const SearchOptions& options, const Together& together = one_after_the_other,
    const std::function<bool(const Progress&)>& go_on = [](const Progress&) { return true; }) {
  Solved solved{problem, {}, {}, {}};
  solved.windows = make_windows(solved.problem);
  solved.bound =
      make_bound(solved.problem, solved.windows, solved.windows.latest_first, solved.problem.first_days, {}, together);
  solved.result = search(solved.problem, solved.windows, solved.bound, options, together, go_on);
  return solved;
}

/// Every second part in a thread of its own.
void side_by_side(std::size_t parts, const Part& run) {
  const auto half = [&](std::size_t first) {
    for (std::size_t part = first; part < parts; part += 2)
      run(part);
  };
  std::jthread other(half, 1);
  half(0);
}

TEST(Desks, FindTheFirstAndTheLastFitAsTryingEachDayDoes) {
  auto input = make_order_input(1, 150, 150, {});
  input.desks = {2};
  const auto problem = *make_problem(input);
  Draws draws(5);
  for (int round = 0; round < 40; ++round) {
    Desks desks(problem);
    std::vector<int> left(150, 2);
    const auto fits = [&](Day start, int days) {
      return start >= 0 && start + days <= 150 &&
             std::all_of(left.begin() + start, left.begin() + start + days, [](int free) { return free > 0; });
    };
    for (int i = 0; i < 60; ++i) {
      const auto days = 1 + static_cast<int>(draws.below(i % 10 == 0 ? 70 : 9));
      const auto from = static_cast<Day>(draws.below(100));
      const Day last = std::min<Day>(from + static_cast<Day>(draws.below(120)), 150 - days);
      Day first_fit = kUnplanned, last_fit = kUnplanned;
      for (Day start = from; start <= last; ++start) {
        if (!fits(start, days)) continue;
        last_fit = start;
        if (first_fit == kUnplanned) first_fit = start;
      }
      ASSERT_EQ(desks.first_fit(0, from, last, days), first_fit);
      ASSERT_EQ(desks.last_fit(0, from, last, days), last_fit);
      const Day taken = draws.below(2) == 0 ? first_fit : last_fit;
      if (taken == kUnplanned) continue;
      desks.take(0, taken, days);
      for (Day day = taken; day < taken + days; ++day)
        --left[static_cast<std::size_t>(day)];
    }
  }
}

TEST(Desks, WhatIsLentIsNotFreeUntilItIsReleased) {
  const auto problem = *make_problem(make_order_input(1, 9, 9, {}));
  Desks desks(problem);
  desks.take(0, 2, 3);
  desks.lend(0, Kept::Nothing);
  EXPECT_EQ(desks.first_fit(0, 0, 8, 1), kUnplanned);
  desks.give_back(0, 2, 3);  // One's own days may be taken again.
  EXPECT_EQ(desks.first_fit(0, 0, 6, 3), 2);
  desks.take(0, 3, 2);
  desks.release(0);
  EXPECT_EQ(desks.first_fit(0, 0, 6, 3), 0);
  EXPECT_EQ(desks.last_fit(0, 0, 4, 1), 2);
}

TEST(Desks, TwoHalvesAreTheWhole) {
  for (const int desks : {1, 2, 5}) {
    auto input = make_order_input(1, 4, 4, {});
    input.desks = {desks};
    const auto problem = *make_problem(input);
    Desks smaller(problem), larger(problem);
    smaller.lend(0, Kept::SmallerHalf);
    larger.lend(0, Kept::LargerHalf);
    EXPECT_EQ(smaller.left(0, 1) + larger.left(0, 1), desks);
    EXPECT_EQ(smaller.first_fit(0, 0, 2, 2), desks == 1 ? kUnplanned : 0);
    smaller.release(0);
    EXPECT_EQ(smaller.left(0, 1), desks);
    EXPECT_EQ(smaller.first_fit(0, 0, 2, 2), 0);
  }
}

TEST(Search, FindsTheBestOfEveryPlanOfTinyProblems) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto solved = solve(tiny_problem(seed), {.weights = {1, 0}, .seed = seed, .iterations = 400});
    EXPECT_EQ(solved.result.finished.first, static_cast<std::uint32_t>(EveryPlan(solved.problem).most())) << seed;
  }
}

TEST(Search, KeepsTheRulesAndBeatsEverySimpleOne) {
  for (const double load : {0.7, 1.0, 1.6}) {
    const auto solved = solve(*make_problem(make_campaign({.projects = 80, .districts = 2, .load = load, .seed = 4})),
                              {.iterations = 4'000});
    const auto verdict = validate(solved.problem, solved.result.plan);
    EXPECT_EQ(verdict.faults, std::vector<std::string>{});
    EXPECT_EQ(verdict.finished, solved.result.finished);
    EXPECT_LE(verdict.finished.first, std::floor(solved.bound.value + 1e-6));
    for (const auto rule : kRules)
      EXPECT_GE(verdict.finished.first,
                count_finished(solved.problem, dispatch(solved.problem, solved.windows, rule)).first)
          << rule_name(rule) << " at load " << load;
  }
}

TEST(Search, DoesNotSpoilTheSecondDate) {
  const auto solved = solve(*make_problem(make_campaign({.projects = 80, .districts = 2, .load = 1.3, .seed = 9})),
                            {.weights = {3, 1}, .iterations = 4'000});
  const auto rule = dispatch(solved.problem, solved.windows, Rule::FirstAccepted);
  EXPECT_GE(solved.result.finished.second, count_finished(solved.problem, rule).second);
}

TEST(Search, TheSameBytesSideBySideAndOneAfterTheOther) {
  struct {
    std::uint32_t projects;
    std::int64_t iterations;
  } const cases[] = {{60, 9'000}, {1'100, 5'000}};  // Walks alone, and apart.
  for (const auto& [projects, iterations] : cases) {
    const auto problem = *make_problem(make_campaign({.projects = projects, .districts = 4, .load = 1.3, .seed = 2}));
    const SearchOptions options{.seed = 3, .iterations = iterations};
    const auto one = solve(problem, options);
    const auto two = solve(problem, options, side_by_side);
    EXPECT_EQ(one.bound.prices.of, two.bound.prices.of) << projects;
    EXPECT_EQ(one.result.plan, two.result.plan) << projects;
    EXPECT_EQ(validate(problem, one.result.plan).faults, std::vector<std::string>{}) << projects;
  }
}

TEST(Search, CanBeStoppedAtAnyTime) {
  const auto problem = *make_problem(make_campaign({.projects = 60, .districts = 2, .load = 1.3, .seed = 2}));
  const auto at_once = solve(problem, {}, one_after_the_other, [](const Progress&) { return false; });
  EXPECT_EQ(at_once.result.iterations, 0);
  EXPECT_EQ(validate(problem, at_once.result.plan).faults, std::vector<std::string>{});
  EXPECT_GT(at_once.result.finished.first, 0U);
  std::vector<std::int64_t> seen;
  const auto later = solve(problem, {}, one_after_the_other, [&](const Progress& progress) {
    seen.push_back(progress.iterations);
    return seen.size() < 3;
  });
  EXPECT_EQ(seen.size(), 3U);
  EXPECT_EQ(later.result.iterations, seen.back());
  EXPECT_GE(later.result.finished.value({3, 1}), at_once.result.finished.value({3, 1}));
}

TEST(Search, NothingToDoIsDone) {
  EXPECT_TRUE(solve(*make_problem({}), {.iterations = 10}).result.plan.start.empty());
  const auto hopeless = solve(*make_problem(make_order_input(1, 3, 5, {{make_case(0, 6)}})), {.iterations = 10});
  EXPECT_EQ(hopeless.result.finished, (Finished{0, 0}));
}

}  // namespace
}  // namespace guatu::planning::order
