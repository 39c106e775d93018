#include "guatu/planning/rcpsp/schemes.hpp"

#include <gmock/gmock.h>

#include "guatu/planning/rcpsp/crossover.hpp"
#include "guatu/planning/rcpsp/sampling.hpp"
#include "guatu/planning/rcpsp/validator.hpp"

#include "tests/unit/planning/rcpsp/networks.hpp"

// Both schemes on networks that a person can follow, and against plain counting on drawn ones.
namespace guatu::planning::rcpsp::test {
namespace {

using testing::ElementsAre;

/// One resource of 2. 1 and 2 need one each; 3 follows 1 and needs both; 4 needs one.
Instance four_activities() {
  return valid({"four", {2}, {{2, {1}, {2}}, {3, {1}, {}}, {2, {2}, {}}, {2, {1}, {}}}});
}

Starts mirrored(const Instance& instance, const Starts& backward, Time makespan) {
  auto starts = backward;
  for (Activity activity = 0; activity < instance.size(); ++activity)
    starts[activity] = makespan - backward[activity] - instance.duration(activity);
  return starts;
}

TEST(SerialScheme, TakesActivitiesInTurnAsEarlyAsTheyFit) {
  const auto instance = four_activities();
  Schemes schemes(instance);
  Starts starts(4);
  EXPECT_EQ(schemes.serial(Side::Forward, List{0, 1, 2, 3}, starts), 7);
  EXPECT_THAT(starts, ElementsAre(0, 0, 3, 5));
  EXPECT_EQ(schemes.serial(Side::Forward, List{0, 2, 3, 1}, starts), 7);
  EXPECT_THAT(starts, ElementsAre(0, 4, 2, 0)) << "4 slips in beside 1, before 3";
}

TEST(SerialScheme, RunsBackwardsOnTurnedArcs) {
  const auto instance = four_activities();
  Schemes schemes(instance);
  Starts starts(4);
  EXPECT_EQ(schemes.serial(Side::Backward, List{2, 0, 1, 3}, starts), 6);
  EXPECT_THAT(starts, ElementsAre(2, 2, 0, 4));
  EXPECT_THAT(mirrored(instance, starts, 6), ElementsAre(2, 1, 4, 0));
}

TEST(ParallelScheme, StartsWhateverFitsAtTheMoment) {
  const auto instance = four_activities();
  Schemes schemes(instance);
  Starts starts(4);
  EXPECT_EQ(schemes.parallel(Side::Forward, List{0, 2, 1, 3}, starts), 6);
  EXPECT_THAT(starts, ElementsAre(0, 0, 4, 2)) << "at 2 only 4 fits beside 2, so 3 waits until both have ended";
}

TEST(ParallelScheme, MayMissWhatNeedsWaiting) {
  // Waiting for 1 and then doing 2 beside 3 is shorter, but the scheme starts 3 at once.
  const auto instance = valid({"wait", {2}, {{1, {1}, {1}}, {4, {2}, {}}, {5, {1}, {}}}});
  Schemes schemes(instance);
  Starts starts(3);
  EXPECT_EQ(schemes.parallel(Side::Forward, List{0, 1, 2}, starts), 9);
  EXPECT_EQ(schemes.serial(Side::Forward, List{0, 1, 2}, starts), 10);
}

TEST(Schemes, HandleNothingAtAll) {
  const auto instance = valid({"idle", {}, {{0, {}, {1}}, {0, {}, {}}}});
  Schemes schemes(instance);
  Starts starts(2);
  EXPECT_EQ(schemes.serial(Side::Forward, List{0, 1}, starts), 0);
  EXPECT_EQ(schemes.parallel(Side::Backward, List{0, 1}, starts), 0);
  EXPECT_EQ(schemes.justify(Side::Forward, starts), 0);
}

TEST(Schemes, GiveBothListsOfASchedule) {
  const auto instance = four_activities();
  Schemes schemes(instance);
  Starts starts(4);
  List list(4);
  schemes.serial(Side::Forward, List{0, 1, 2, 3}, starts);
  schemes.list_for_other_side(Side::Forward, starts, list);
  EXPECT_THAT(list, ElementsAre(3, 2, 1, 0));
}

/// Four lanes a word, two lanes a word, several words.
Instance any_instance() {
  const std::int64_t scale = *rc::gen::element<std::int64_t>(1, 5'000, 100'000);
  return valid(any_parts(14, *rc::gen::element(1, 4, 9), scale));
}

List any_order(const Instance& instance) {
  Sampler sampler(instance);
  Random random(*rc::gen::arbitrary<std::uint64_t>());
  List list;
  sampler.sample(random, *rc::gen::inRange(1, 4), list);
  return list;
}

RC_GTEST_PROP(SchemesProperty, SerialIsPlainCounting, ()) {
  const auto instance = any_instance();
  const auto list = any_order(instance);
  Schemes schemes(instance);
  Starts starts(instance.size()), counted;
  RC_ASSERT(schemes.serial(Side::Forward, list, starts) == place_one_by_one(instance, list, counted));
  RC_ASSERT(starts == counted);
}

RC_GTEST_PROP(SchemesProperty, EveryScheduleIsValidOnBothSides, ()) {
  const auto instance = any_instance();
  auto list = any_order(instance);
  Schemes schemes(instance);
  Starts starts(instance.size());
  for (const auto side : {Side::Forward, Side::Backward}) {
    const auto judge = [&](Time makespan) {
      RC_ASSERT(makespan <= instance.horizon());
      const auto forward = side == Side::Forward ? starts : mirrored(instance, starts, makespan);
      RC_ASSERT(schedule_faults(instance, forward).empty());
    };
    judge(schemes.serial(side, list, starts));
    judge(schemes.parallel(side, list, starts));
    std::ranges::reverse(list);
  }
}

RC_GTEST_PROP(SchemesProperty, JustificationIsNeverLonger, ()) {
  const auto instance = any_instance();
  const auto list = any_order(instance);
  Schemes schemes(instance);
  Starts starts(instance.size());
  List back(instance.size());
  const bool parallel = *rc::gen::inRange(0, 2) == 1;
  const auto makespan =
      parallel ? schemes.parallel(Side::Forward, list, starts) : schemes.serial(Side::Forward, list, starts);
  schemes.list_for_other_side(Side::Forward, starts, back);
  RC_ASSERT(in_order(instance.successors(), instance.size(), back));
  Starts justified(instance.size());
  RC_ASSERT(schemes.serial(Side::Backward, back, justified) <= makespan);
  const auto twice = schemes.justify(Side::Forward, starts);
  RC_ASSERT(twice <= makespan);
  RC_ASSERT(schedule_faults(instance, starts).empty());
  RC_ASSERT(schemes.justify(Side::Forward, starts) <= twice);
}

RC_GTEST_PROP(SchemesProperty, ChildrenAndDisturbedListsKeepTheArcs, ()) {
  const auto instance = any_instance();
  Schemes schemes(instance);
  Crossover crossover(instance);
  Random random(*rc::gen::arbitrary<std::uint64_t>());
  Individual parents[2];
  for (auto& parent : parents) {
    parent.starts.resize(instance.size());
    parent.list.resize(instance.size());
    parent.makespan = schemes.serial(Side::Forward, any_order(instance), parent.starts);
    schemes.list_for_other_side(Side::Forward, parent.starts, parent.list);
  }
  List child;
  crossover.cross(parents[0], parents[1], random, child);
  RC_ASSERT(in_order(instance.successors(), instance.size(), child));
  disturb(instance, Side::Backward, 5, random, child);
  RC_ASSERT(in_order(instance.successors(), instance.size(), child));
}

TEST(Crossover, GivesTwinsTheListOfTheirParents) {
  const auto instance = four_activities();
  Schemes schemes(instance);
  Individual parent{Starts(4), List(4), 0};
  parent.makespan = schemes.serial(Side::Forward, List{0, 1, 2, 3}, parent.starts);
  schemes.list_for_other_side(Side::Forward, parent.starts, parent.list);
  Crossover crossover(instance);
  Random random(7);
  List child;
  crossover.cross(parent, parent, random, child);
  EXPECT_EQ(child, parent.list);
}

TEST(Sampler, FollowsTheRuleLatestFinishFirst) {
  const auto instance = valid({"rule", {}, {{1, {}, {3}}, {1, {}, {2}}, {5, {}, {}}, {2, {}, {}}}});
  Sampler sampler(instance);
  List list;
  sampler.by_rule(list);
  EXPECT_THAT(list, ElementsAre(1, 0, 2, 3));
}

TEST(Random, GivesThePublishedNumbers) {
  Random random(0);
  EXPECT_EQ(random.next(), 0xe220a8397b1dcdafU);
  EXPECT_EQ(random.next(), 0x6e789e6aa1b965f4U);
  EXPECT_EQ(random.next(), 0x06c45d188009454fU);
  for (int i = 0; i < 1000; ++i)
    EXPECT_LT(random.below(7), 7U);
  EXPECT_EQ(random.below(1), 0U);
}

}  // namespace
}  // namespace guatu::planning::rcpsp::test
