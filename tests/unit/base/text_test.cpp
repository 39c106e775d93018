#include "guatu/base/text.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

using Words = std::vector<std::string>;

struct Case {
  const char* typed;
  const char* read;
};

TEST(Text, NormalisesWhatPeopleType) {
  const Case cases[] = {
      {"", ""},
      {"plain text", "plain text"},
      {"  spaces \t", "spaces"},
      {"２０２２年１１月３０日", "2022年11月30日"},
      {"ＡＢＣ（亿元）：３．５％", "ABC(亿元):3.5%"},
      {"　全角空格　", "全角空格"},
      {"\u00a0不换行空格\u00a0", "不换行空格"},
      {"红山区\n松山区", "红山区 松山区"},
      {"one\ttwo", "one two"},
      {"\x01"
       "控制\x7f符",
       "控制符"},
      {"bell\x07", "bell"},
      {"\ufeff字节序标记", "字节序标记"},
      {"零\u200b宽", "零宽"},
      {"第一行\u2028第二行", "第一行 第二行"},
      {"①", "1"},
      {"㎡", "m2"},
      {"〔2022〕", "〔2022〕"},
  };
  for (const auto& [typed, read] : cases)
    EXPECT_EQ(normalise(typed), read) << typed;
}

TEST(Text, MongolianKeepsItsJoiners) {
  EXPECT_EQ(normalise("ᠮᠣᠩ\u200dᠭᠣᠯ"), "ᠮᠣᠩ\u200dᠭᠣᠯ");
}

TEST(Text, BytesThatAreNotUtf8BecomeTheReplacementCharacter) {
  EXPECT_EQ(normalise("a\xff"
                      "b"),
            "a\ufffdb");
  EXPECT_EQ(normalise("断\xe6\x96"), "断\ufffd");
  EXPECT_EQ(code_points("\xff"), U"\ufffd");
}

TEST(Text, KeyForMatchingHasNoSpaceAndOneKindOfBracket) {
  const Case cases[] = {
      {"", ""},
      {"  ", ""},
      {"总投资（亿元）", "总投资(亿元)"},
      {"总投资【亿元】", "总投资(亿元)"},
      {"总投资〔亿元〕", "总投资(亿元)"},
      {"总投资[亿元]", "总投资(亿元)"},
      {"总投资「亿元」", "总投资(亿元)"},
      {"总投资［亿元］", "总投资(亿元)"},
      {"总 投 资\n(亿元)", "总投资(亿元)"},
      {"总　投\u00a0资\u200b", "总投资"},
      {"No. 1", "no.1"},
      {"[A B]\tC", "(ab)c"},
      {"ＮＯ．１", "no.1"},
      {"零\u200d宽\u200c连接", "零宽连接"},
      {"É", "É"},  // Only ASCII has its capitals lowered.
  };
  for (const auto& [typed, key] : cases)
    EXPECT_EQ(match_key(typed), key) << typed;
}

TEST(Text, KeyWithoutBracketsDropsRemarks) {
  const Case cases[] = {
      {"总投资（亿元）", "总投资"},
      {"总投资", "总投资"},
      {"（新建）道路（一期）工程", "道路工程"},
      {"计划（2023年（含续建））投资", "计划投资"},
      {"总投资（亿元", "总投资(亿元"},
      {"一）总投资", "一)总投资"},
      {"甲（乙（丙）", "甲(乙"},
      {"（亿元）", "(亿元)"},
      {"", ""},
  };
  for (const auto& [typed, key] : cases)
    EXPECT_EQ(match_key_without_brackets(typed), key) << typed;
}

TEST(Text, TrimLeavesTheInsideAlone) {
  EXPECT_EQ(trim("　 ａ　ｂ \n"), "ａ　ｂ");
  EXPECT_EQ(trim(" \t　\u200b"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Text, SplitsAtAnySeparator) {
  EXPECT_EQ(split_any("自治区发改委、 能源局；林草局", "、；;"), (Words{"自治区发改委", "能源局", "林草局"}));
  EXPECT_EQ(split_any("、、甲、", "、"), Words{"甲"});
  EXPECT_EQ(split_any("只有一个", "、"), Words{"只有一个"});
  EXPECT_EQ(split_any("不分", ""), Words{"不分"});
  EXPECT_EQ(split_any("", "、"), Words{});
  // 〃 begins with the same two bytes as 、: separators are characters.
  EXPECT_EQ(split_any("甲〃乙", "、"), Words{"甲〃乙"});
}

TEST(Text, Contains) {
  EXPECT_TRUE(contains("已报自治区", "自治区"));
  EXPECT_TRUE(contains("已报", ""));
  EXPECT_FALSE(contains("已报", "未报"));
}

TEST(Text, CountsCharactersNotBytes) {
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(character_count("abc"), 3U);
  EXPECT_EQ(character_count("重点项目"), 4U);
  EXPECT_EQ(character_count("𠮷野"), 2U);
}

TEST(Text, EditDistanceIsInCharacters) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("", "三字词"), 3U);
  EXPECT_EQ(edit_distance("光伏项目", "光伏项目"), 0U);
  EXPECT_EQ(edit_distance("光伏项目", "光优项目"), 1U);
  EXPECT_EQ(edit_distance("光伏发电项目", "光伏项目"), 2U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Text, DisplayWidthCountsChineseTwice) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("42.1%"), 5U);
  EXPECT_EQ(display_width("红山区 1"), 8U);
  EXPECT_EQ(display_width("（）"), 4U);
}

}  // namespace
}  // namespace guatu
