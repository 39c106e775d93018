#include <gtest/gtest.h>

#include "guatu/intake/authority_reading.hpp"
#include "guatu/intake/caption_reading.hpp"
#include "guatu/intake/chinese_number.hpp"
#include "guatu/intake/identity.hpp"

namespace guatu::intake {
namespace {

TEST(AuthorityReading, WordsAliasesAndQuestions) {
  campaign::FormWords form;
  form.authority_words = {{Authority::State, "国家级"},
                          {Authority::Region, "自治区级"},
                          {Authority::City, "市级"},
                          {Authority::County, "旗县级"}};
  form.authority_aliases = {{Authority::County, "县级"}};
  form.authority_ambiguous = {"区级"};
  EXPECT_EQ(read_authority("市级", form).authority, Authority::City);
  EXPECT_EQ(read_authority("市", form).authority, Authority::City);
  EXPECT_EQ(read_authority("自治区", form).authority, Authority::Region);
  EXPECT_EQ(read_authority("县级", form).authority, Authority::County);
  for (const auto* blank : {"", "—", "无"})
    EXPECT_EQ(read_authority(blank, form).fault, AuthorityFault::Blank) << blank;
  EXPECT_EQ(read_authority("区级", form).fault, AuthorityFault::Ambiguous);
  EXPECT_EQ(read_authority("省里", form).fault, AuthorityFault::Unknown);
}

TEST(CaptionReading, DekadsInText) {
  const auto start = Date::of(2022, 11, 15);
  for (const auto* text : {"2022年12月上旬", "截至2022年12月10日", "2022-12-D1", "填报时间：2022年12月10日", "12月上旬",
                           "2023年新建重点项目任务表（12月上旬）"})
    EXPECT_EQ(find_dekad_in(text, start), (Dekad{2022, 12, 1})) << text;
  EXPECT_EQ(find_dekad_in("1月下旬", start), (Dekad{2023, 1, 3}));
  EXPECT_EQ(find_dekad_in("填报时间：2022年12月9日", start), std::nullopt);
  EXPECT_EQ(find_dekad_in("任务表", start), std::nullopt);
  for (const auto* slip :
       {"4022年12月上旬", "2202年12月上旬", "202年12月上旬", "4022-12-D1", "1900-01-D1", "截至4022年12月10日"})
    EXPECT_EQ(find_dekad_in(slip, start), std::nullopt) << slip;
}

TEST(ChineseNumber, BecomesArabic) {
  EXPECT_EQ(with_arabic_digits("二〇二二年十一月三十日"), "2022年11月30日");
  EXPECT_EQ(with_arabic_digits("十二月二十一日"), "12月21日");
  EXPECT_EQ(with_arabic_digits("第一季度"), "第1季度");
  EXPECT_EQ(with_arabic_digits("2022年"), "2022年");
}

TEST(Identity, OneNameInManySpellings) {
  EXPECT_EQ(name_key("红石（一期） 工程"), name_key("红石(一期)工程"));
  EXPECT_EQ(name_key("ＡＢ工程"), name_key("AB工程"));
  EXPECT_EQ(name_key("红石〔一期〕工程"), name_key("红石[一期]工程"));
  EXPECT_NE(name_key("红石一期工程"), name_key("红石二期工程"));
}

}  // namespace
}  // namespace guatu::intake
