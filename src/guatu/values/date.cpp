#include "guatu/values/date.hpp"

#include <array>
#include <fmt/format.h>
#include <optional>

#include "guatu/base/contract.hpp"

namespace guatu {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;
constexpr std::array<std::string_view, 12> kEnglishMonths = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day{date.sys_days()};
}

bool is_day(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear || month > 12 || day > 31) return false;
  return (std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}).ok();
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

Date Date::of(int year, unsigned month, unsigned day) {
  GUATU_REQUIRE(is_day(year, month, day));
  return Date{std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}};
}

int Date::year() const {
  return static_cast<int>(civil(*this).year());
}
unsigned Date::month() const {
  return static_cast<unsigned>(civil(*this).month());
}
unsigned Date::day() const {
  return static_cast<unsigned>(civil(*this).day());
}
unsigned Date::iso_weekday() const {
  return std::chrono::weekday{day_}.iso_encoding();
}

Result<Date> make_date(int year, unsigned month, unsigned day) {
  if (is_day(year, month, day)) return Date::of(year, month, day);
  const std::string text = fmt::format("{}-{}-{}", year, month, day);
  if (year < kFirstYear || year > kLastYear) {
    return make_error(ErrorKind::InvalidInput, text, fmt::format("年份 {} 超出 1900—2200 年，请核对日期。", year),
                      fmt::format("The year {} lies outside 1900–2200; check the date.", year));
  }
  return make_error(ErrorKind::InvalidInput, text, fmt::format("{}年{}月{}日不存在，请核对日期。", year, month, day),
                    fmt::format("There is no such day as {}; check the date.", text));
}

Result<Date> parse_iso_date(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (year && month && day) return make_date(static_cast<int>(*year), *month, *day);
  }
  return make_error(ErrorKind::InvalidInput, std::string(text), "日期应写成 2022-11-30 的样式，请改正。",
                    "A date is written like 2022-11-30; correct it.");
}

std::string format_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

std::string format_dotted(Date date) {
  return fmt::format("{:04}.{:02}.{:02}", date.year(), date.month(), date.day());
}

std::string format_chinese(Date date) {
  return fmt::format("{}年{}月{}日", date.year(), date.month(), date.day());
}

std::string format_english(Date date) {
  return fmt::format("{} {} {}", date.day(), kEnglishMonths[date.month() - 1], date.year());
}

Date end_of_month(Date date) {
  const auto day = civil(date);
  return Date{std::chrono::sys_days{day.year() / day.month() / std::chrono::last}};
}

}  // namespace guatu
