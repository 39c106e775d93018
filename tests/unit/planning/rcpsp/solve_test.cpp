#include "guatu/planning/rcpsp/solve.hpp"

#include "guatu/planning/rcpsp/bounds.hpp"
#include "guatu/planning/rcpsp/psplib.hpp"
#include "guatu/planning/rcpsp/search.hpp"
#include "guatu/planning/rcpsp/validator.hpp"

#include "tests/support/scheduling_text.hpp"
#include "tests/unit/planning/rcpsp/networks.hpp"

// The whole search and its bounds: against every order of tiny networks, and the same whenever it is asked.
namespace guatu::planning::rcpsp::test {
namespace {

/// Sixty activities in layers with scarce resources, always the same ones: too hard to be proved at once.
Instance sixty_activities() {
  Random random(2022);
  InstanceParts parts{"sixty", {12, 10, 14}, {}};
  for (int i = 0; i < 60; ++i) {
    ActivityParts activity{1 + random.below(10), {}, {}};
    for (int resource = 0; resource < 3; ++resource)
      activity.needs.push_back(random.below(8));
    for (int arc = 0; arc < 2; ++arc)
      if (const int later = i + 1 + static_cast<int>(random.below(12)); later < 60)
        activity.successors.push_back(later);
    parts.activities.push_back(std::move(activity));
  }
  return valid(parts);
}

TEST(Bounds, AreThoseOfAHandCalculation) {
  const auto instance = read_psplib(guatu::test::small_instance_text(), "own.sm");
  ASSERT_TRUE(instance);
  const auto paths = longest_paths(*instance);
  EXPECT_EQ(paths.critical, 11);
  EXPECT_EQ(capacity_bound(*instance, paths), 13) << "62 units of the first resource, of which there are 5";
  EXPECT_EQ(lower_bound(*instance), 13);
}

TEST(Bounds, SeeWhatHasToLieBetweenTwoMoments) {
  // Two pairs that both have to be in the middle: neither path nor capacity alone forbids the deadline of 6.
  const auto instance = valid({"middle", {1}, {{2, {0}, {1, 2}}, {2, {1}, {3}}, {1, {1}, {3}}, {2, {0}, {}}}});
  const auto paths = longest_paths(instance);
  EXPECT_EQ(paths.critical, 6);
  EXPECT_TRUE(energy_forbids(instance, paths, 5));
  EXPECT_TRUE(energy_forbids(instance, paths, 6));
  EXPECT_FALSE(energy_forbids(instance, paths, 7));
  EXPECT_EQ(lower_bound(instance), 7);
}

RC_GTEST_PROP(SolveProperty, FindsTheShortestOfTinyNetworks, ()) {
  const auto instance = valid(any_parts(6, 3));
  const auto shortest = shortest_of_all(instance);
  const auto solution = solve(instance, {500, *rc::gen::arbitrary<std::uint64_t>()});
  RC_ASSERT(solution.lower_bound <= shortest);
  RC_ASSERT(solution.makespan == shortest);
  RC_ASSERT(schedule_faults(instance, solution.starts).empty());
}

RC_GTEST_PROP(SolveProperty, EveryBoundHolds, ()) {
  const auto instance = valid(any_parts(6, 2));
  const auto shortest = shortest_of_all(instance);
  const auto paths = longest_paths(instance);
  RC_ASSERT(paths.critical <= shortest);
  RC_ASSERT(capacity_bound(instance, paths) <= shortest);
  RC_ASSERT(!energy_forbids(instance, paths, shortest));
  RC_ASSERT(lower_bound(instance) <= shortest);
}

RC_GTEST_PROP(SolveProperty, MakesNoMoreSchedulesThanAllowed, ()) {
  const auto instance = valid(any_parts(20, 4));
  const SolveRequest request{*rc::gen::inRange(1, 60), 3};
  const auto solution = solve(instance, request);
  RC_ASSERT(solution.schedules >= 1);
  RC_ASSERT(solution.schedules <= request.schedules);
  RC_ASSERT(solution.makespan >= solution.lower_bound);
  RC_ASSERT(schedule_faults(instance, solution.starts).empty());
}

TEST(Solve, AnswersTheSameWheneverItIsAsked) {
  const auto instance = sixty_activities();
  const auto once = solve(instance, {2000, 7});
  EXPECT_EQ(solve(instance, {2000, 7}), once);
  EXPECT_NE(solve(instance, {2000, 8}).starts, once.starts);
}

TEST(Solve, GetsNoWorseWithMoreSchedules) {
  const auto instance = sixty_activities();
  const auto one = solve(instance, {1, 1});
  const auto many = solve(instance, {3000, 1});
  EXPECT_EQ(one.schedules, 1);
  EXPECT_LT(many.makespan, one.makespan);
  EXPECT_GE(many.makespan, many.lower_bound);
}

TEST(Solve, FindsTheShortestOfTheSmallInstance) {
  const auto instance = read_psplib(guatu::test::small_instance_text(), "own.sm");
  ASSERT_TRUE(instance);
  const auto solution = solve(*instance, {});
  EXPECT_EQ(solution.makespan, 14);
  EXPECT_EQ(solution.lower_bound, 13);
  EXPECT_LE(solution.schedules, kDefaultSchedules);
}

TEST(Solve, StopsWhenNothingShorterIsPossible) {
  const auto solution = solve(valid({"one", {1}, {{2, {1}, {}}, {3, {1}, {}}, {1, {1}, {}}}}), {});
  EXPECT_EQ(solution.makespan, 6);
  EXPECT_EQ(solution.lower_bound, 6);
  EXPECT_EQ(solution.schedules, 1);
}

TEST(Search, BeginsAnewWhenItHasRunDry) {
  // A bound that cannot be reached: the search has to spend every schedule and still end.
  const auto instance = valid({"dry", {1}, {{2, {1}, {}}, {3, {1}, {}}, {1, {1}, {}}}});
  Search search(instance, {4000, 1, 0});
  search.run();
  EXPECT_EQ(search.makespan(), 6);
  EXPECT_GE(search.schedules(), 3999);
  EXPECT_LE(search.schedules(), 4000);
}

}  // namespace
}  // namespace guatu::planning::rcpsp::test
