#include "guatu/intake/amount_reading.hpp"

#include <gtest/gtest.h>

// Source of the spellings: domain 1.4.
namespace guatu::intake {
namespace {

std::optional<std::int64_t> yuan(std::string_view text, AmountUnit unit = AmountUnit::HundredMillionYuan) {
  const auto reading = read_amount(text, unit);
  if (!reading.amount) return std::nullopt;
  return reading.amount->yuan;
}

TEST(AmountReading, Spellings) {
  for (const auto* text :
       {"3.5", "3.5亿", "3.5亿元", "约3.5亿元", "35000万元", "35000万", "350000000元", "3亿5000万", "３．５", " 3.5 "})
    EXPECT_EQ(yuan(text), 350'000'000) << text;
  EXPECT_EQ(yuan("1,234.56", AmountUnit::TenThousandYuan), 12'345'600);
}

TEST(AmountReading, AUnitInTheCellWins) {
  EXPECT_EQ(yuan("35000万元", AmountUnit::Yuan), 350'000'000);
  EXPECT_EQ(yuan("35000", AmountUnit::TenThousandYuan), 350'000'000);
}

TEST(AmountReading, TwoInOneCell) {
  const auto reading = read_amount("3.5/1.2", AmountUnit::HundredMillionYuan);
  ASSERT_TRUE(reading.second.has_value());
  EXPECT_EQ(reading.amount->yuan, 350'000'000);
  EXPECT_EQ(reading.second->yuan, 120'000'000);
}

TEST(AmountReading, Faults) {
  EXPECT_EQ(read_amount("", AmountUnit::Yuan).fault, AmountFault::Blank);
  EXPECT_EQ(read_amount("待定资金", AmountUnit::Yuan).fault, AmountFault::NotAnAmount);
  EXPECT_EQ(read_amount("3.5.2", AmountUnit::Yuan).fault, AmountFault::NotAnAmount);
}

TEST(AmountReading, UnitsInHeadersAndCaptions) {
  EXPECT_EQ(find_amount_unit("总投资（亿元）"), AmountUnit::HundredMillionYuan);
  EXPECT_EQ(find_amount_unit("总投资(万元)"), AmountUnit::TenThousandYuan);
  EXPECT_EQ(find_amount_unit("单位：元"), AmountUnit::Yuan);
  EXPECT_EQ(find_amount_unit("总投资"), std::nullopt);
  EXPECT_EQ(find_amount_unit("填报单位：元宝山区"), std::nullopt);
  EXPECT_EQ(find_amount_unit("填报单位：元宝山区  单位：元"), AmountUnit::Yuan);
}

TEST(AmountReading, TenThousandTimesOffIsDoubted) {
  EXPECT_TRUE(looks_mis_scaled({35'000}, AmountUse::TotalInvestment));             // 3.5 万 for 3.5 亿.
  EXPECT_TRUE(looks_mis_scaled({3'500'000'000'000}, AmountUse::TotalInvestment));  // 35000 亿.
  EXPECT_FALSE(looks_mis_scaled({50'000'000}, AmountUse::TotalInvestment));        // The entry bar itself.
  EXPECT_FALSE(looks_mis_scaled({10'000'000'000}, AmountUse::TotalInvestment));
}

}  // namespace
}  // namespace guatu::intake
