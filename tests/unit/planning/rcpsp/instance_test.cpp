#include "guatu/planning/rcpsp/instance.hpp"

#include <gmock/gmock.h>

#include "tests/unit/planning/rcpsp/networks.hpp"

// Instance::make: what is wrong is refused with its path, all of it at once.
namespace guatu::planning::rcpsp::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

InstanceParts chain_of_three() {
  return {"chain", {4, 2}, {{1, {1, 0}, {1}}, {2, {4, 2}, {2}}, {3, {0, 1}, {}}}};
}

std::vector<std::string> reasons_of(const InstanceParts& parts) {
  const auto instance = Instance::make(parts);
  if (instance) return {};
  EXPECT_EQ(instance.error().kind, ErrorKind::InvalidInput);
  EXPECT_EQ(instance.error().subject, parts.name);
  std::vector<std::string> reasons;
  for (const auto& reason : instance.error().reasons) {
    EXPECT_FALSE(reason.zh.empty());
    reasons.push_back(reason.en);
  }
  return reasons;
}

TEST(Instance, HoldsWhatItWasMadeFrom) {
  auto parts = chain_of_three();
  parts.activities[0].successors = {2, 1, 2};
  const auto instance = valid(parts);
  EXPECT_EQ(instance.size(), 3);
  EXPECT_EQ(instance.resources(), 2);
  EXPECT_EQ(instance.capacity(0), 4);
  EXPECT_EQ(instance.need(1, 0), 4);
  EXPECT_EQ(instance.need(1, 1), 2);
  EXPECT_EQ(instance.horizon(), 6);
  EXPECT_THAT(instance.successors().of(0), ElementsAre(1, 2)) << "sorted, the repetition gone";
  EXPECT_THAT(instance.predecessors().of(2), ElementsAre(0, 1));
  EXPECT_THAT(instance.predecessors().of(0), IsEmpty());
}

TEST(Instance, OrdersPredecessorsFirstAndSmallNumbersFirstAmongEquals) {
  const auto instance = valid({"turned", {}, {{1, {}, {}}, {1, {}, {0}}, {1, {}, {0}}}});
  EXPECT_THAT(instance.topological_order(), ElementsAre(1, 2, 0));
}

TEST(Instance, RefusesEachFaultWithItsPlace) {
  EXPECT_THAT(reasons_of(chain_of_three()), IsEmpty());
  EXPECT_THAT(reasons_of({"empty", {}, {}}), ElementsAre("there is no activity"));

  auto parts = chain_of_three();
  parts.activities[2].duration = -1;
  EXPECT_THAT(reasons_of(parts), ElementsAre("activity 3 has the negative duration -1"));

  parts = chain_of_three();
  parts.activities[1].needs[1] = 3;
  EXPECT_THAT(reasons_of(parts),
              ElementsAre("activity 2 needs 3 of resource R2, of which there are only 2: it can never start"));
  parts.activities[1].needs[1] = -3;
  EXPECT_THAT(reasons_of(parts), ElementsAre("activity 2 needs -3 of resource R2, which is negative"));
  parts.activities[1].needs = {1};
  EXPECT_THAT(reasons_of(parts), ElementsAre("activity 2 has 1 needs, not 2"));

  parts = chain_of_three();
  parts.activities[0].successors = {1, 3};
  EXPECT_THAT(reasons_of(parts), ElementsAre("activity 1 names successor 4, but there are only 3"));
  parts.activities[0].successors = {-1};
  EXPECT_THAT(reasons_of(parts), ElementsAre("activity 1 names successor 0, but there are only 3"));

  parts = chain_of_three();
  parts.capacities[0] = -4;
  EXPECT_EQ(reasons_of(parts).front(), "capacity -4 of resource R1 is not within 0 and 1000000000");

  parts = chain_of_three();
  parts.activities[0].duration = kMostPeriods;
  EXPECT_THAT(reasons_of(parts), ElementsAre("all durations together exceed 1000000"));
}

TEST(Instance, RefusesEverythingAtOnceButNotWithoutEnd) {
  auto parts = chain_of_three();
  parts.activities[0].duration = -1;
  parts.activities[1].needs[0] = 5;
  parts.activities[2].successors = {7};
  EXPECT_EQ(reasons_of(parts).size(), 3U);
  parts.activities.assign(1000, {-1, {0, 0}, {}});
  EXPECT_EQ(reasons_of(parts).size(), 20U);
}

TEST(Instance, NamesThePathOfACircle) {
  auto parts = chain_of_three();
  parts.activities[2].successors = {1};
  EXPECT_THAT(reasons_of(parts), ElementsAre("the arcs go round in a circle: 2 → 3 → 2"));
  parts = chain_of_three();
  parts.activities[1].successors = {1};
  EXPECT_THAT(reasons_of(parts), ElementsAre("the arcs go round in a circle: 2 → 2"));
  // 3 and 4 lie behind the circle of 1 and 2, not on it.
  EXPECT_THAT(reasons_of({"behind", {}, {{1, {}, {1}}, {1, {}, {0, 2}}, {1, {}, {3}}, {1, {}, {}}}}),
              ElementsAre("the arcs go round in a circle: 1 → 2 → 1"));
}

}  // namespace
}  // namespace guatu::planning::rcpsp::test
