#include "guatu/leagues/ranking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace guatu::leagues {
namespace {

using ::testing::ElementsAre;

Standing standing(counting::UnitIndex unit, Ratio rate, std::int64_t unfinished = 0, std::int64_t overdue = 0) {
  Standing standing;
  standing.unit = unit;
  standing.score.rate = rate;
  standing.score.unfinished_procedures = unfinished;
  standing.score.overdue = overdue;
  return standing;
}

std::vector<Standing> ranked(const std::vector<Ratio>& rates) {
  std::vector<Standing> standings;
  for (const auto& rate : rates)
    standings.push_back(standing(static_cast<counting::UnitIndex>(standings.size()), rate));
  return rank_standings(std::move(standings));
}

std::vector<int> ranks(const std::vector<Standing>& standings) {
  std::vector<int> ranks;
  for (const auto& standing : standings)
    ranks.push_back(standing.rank);
  return ranks;
}

std::vector<int> units(const std::vector<Standing>& standings) {
  std::vector<int> units;
  for (const auto& standing : standings)
    units.push_back(standing.unit);
  return units;
}

/// Units in the bottom group.
std::vector<int> bottom(const std::vector<Ratio>& rates, int size, const Ratio* threshold = nullptr) {
  auto standings = ranked(rates);
  mark_bottom(standings, size, threshold);
  std::vector<int> units;
  for (const auto& standing : standings)
    if (standing.bottom) units.push_back(standing.unit);
  return units;
}

TEST(Ranking, TiesShareAPlaceAndTheNextPlacesAreLeftOut) {
  const auto standings = ranked({{1, 4}, {1, 2}, {2, 4}, {3, 4}});
  EXPECT_THAT(ranks(standings), ElementsAre(1, 2, 2, 4));
  EXPECT_THAT(units(standings), ElementsAre(3, 1, 2, 0));
  EXPECT_FALSE(standings[0].tied);
  EXPECT_TRUE(standings[1].tied);
  EXPECT_TRUE(standings[2].tied);
  EXPECT_FALSE(standings[3].tied);
}

TEST(Ranking, RatesThatLookAlikeAreNotTied) {
  const auto standings = ranked({{333, 1000}, {1, 3}});  // 33.3 % both, as shown.
  EXPECT_THAT(units(standings), ElementsAre(1, 0));
  EXPECT_THAT(ranks(standings), ElementsAre(1, 2));
}

TEST(Ranking, TiesAreOrderedForDisplayOnly) {
  const auto standings =
      rank_standings({standing(0, {1, 2}, 5, 0), standing(1, {1, 2}, 3, 2), standing(2, {1, 2}, 3, 1),
                      standing(3, {2, 4}, 3, 1), standing(4, {1, 2}, 2, 9)});
  EXPECT_THAT(units(standings), ElementsAre(4, 2, 3, 1, 0));
  EXPECT_THAT(ranks(standings), ElementsAre(1, 1, 1, 1, 1));
}

TEST(Ranking, Empty) {
  EXPECT_TRUE(ranked({}).empty());
}

TEST(BottomGroup, IsTheLowestPlaces) {
  EXPECT_THAT(bottom({{9, 10}, {8, 10}, {7, 10}, {6, 10}, {5, 10}}, 3), ElementsAre(2, 3, 4));
  EXPECT_THAT(bottom({{9, 10}, {8, 10}, {7, 10}, {6, 10}, {5, 10}}, 0), ElementsAre());
}

TEST(BottomGroup, ATieAcrossTheLineTakesAllItsMembersIn) {
  EXPECT_THAT(bottom({{9, 10}, {6, 10}, {3, 5}, {60, 100}, {5, 10}}, 2), ElementsAre(1, 2, 3, 4));
  // A tie above the line does not.
  EXPECT_THAT(bottom({{9, 10}, {6, 10}, {6, 10}, {5, 10}, {4, 10}}, 2), ElementsAre(3, 4));
  // Nor one that ends at the line.
  EXPECT_THAT(bottom({{9, 10}, {6, 10}, {5, 10}, {5, 10}}, 2), ElementsAre(2, 3));
}

TEST(BottomGroup, NeverTakesAWholeUnit) {
  EXPECT_THAT(bottom({{1, 1}, {4, 4}, {1, 2}}, 2), ElementsAre(2));
  EXPECT_THAT(bottom({{1, 1}, {4, 4}}, 2), ElementsAre());
}

TEST(BottomGroup, NeverTakesWhoSharesTheFirstPlace) {
  EXPECT_THAT(bottom({{0, 3}, {0, 5}, {0, 1}}, 2), ElementsAre());
  EXPECT_THAT(bottom({{1, 2}, {2, 4}, {0, 1}}, 3), ElementsAre(2));
  EXPECT_THAT(bottom({{0, 1}}, 3), ElementsAre());
}

TEST(BottomGroup, TheGuardLeavesItsPlaceEmpty) {
  std::vector<Standing> standings;
  const Ratio rates[] = {{9, 10}, {8, 10}, {6, 10}, {5, 10}};
  const Ratio guards[] = {{0, 1}, {0, 1}, {70, 100}, {69, 100}};  // Unit 2 reached 70 % exactly, unit 3 missed by one.
  for (int i = 0; i < 4; ++i) {
    standings.push_back(standing(i, rates[i]));
    standings.back().score.guard = guards[i];
  }
  standings = rank_standings(std::move(standings));
  const Ratio threshold{7, 10};
  mark_bottom(standings, 2, &threshold);
  EXPECT_FALSE(standings[1].bottom);  // Does not move into the guarded unit's place.
  EXPECT_FALSE(standings[2].bottom);
  EXPECT_TRUE(standings[3].bottom);
  mark_bottom(standings, 2, nullptr);
  EXPECT_TRUE(standings[2].bottom);
}

TEST(BottomGroup, AGuardWithNothingToMeasureProtectsNobody) {
  auto standings = ranked({{1, 2}, {1, 3}});
  const Ratio threshold{0, 1};
  mark_bottom(standings, 1, &threshold);
  EXPECT_TRUE(standings[1].bottom);
}

}  // namespace
}  // namespace guatu::leagues
