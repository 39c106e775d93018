#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "guatu/planning/order/bound.hpp"
#include "guatu/planning/order/dispatch.hpp"
#include "guatu/planning/order/draws.hpp"
#include "guatu/planning/order/energy_rows.hpp"
#include "guatu/planning/order/made_up_campaign.hpp"
#include "guatu/planning/order/validator.hpp"

#include "tests/support/every_plan.hpp"
#include "tests/support/order_builder.hpp"

namespace guatu::planning::order {
namespace {

using testing::EveryPlan;
using testing::make_case;
using testing::make_order_input;
using testing::tiny_problem;

Bound first_bound(const Problem& problem) {
  const auto windows = make_windows(problem);
  return make_bound(problem, windows, windows.latest_first, problem.first_days);
}

constexpr auto kNoEnd = [] { return true; };

/// A program is solved when what it takes keeps the rows and is worth what its prices say.
void expect_solved(const std::vector<PackingProgram::Row>& rows, const PackingProgram& program, std::size_t things) {
  const auto prices = program.prices();
  std::vector<double> left(things, 1.0);
  double worth = 0, taken = 0;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    double used = 0;
    for (const auto& [thing, need] : rows[k].entries) {
      used += need * program.shares()[thing];
      left[thing] -= need * prices[k];
    }
    EXPECT_LE(used, rows[k].limit + 1e-6);
    EXPECT_GE(prices[k], 0);
    worth += rows[k].limit * prices[k];
  }
  for (std::size_t thing = 0; thing < things; ++thing) {
    EXPECT_GE(program.shares()[thing], -1e-6);
    EXPECT_LE(program.shares()[thing], 1 + 1e-6);
    taken += program.shares()[thing];
    worth += std::max(0.0, left[thing]);
  }
  EXPECT_NEAR(taken, worth, 1e-5);
}

TEST(PackingProgram, WithoutRowsEverythingIsTaken) {
  PackingProgram program(3);
  EXPECT_TRUE(program.solve(10, kNoEnd));
  EXPECT_EQ(program.shares(), (std::vector<double>{1, 1, 1}));
}

TEST(PackingProgram, OneRowTakesTheSmallestFirst) {
  PackingProgram program(3);
  program.add({{{0, 4}, {1, 2}, {2, 3}}, 4});
  ASSERT_TRUE(program.solve(100, kNoEnd));
  EXPECT_NEAR(program.shares()[1], 1, 1e-9);
  EXPECT_NEAR(program.shares()[2], 2.0 / 3, 1e-9);
  EXPECT_NEAR(program.shares()[0], 0, 1e-9);
  EXPECT_NEAR(program.prices()[0], 1.0 / 3, 1e-9);
}

TEST(PackingProgram, IsSolvedWheneverRowsAreAdded) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Draws draws(seed);
    const std::uint32_t things = 5 + draws.below(40);
    PackingProgram program(things);
    std::vector<PackingProgram::Row> rows;
    for (int round = 0; round < 6; ++round) {
      for (int added = 0; added < 3; ++added) {
        PackingProgram::Row row;
        double all = 0;
        for (std::uint32_t thing = 0; thing < things; ++thing)
          if (draws.below(3) != 0) row.entries.emplace_back(thing, 1 + draws.below(6));
        for (const auto& entry : row.entries)
          all += entry.second;
        row.limit = std::floor(all * draws.uniform());
        rows.push_back(row);
        program.add(row);
      }
      ASSERT_TRUE(program.solve(10'000, kNoEnd)) << seed;
      expect_solved(rows, program, things);
    }
  }
}

TEST(EnergyRows, CountWhatMustLieInside) {
  // One case of 4 days between 0 and 9: of the days from 2 to 7 it needs at least 2, whatever it does.
  const auto problem = *make_problem(make_order_input(1, 9, 9, {{make_case(0, 4)}}));
  const auto windows = make_windows(problem);
  const EnergyRows rows(problem, windows, windows.latest_first, 9);
  const auto inside = [&](Day from, Day to) {
    const auto row = rows.row({0, from, to});
    return row.entries.empty() ? 0.0 : row.entries.front().second;
  };
  EXPECT_EQ(inside(0, 9), 4);
  EXPECT_EQ(inside(2, 7), 2);
  EXPECT_EQ(inside(0, 5), 0);
  EXPECT_EQ(inside(0, 6), 1);
  EXPECT_EQ(inside(3, 9), 1);
}

TEST(EnergyRows, FindTheBrokenOne) {
  // Whatever both do, the middle day of five is theirs.
  const auto problem = *make_problem(make_order_input(1, 5, 5, {{make_case(0, 3)}, {make_case(0, 3)}}));
  const auto windows = make_windows(problem);
  const EnergyRows rows(problem, windows, windows.latest_first, 5);
  EXPECT_EQ(rows.broken(0, {1, 1}, 4), (std::vector<Stretch>{{0, 2, 3}}));
  EXPECT_TRUE(rows.broken(0, {1, 0}, 4).empty());
}

TEST(Bound, IsWhatTheDesksCanDo) {
  std::vector<std::vector<ProcedureInput>> projects(8, {make_case(0, 1)});
  projects.push_back({make_case(0, 6)});  // Cannot be done within five days at all.
  const auto problem = *make_problem(make_order_input(1, 5, 5, projects));
  const auto bound = first_bound(problem);
  EXPECT_NEAR(bound.value, 5, 1e-6);
  EXPECT_NEAR(bound.program, 5, 1e-6);
  EXPECT_NEAR(recompute_bound(problem, bound.prices.of, problem.first_days), bound.value, 1e-9);
}

TEST(Bound, WithEnoughDesksIsEverythingThatIsPossible) {
  const auto problem = *make_problem(make_order_input(2, 10, 10, {{make_case(0, 4)}, {make_case(1, 4)}}));
  EXPECT_NEAR(first_bound(problem).value, 2, 1e-9);
}

TEST(Bound, HoldsWhenItIsStoppedAtOnce) {
  const auto problem = *make_problem(make_campaign({.projects = 60, .districts = 1, .load = 1.6, .seed = 2}));
  const auto windows = make_windows(problem);
  const auto bound = make_bound(problem, windows, windows.latest_first, problem.first_days, {}, one_after_the_other,
                                [] { return false; });
  EXPECT_GE(bound.value, first_bound(problem).value - 1e-6);
  EXPECT_NEAR(recompute_bound(problem, bound.prices.of, problem.first_days), bound.value, 1e-6);
}

TEST(Bound, CanBeComputedAnewAndIsAboveEveryRule) {
  for (const double load : {0.7, 1.0, 1.6}) {
    const auto problem = *make_problem(make_campaign({.projects = 80, .districts = 2, .load = load, .seed = 11}));
    const auto windows = make_windows(problem);
    const auto bound = first_bound(problem);
    EXPECT_NEAR(recompute_bound(problem, bound.prices.of, problem.first_days), bound.value, 1e-6);
    EXPECT_LE(bound.value, bound.program + 1e-6);
    for (const auto rule : kRules)
      EXPECT_GE(bound.value + 1e-6, count_finished(problem, dispatch(problem, windows, rule)).first);
    const auto later = make_bound(problem, windows, windows.latest_second, problem.second_days);
    EXPECT_GE(later.value + 1e-6, bound.value);
  }
}

TEST(Bound, IsNeverBelowTheBestOfEveryPlan) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto problem = tiny_problem(seed);
    EXPECT_GE(first_bound(problem).value + 1e-6, EveryPlan(problem).most()) << seed;
  }
}

}  // namespace
}  // namespace guatu::planning::order
