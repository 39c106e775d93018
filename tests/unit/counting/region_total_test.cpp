#include "guatu/counting/region_total.hpp"

#include <gtest/gtest.h>

namespace guatu::counting {
namespace {

Figures city(std::int64_t finished, std::int64_t counted) {
  Figures figures;
  figures.projects.counted = counted;
  figures.projects.finished = finished;
  figures.projects.finished_rate.ratio = {finished, counted};
  figures.projects.invested.counted = Amount{counted * 100};
  figures.procedures.strict.ratio = {finished * 9, counted * 9};
  figures.procedures.overdue = counted - finished;
  StateCounts counts;
  counts.total = counted;
  counts.by_state[static_cast<std::size_t>(ProcedureState::Finished)] = finished;
  counts.strict.ratio = {finished, counted};
  figures.by_kind.push_back({KindCode{"energy"}, {"节能审查", "energy"}, counts});
  figures.targets.push_back({"t1", {"第一步", "first"}, {}, {}, {7, 10}, Date::of(2023, 2, 28), std::nullopt});
  return figures;
}

RegionTotal total_of(const std::vector<Figures>& cities) {
  std::vector<const Figures*> list;
  for (const auto& each : cities)
    list.push_back(&each);
  return add_up_cities(list);
}

TEST(RegionTotal, AddsCountsAndNeverRates) {
  const auto total = total_of({city(1, 2), city(1, 100)});
  EXPECT_EQ(total.projects.counted, 102);
  EXPECT_EQ(total.projects.finished_rate.ratio, (Ratio{2, 102}));
  EXPECT_EQ(total.projects.finished_rate.text(), "2%");
  EXPECT_EQ(total.projects.invested.counted, Amount{10'200});
  EXPECT_EQ(total.procedures.strict.ratio, (Ratio{18, 918}));
  EXPECT_EQ(total.procedures.overdue, 100);
}

TEST(RegionTotal, OfNoCityIsEmpty) {
  const auto total = total_of({});
  EXPECT_EQ(total.projects.counted, 0);
  EXPECT_EQ(total.projects.finished_rate.text(), "—");
  EXPECT_TRUE(total.by_kind.empty());
}

TEST(RegionTotal, JoinsKindsByCodeAndKeepsThoseOfOneCity) {
  auto other = city(3, 4);
  other.by_kind.insert(other.by_kind.begin(), {KindCode{"water"}, {"取水许可", "water"}, {}});
  const auto total = total_of({city(1, 2), other});
  ASSERT_EQ(total.by_kind.size(), 2U);
  EXPECT_EQ(total.by_kind[0].kind, KindCode{"energy"});
  EXPECT_EQ(total.by_kind[0].counts.total, 6);
  EXPECT_EQ(total.by_kind[0].counts.strict.ratio, (Ratio{4, 6}));
  EXPECT_EQ(total.by_kind[1].kind, KindCode{"water"});
}

TEST(RegionTotal, AShownRateDoesNotReachACitysThresholdBeforeItIsThere) {
  EXPECT_EQ(total_of({city(69'999, 100'000)}).projects.finished_rate.text(), "69.9%");
  EXPECT_EQ(total_of({city(70'000, 100'000)}).projects.finished_rate.text(), "70%");
}

TEST(RegionTotal, TellsHowManyCitiesHaveReachedATarget) {
  std::vector cities{city(1, 2), city(1, 2), city(1, 2)};
  cities[0].targets[0].met = true;
  cities[1].targets[0].met = false;
  const auto total = total_of(cities);
  ASSERT_EQ(total.targets.size(), 1U);
  EXPECT_EQ(total.targets[0], (RegionTarget{"t1", {"第一步", "first"}, 3, 1, 1}));
}

}  // namespace
}  // namespace guatu::counting
