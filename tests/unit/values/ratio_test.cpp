#include "guatu/values/ratio.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace guatu {
namespace {

constexpr Ratio kSeventyPercent{70, 100};
constexpr Ratio kTwoThirds{2, 3};

std::string shown(const Ratio& ratio, std::vector<Ratio> ceilings = {}) {
  return percent_text(shown_tenths(ratio, ceilings));
}

TEST(Ratio, ComparesByValue) {
  EXPECT_TRUE(compare({1, 2}, {2, 4}) == 0);
  EXPECT_TRUE(compare({1, 3}, {333'333'333, 1'000'000'000}) > 0);
  EXPECT_TRUE(compare({0, 5}, {0, 9}) == 0);
  EXPECT_TRUE(compare({69, 99}, {7, 10}) < 0);
  EXPECT_FALSE((Ratio{1, 2} == Ratio{2, 4}));
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  EXPECT_TRUE(compare({kMax - 1, kMax}, {kMax - 2, kMax - 1}) > 0);
}

TEST(Ratio, WholeMeansExactlyAll) {
  EXPECT_TRUE(is_whole({9, 9}));
  EXPECT_FALSE(is_whole({8, 9}));
  EXPECT_FALSE(is_whole({0, 0}));
}

TEST(Ratio, IsShownWithOneDecimalHalfUp) {
  const std::vector<std::pair<Ratio, std::string>> cases = {
      {{0, 7}, "0%"},        {{89, 212}, "42%"},    {{8, 19}, "42.1%"},    {{2, 11}, "18.2%"},  {{1, 3}, "33.3%"},
      {{2, 3}, "66.7%"},     {{1, 1}, "100%"},      {{1, 2}, "50%"},       {{1, 2000}, "0.1%"},  // 0.05 is half: up.
      {{49, 100'000}, "0%"}, {{1232, 1560}, "79%"}, {{200, 253}, "79.1%"}, {{0, 0}, "—"},
  };
  for (const auto& [ratio, text] : cases)
    EXPECT_EQ(shown(ratio), text) << ratio.numerator << '/' << ratio.denominator;
}

TEST(Ratio, NeverShowsAHundredPercentEarly) {
  EXPECT_EQ(shown({1999, 2000}), "99.9%");
  EXPECT_EQ(shown({2000, 2000}), "100%");
  EXPECT_EQ(shown({99'949, 100'000}), "99.9%");
  EXPECT_EQ(shown({9'999'999, 10'000'000}), "99.9%");
}

TEST(Ratio, NeverShowsAThresholdEarly) {
  EXPECT_EQ(shown({6996, 10'000}), "70%");
  EXPECT_EQ(shown({6996, 10'000}, {kSeventyPercent}), "69.9%");
  EXPECT_EQ(shown({6994, 10'000}, {kSeventyPercent}), "69.9%");
  EXPECT_EQ(shown({7, 10}, {kSeventyPercent}), "70%");
  EXPECT_EQ(shown({7001, 10'000}, {kSeventyPercent}), "70%");
  EXPECT_EQ(shown({1999, 2000}, {kSeventyPercent}), "99.9%");
}

TEST(Ratio, AThresholdBetweenTwoTenthsIsNotShownEarlyEither) {
  EXPECT_EQ(shown({66'660, 100'000}, {kTwoThirds}), "66.6%");
  EXPECT_EQ(shown({2, 3}, {kTwoThirds}), "66.7%");
  EXPECT_EQ(shown({66'640, 100'000}, {kTwoThirds}), "66.6%");
  EXPECT_EQ(shown({66'667, 100'000}, {kTwoThirds}), "66.7%");
}

TEST(Ratio, CloseThresholdsAreAllRespected) {
  const std::vector<Ratio> both = {{6996, 10'000}, {6998, 10'000}};
  EXPECT_EQ(shown({6995, 10'000}, both), "69.9%");
  EXPECT_EQ(shown({6997, 10'000}, both), "69.9%");
  EXPECT_EQ(shown({6998, 10'000}, both), "70%");
}

TEST(Ratio, CountsBeyondThirtyTwoBits) {
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(shown({kMax - 1, kMax}), "99.9%");
  EXPECT_EQ(shown({kMax, kMax}), "100%");
  EXPECT_EQ(shown({1, kMax}), "0%");
}

TEST(Ratio, PercentText) {
  EXPECT_EQ(percent_text(421), "42.1%");
  EXPECT_EQ(percent_text(420), "42%");
  EXPECT_EQ(percent_text(5), "0.5%");
  EXPECT_EQ(percent_text(0), "0%");
  EXPECT_EQ(percent_text(std::nullopt), "—");
}

TEST(Ratio, ChangeIsTheDifferenceOfWhatIsShown) {
  EXPECT_EQ(change_text(421, 400), "+2.1");
  EXPECT_EQ(change_text(420, 400), "+2");
  EXPECT_EQ(change_text(400, 403), "-0.3");
  EXPECT_EQ(change_text(400, 410), "-1");
  EXPECT_EQ(change_text(400, 400), "0");
  EXPECT_EQ(change_text(std::nullopt, 400), std::nullopt);
  EXPECT_EQ(change_text(400, std::nullopt), std::nullopt);
}

TEST(RatioDeathTest, NothingToCountHasNoOrder) {
  EXPECT_DEATH((void)compare({0, 0}, {1, 2}), "contract broken");
}

}  // namespace
}  // namespace guatu
