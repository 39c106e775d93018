#include "guatu/base/pinyin.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

TEST(PinyinInitials, AreTheFirstLettersOfTheReadings) {
  PinyinInitials initials;
  EXPECT_EQ(initials.of("桥头镇污水处理厂"), "qtzwsclc");
  EXPECT_EQ(initials.of("二期工程"), "eqgc");
  EXPECT_EQ(initials.of("安置房"), "azf") << "a reading that begins with a vowel";
  EXPECT_EQ(initials.of("绿色女儿"), "lsne") << "ü is u";
}

TEST(PinyinInitials, KeepLettersAndDigitsAndLeaveTheRestOut) {
  PinyinInitials initials;
  EXPECT_EQ(initials.of("G306 线（二标段）"), "g306xebd");
  EXPECT_EQ(initials.of("１０万千瓦"), "10wqw") << "full-width digits";
  EXPECT_EQ(initials.of("  ——、。"), "");
  EXPECT_EQ(initials.of(""), "");
  EXPECT_EQ(initials.of("\xff\xfe"), "") << "bytes that are no text";
}

TEST(PinyinInitials, AreTheSameWhenAskedAgain) {
  PinyinInitials initials;
  const auto once = initials.of("矿区道路");
  EXPECT_EQ(initials.of("矿区道路"), once);
  EXPECT_EQ(once, "kqdl");
}

}  // namespace
}  // namespace guatu
