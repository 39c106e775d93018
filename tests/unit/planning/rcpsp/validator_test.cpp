#include "guatu/planning/rcpsp/validator.hpp"

#include <gmock/gmock.h>

#include "tests/unit/planning/rcpsp/networks.hpp"

// The validator: nothing wrong, each fault alone, two together, the boundary moment.
namespace guatu::planning::rcpsp::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// 1 before 2; 3 beside them. Resources of 2 and 1.
Instance three_activities() {
  return valid({"three", {2, 1}, {{2, {1, 1}, {1}}, {3, {2, 0}, {}}, {2, {1, 1}, {}}}});
}

std::vector<std::string> faults_of(const Starts& starts) {
  std::vector<std::string> faults;
  for (const auto& fault : schedule_faults(three_activities(), starts)) {
    EXPECT_FALSE(fault.zh.empty());
    faults.push_back(fault.en);
  }
  return faults;
}

TEST(Validator, TakesWhatCanBeCarriedOut) {
  EXPECT_THAT(faults_of({0, 4, 2}), IsEmpty()) << "one after the other, each at the moment the last one ends";
  EXPECT_THAT(faults_of({0, 2, 5}), IsEmpty());
  EXPECT_THAT(faults_of({10, 20, 30}), IsEmpty()) << "idle time is no fault";
}

TEST(Validator, NamesEachFault) {
  EXPECT_THAT(faults_of({-1, 4, 2}), ElementsAre("activity 1 starts at -1, before 0"));
  EXPECT_THAT(faults_of({0, 1, 4}), ElementsAre("activity 2 starts at 1, before its predecessor 1 ends at 2",
                                                "from moment 1 on 3 of resource R1 are in use, but there are only 2"));
  EXPECT_THAT(faults_of({0, 3, 1}), ElementsAre("from moment 1 on 2 of resource R2 are in use, but there are only 1"));
  EXPECT_THAT(faults_of({0, 3}), ElementsAre("2 starts for 3 activities"));
}

TEST(Validator, NamesEachResource) {
  EXPECT_THAT(faults_of({0, 9, 0}), ElementsAre("from moment 0 on 2 of resource R2 are in use, but there are only 1"));
  EXPECT_THAT(faults_of({0, 2, 4}), ElementsAre("from moment 4 on 3 of resource R1 are in use, but there are only 2"));
}

TEST(Validator, SurvivesTheLargestNumbers) {
  constexpr auto kLatest = std::numeric_limits<Time>::max();
  EXPECT_THAT(faults_of({0, kLatest, 2}), IsEmpty());
}

}  // namespace
}  // namespace guatu::planning::rcpsp::test
