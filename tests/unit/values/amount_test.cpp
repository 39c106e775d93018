#include "guatu/values/amount.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

TEST(Amount, IsReadExactlyInItsUnit) {
  struct {
    const char* text;
    AmountUnit unit;
    std::int64_t yuan;
  } const cases[] = {
      {"3.5", AmountUnit::HundredMillionYuan, 350'000'000},
      {"35000", AmountUnit::TenThousandYuan, 350'000'000},
      {"350000000", AmountUnit::Yuan, 350'000'000},
      {"1,234.56", AmountUnit::TenThousandYuan, 12'345'600},
      {"12,345,678", AmountUnit::Yuan, 12'345'678},
      {"0", AmountUnit::HundredMillionYuan, 0},
      {"-0", AmountUnit::HundredMillionYuan, 0},
      {"0.00000001", AmountUnit::HundredMillionYuan, 1},
      {"0.29", AmountUnit::HundredMillionYuan, 29'000'000},  // 28999999.999… in binary.
      {"1.15", AmountUnit::TenThousandYuan, 11'500},
      {".5", AmountUnit::HundredMillionYuan, 50'000'000},
      {"5.", AmountUnit::HundredMillionYuan, 500'000'000},
      {"007", AmountUnit::Yuan, 7},
      {"+2", AmountUnit::Yuan, 2},
      {"-2", AmountUnit::Yuan, -2},
      {" 3.5 ", AmountUnit::Yuan, 4},
      {"3.5E-05", AmountUnit::HundredMillionYuan, 3'500},
      {"1.5e+3", AmountUnit::Yuan, 1'500},
      {"1E15", AmountUnit::Yuan, 1'000'000'000'000'000},
      {"0E999999999999", AmountUnit::Yuan, 0},
      {"1E-999999999999", AmountUnit::Yuan, 0},
      {"0.000000000000000000001E21", AmountUnit::Yuan, 1},
  };
  for (const auto& [text, unit, yuan] : cases) {
    const auto read = parse_amount(text, unit);
    ASSERT_TRUE(read.has_value()) << text;
    EXPECT_EQ(read->yuan, yuan) << text;
  }
}

TEST(Amount, LessThanAYuanIsRoundedHalfUp) {
  EXPECT_EQ(parse_amount("0.4", AmountUnit::Yuan)->yuan, 0);
  EXPECT_EQ(parse_amount("0.49999999", AmountUnit::Yuan)->yuan, 0);
  EXPECT_EQ(parse_amount("0.5", AmountUnit::Yuan)->yuan, 1);
  EXPECT_EQ(parse_amount("0.05", AmountUnit::Yuan)->yuan, 0);
  EXPECT_EQ(parse_amount("1.5", AmountUnit::Yuan)->yuan, 2);
  EXPECT_EQ(parse_amount("-1.5", AmountUnit::Yuan)->yuan, -2);
  EXPECT_EQ(parse_amount("0.000000005", AmountUnit::HundredMillionYuan)->yuan, 1);
  EXPECT_EQ(parse_amount("9.99999", AmountUnit::TenThousandYuan)->yuan, 100'000);
}

TEST(Amount, WhatIsNoNumberIsRefused) {
  for (const char* text :
       {"",        ".",   "-",     "+",   "E5",    "3.5E", "3.5E+", "3.5亿", "1,23",    "1234,567", ",123",
        "1,234,5", "3,5", "1.2.3", "--1", "1 000", "0x10", "inf",   "nan",   "3.5/1.2", "1.234,5"}) {
    const auto read = parse_amount(text, AmountUnit::HundredMillionYuan);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error(), make_error(ErrorKind::InvalidInput, text, "金额应为数字，如 3.5 或 1,234.56，请改正。",
                                       "An amount is a number such as 3.5 or 1,234.56; correct it."));
  }
}

TEST(Amount, EndsAtTenToTheFifteen) {
  EXPECT_EQ(parse_amount("10000000", AmountUnit::HundredMillionYuan)->yuan, 1'000'000'000'000'000);
  EXPECT_EQ(parse_amount("-10000000", AmountUnit::HundredMillionYuan)->yuan, -1'000'000'000'000'000);
  EXPECT_EQ(parse_amount("1000000000000000.4", AmountUnit::Yuan)->yuan, 1'000'000'000'000'000);
  for (const char* text : {"10000000.00000001", "99999999999999999999999", "1E999999999999", "1E8"}) {
    const auto read = parse_amount(text, AmountUnit::HundredMillionYuan);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error(), make_error(ErrorKind::InvalidInput, text, "金额超出一千万亿元，请核对单位和数字。",
                                       "The amount is beyond 10^15 yuan; check unit and digits."));
  }
  EXPECT_FALSE(parse_amount("1000000000000000.5", AmountUnit::Yuan).has_value());
}

TEST(Amount, AVeryLongTextIsNoNumber) {
  EXPECT_FALSE(parse_amount(std::string(100'000, '1'), AmountUnit::Yuan).has_value());
  EXPECT_FALSE(parse_amount(std::string(100'000, '0'), AmountUnit::Yuan).has_value());
}

TEST(Amount, IsShownInHundredMillions) {
  EXPECT_EQ(format_hundred_million({350'000'000}), "3.5");
  EXPECT_EQ(format_hundred_million({0}), "0");
  EXPECT_EQ(format_hundred_million({1}), "0.00000001");
  EXPECT_EQ(format_hundred_million({100'000'000}), "1");
  EXPECT_EQ(format_hundred_million({1'000'000'000}), "10");
  EXPECT_EQ(format_hundred_million({-50'000'000}), "-0.5");
  EXPECT_EQ(format_hundred_million({12'345'600}), "0.123456");
}

TEST(Amount, Adds) {
  EXPECT_EQ(Amount{3} + Amount{4}, Amount{7});
}

}  // namespace
}  // namespace guatu
