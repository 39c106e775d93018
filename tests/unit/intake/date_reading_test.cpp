#include "guatu/intake/date_reading.hpp"

#include <gtest/gtest.h>

// Source of the spellings: domain 1.4.
namespace guatu::intake {
namespace {

const Date kReport = Date::of(2022, 12, 10);

const WorkingCalendar& calendar() {
  static const WorkingCalendar kCalendar(national_exceptions(), national_years());
  return kCalendar;
}

DateReading read(std::string_view text, DateUse use = DateUse::Fact) {
  return read_date(text, {kReport, use, &calendar()});
}

TEST(DateReading, FullDates) {
  for (const auto* text :
       {"2022-11-30", "2022/11/30", "2022.11.30", "2022．11．30", "20221130", "2022年11月30日", "22.11.30",
        "二〇二二年十一月三十日", "二○二二年十一月三十日", "11月30日", "11.30", "11-30", "2022-11-30 00:00:00",
        " 2022 年 11 月 30 日 ", "2022年11月30号", "44895", "2022。11。30", "2022、11、30", "2022\\11\\30"})
    EXPECT_EQ(read(text).day(), Date::of(2022, 11, 30)) << text;
}

TEST(DateReading, ADayKeepsNoTextAndAVagueDateKeepsIt) {
  EXPECT_EQ(read("2022.11.30").date->text, "");
  EXPECT_EQ(read("2022年11月底", DateUse::Plan).date->text, "2022年11月底");
}

TEST(DateReading, VagueDatesKeepTheirPrecision) {
  struct {
    const char* text;
    Date first, last;
    DatePrecision precision;
  } const cases[] = {
      {"2022年12月", Date::of(2022, 12, 1), Date::of(2022, 12, 31), DatePrecision::Month},
      {"2022.12", Date::of(2022, 12, 1), Date::of(2022, 12, 31), DatePrecision::Month},
      {"3月份", Date::of(2023, 3, 1), Date::of(2023, 3, 31), DatePrecision::Month},
      {"1月底", Date::of(2023, 1, 21), Date::of(2023, 1, 31), DatePrecision::Dekad},
      {"2月末", Date::of(2023, 2, 21), Date::of(2023, 2, 28), DatePrecision::Dekad},
      {"1月上旬", Date::of(2023, 1, 1), Date::of(2023, 1, 10), DatePrecision::Dekad},
      {"1月中旬", Date::of(2023, 1, 11), Date::of(2023, 1, 20), DatePrecision::Dekad},
      {"2月下旬", Date::of(2023, 2, 21), Date::of(2023, 2, 28), DatePrecision::Dekad},
      {"1月初", Date::of(2023, 1, 1), Date::of(2023, 1, 10), DatePrecision::Dekad},
      {"2022年底", Date::of(2022, 12, 1), Date::of(2022, 12, 31), DatePrecision::Month},
      {"年内", Date::of(2022, 1, 1), Date::of(2022, 12, 31), DatePrecision::Year},
      {"2023年一季度", Date::of(2023, 1, 1), Date::of(2023, 3, 31), DatePrecision::Quarter},
      {"一季度", Date::of(2023, 1, 1), Date::of(2023, 3, 31), DatePrecision::Quarter},
      {"2023年Q1", Date::of(2023, 1, 1), Date::of(2023, 3, 31), DatePrecision::Quarter},
      {"预计2023年1月中旬办结", Date::of(2023, 1, 11), Date::of(2023, 1, 20), DatePrecision::Dekad},
  };
  for (const auto& [text, first, last, precision] : cases) {
    const auto reading = read(text, DateUse::Plan);
    ASSERT_EQ(reading.fault, DateFault::None) << text;
    EXPECT_EQ(reading.date->first, first) << text;
    EXPECT_EQ(reading.date->last, last) << text;
    EXPECT_EQ(reading.date->precision, precision) << text;
  }
}

TEST(DateReading, BeforeSpringFestivalIsTheLastWorkingDayBeforeIt) {
  EXPECT_EQ(read("春节前", DateUse::Plan).date->last, Date::of(2023, 1, 20));
}

TEST(DateReading, TheYearOfAMonthAndDayDependsOnWhatItIsFor) {
  EXPECT_EQ(read("12月5日").day(), Date::of(2022, 12, 5));
  EXPECT_EQ(read("8月5日").day(), Date::of(2022, 8, 5));
  EXPECT_EQ(read("3月5日").day(),
            Date::of(2023, 3, 5));  // A plan under the wrong head: too late for a fact, so it is told.
  EXPECT_EQ(read("3月5日", DateUse::Plan).day(), Date::of(2023, 3, 5));
  EXPECT_EQ(read("12月25日", DateUse::Plan).day(), Date::of(2022, 12, 25));
}

TEST(DateReading, Faults) {
  struct {
    const char* text;
    DateFault fault;
  } const cases[] = {{"", DateFault::Blank},
                     {"  ", DateFault::Blank},
                     {"—", DateFault::Blank},
                     {"待定", DateFault::NoDay},
                     {"近期", DateFault::NoDay},
                     {"长期", DateFault::NoDay},
                     {"11月31日", DateFault::Impossible},
                     {"2022-02-30", DateFault::Impossible},
                     {"2023年2月29日", DateFault::Impossible},
                     {"2022-13-01", DateFault::Impossible},
                     {"4022年4季度", DateFault::Impossible},
                     {"4022年12月", DateFault::Impossible},
                     {"4022年12月5日", DateFault::Impossible},
                     {"4022年底", DateFault::NotADate},
                     {"2022.1", DateFault::Ambiguous},
                     {"张三", DateFault::NotADate},
                     {"2022年", DateFault::None},
                     {"12", DateFault::NotADate}};
  for (const auto& [text, fault] : cases)
    EXPECT_EQ(read(text).fault, fault) << text;
}

TEST(DateReading, SerialsOfThisCentury) {
  EXPECT_EQ(find_serial_day(44895), Date::of(2022, 11, 30));
  EXPECT_EQ(find_serial_day(44895.75), Date::of(2022, 11, 30));
  EXPECT_EQ(find_serial_day(36526), Date::of(2000, 1, 1));
  EXPECT_EQ(find_serial_day(36525), std::nullopt);
  EXPECT_EQ(find_serial_day(-1), std::nullopt);
  EXPECT_EQ(find_serial_day(1e300), std::nullopt);
}

DateReading read_number(double number, CellKind kind = CellKind::Number) {
  Sheet sheet;
  Cell cell;
  cell.kind = kind;
  cell.number = number;
  sheet.cells.push_back(cell);
  return read_date_cell(sheet, sheet.cells.front(), {kReport, DateUse::Fact, &calendar()});
}

TEST(DateReading, CellsThatHoldNumbers) {
  EXPECT_EQ(read_number(44895, CellKind::Date).day(), Date::of(2022, 11, 30));
  EXPECT_EQ(read_number(44895).day(), Date::of(2022, 11, 30));
  EXPECT_EQ(read_number(20221130).day(), Date::of(2022, 11, 30));
  EXPECT_EQ(read_number(2022.1).fault, DateFault::Ambiguous);
  EXPECT_EQ(read_number(12.1).fault, DateFault::Ambiguous);  // 12.10 without its zero.
  EXPECT_EQ(read_number(11.15).day(), Date::of(2022, 11, 15));
}

}  // namespace
}  // namespace guatu::intake
