#include "guatu/reporting/wording.hpp"

#include <gtest/gtest.h>

namespace guatu::reporting {
namespace {

TEST(Wording, ChineseNumbers) {
  const std::vector<std::pair<int, const char*>> table{{0, "零"},    {1, "一"},     {9, "九"},    {10, "十"},
                                                       {11, "十一"}, {19, "十九"},  {20, "二十"}, {21, "二十一"},
                                                       {30, "三十"}, {99, "九十九"}};
  for (const auto& [value, words] : table)
    EXPECT_EQ(chinese_number(value), words);
}

TEST(Wording, TwoPlacesAreLiang) {
  EXPECT_EQ(place_count(2), "两");
  EXPECT_EQ(place_count(3), "三");
  EXPECT_EQ(place_count(12), "十二");
}

TEST(Wording, ListsAreCutWithTheirNumber) {
  EXPECT_EQ(joined({}), "");
  EXPECT_EQ(joined({"甲"}), "甲");
  EXPECT_EQ(joined({"甲", "乙"}), "甲、乙");
  EXPECT_EQ(joined_up_to({"甲", "乙"}, 2), "甲、乙");
  EXPECT_EQ(joined_up_to({"甲", "乙", "丙"}, 2), "甲、乙等3个");
}

TEST(Wording, ChangesNameTheirBase) {
  counting::Rate rate{{89, 212}, 420, std::nullopt};
  EXPECT_EQ(rate_words(rate), "42%（89/212）");
  EXPECT_EQ(change_words(rate, "上一旬"), "");
  rate.change = "+2.1";
  EXPECT_EQ(change_words(rate, "上一旬"), "较上一旬提高2.1个百分点");
  rate.change = "-0.3";
  EXPECT_EQ(change_words(rate, "上一旬"), "较上一旬下降0.3个百分点");
  rate.change = "0";
  EXPECT_EQ(change_words(rate, "上一旬"), "与上一旬持平");
}

}  // namespace
}  // namespace guatu::reporting
