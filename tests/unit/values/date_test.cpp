#include "guatu/values/date.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

TEST(Date, RefusesDaysThatDoNotExist) {
  struct {
    int year;
    unsigned month, day;
    bool real;
  } const cases[] = {
      {2022, 11, 30, true},  {2022, 11, 31, false}, {2023, 2, 28, true},   {2023, 2, 29, false}, {2024, 2, 29, true},
      {2100, 2, 29, false},  {2000, 2, 29, true},   {2022, 0, 1, false},   {2022, 13, 1, false}, {2022, 1, 0, false},
      {2022, 1, 32, false},  {1900, 1, 1, true},    {1899, 12, 31, false}, {2200, 12, 31, true}, {2201, 1, 1, false},
      {2022, 268, 1, false}, {2022, 1, 257, false},  // Would be 12 and 1 in one byte.
  };
  for (const auto& [year, month, day, real] : cases) {
    EXPECT_EQ(make_date(year, month, day).has_value(), real) << year << '-' << month << '-' << day;
  }
}

TEST(Date, SaysWhyADayIsRefused) {
  EXPECT_EQ(make_date(2022, 11, 31).error(),
            make_error(ErrorKind::InvalidInput, "2022-11-31", "2022年11月31日不存在，请核对日期。",
                       "There is no such day as 2022-11-31; check the date."));
  EXPECT_EQ(make_date(22, 11, 30).error(),
            make_error(ErrorKind::InvalidInput, "22-11-30", "年份 22 超出 1900—2200 年，请核对日期。",
                       "The year 22 lies outside 1900–2200; check the date."));
}

TEST(Date, ReadsOnlyTheIsoForm) {
  EXPECT_EQ(parse_iso_date("2022-11-30").value(), Date::of(2022, 11, 30));
  for (const char* text : {"", "2022-11-3", "2022-1-30", "2022/11/30", "2022-11-30 ", " 2022-11-3", "20221130",
                           "2022-11-3x", "-022-11-30", "2022-+1-30", "2022-11-30T00"}) {
    const auto read = parse_iso_date(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error(), make_error(ErrorKind::InvalidInput, text, "日期应写成 2022-11-30 的样式，请改正。",
                                       "A date is written like 2022-11-30; correct it."));
  }
  EXPECT_EQ(parse_iso_date("2022-11-31").error(), make_date(2022, 11, 31).error());
}

TEST(Date, HasItsParts) {
  const Date day = Date::of(2023, 1, 28);
  EXPECT_EQ(day.year(), 2023);
  EXPECT_EQ(day.month(), 1U);
  EXPECT_EQ(day.day(), 28U);
  EXPECT_EQ(day.iso_weekday(), 6U);
  EXPECT_EQ(Date::of(2022, 11, 20).iso_weekday(), 7U);
  EXPECT_EQ(Date::of(2022, 11, 21).iso_weekday(), 1U);
  EXPECT_EQ(Date::of(1970, 1, 1), Date{});
  EXPECT_EQ(Date::of(1970, 1, 2).number(), 1);
  EXPECT_EQ(Date::of(1900, 1, 1).number(), -25567);
}

TEST(Date, CountsInWholeDays) {
  EXPECT_EQ(Date::of(2023, 2, 28) + 1, Date::of(2023, 3, 1));
  EXPECT_EQ(Date::of(2024, 2, 28) + 1, Date::of(2024, 2, 29));
  EXPECT_EQ(Date::of(2023, 1, 1) - 1, Date::of(2022, 12, 31));
  EXPECT_EQ(Date::of(2023, 3, 31) - Date::of(2022, 11, 20), 131);
  EXPECT_LT(Date::of(2022, 12, 31), Date::of(2023, 1, 1));
}

TEST(Date, IsWrittenForItsReader) {
  const Date day = Date::of(2022, 12, 5);
  EXPECT_EQ(format_iso(day), "2022-12-05");
  EXPECT_EQ(format_dotted(day), "2022.12.05");
  EXPECT_EQ(format_chinese(day), "2022年12月5日");
  EXPECT_EQ(format_english(day), "5 December 2022");
}

TEST(Date, MonthsEndWhereTheyEnd) {
  EXPECT_EQ(end_of_month(Date::of(2023, 2, 1)), Date::of(2023, 2, 28));
  EXPECT_EQ(end_of_month(Date::of(2024, 2, 29)), Date::of(2024, 2, 29));
  EXPECT_EQ(end_of_month(Date::of(2022, 11, 30)), Date::of(2022, 11, 30));
  EXPECT_EQ(end_of_month(Date::of(2022, 12, 31)), Date::of(2022, 12, 31));
}

TEST(DateDeathTest, OfWantsARealDay) {
  EXPECT_DEATH(Date::of(2022, 11, 31), "contract broken");
}

}  // namespace
}  // namespace guatu
