#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

/// A civil day of the Gregorian calendar, without a time and without a zone. A day is not an instant: "2022-11-30" is the
/// same day in every office. Arithmetic is in whole days.
namespace guatu {

class Date {
 public:
  /// 1970-01-01; a value-initialised date is a real day, absence is `std::optional<Date>`.
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}

  /// The day that is certainly valid, for constants and tests. Contract: a real day.
  static Date of(int year, unsigned month, unsigned day);

  [[nodiscard]] constexpr std::chrono::sys_days sys_days() const { return day_; }
  /// Days since 1970-01-01.
  [[nodiscard]] constexpr std::int32_t number() const {
    return static_cast<std::int32_t>(day_.time_since_epoch().count());
  }
  static constexpr Date from_number(std::int32_t number) {
    return Date{std::chrono::sys_days{std::chrono::days{number}}};
  }

  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;
  [[nodiscard]] unsigned day() const;
  /// 1 Monday … 7 Sunday (ISO 8601).
  [[nodiscard]] unsigned iso_weekday() const;

  friend constexpr bool operator==(Date, Date) = default;
  friend constexpr auto operator<=>(Date, Date) = default;
  friend constexpr Date operator+(Date date, int days) { return Date{date.day_ + std::chrono::days{days}}; }
  friend constexpr Date operator-(Date date, int days) { return Date{date.day_ - std::chrono::days{days}}; }
  /// Days from `b` to `a`.
  friend constexpr int operator-(Date a, Date b) { return static_cast<int>((a.day_ - b.day_).count()); }

 private:
  std::chrono::sys_days day_{};
};

/// Errors: InvalidInput for a day that does not exist (31 November, 29 February in a common year) or a year outside 1900–2200.
[[nodiscard]] Result<Date> make_date(int year, unsigned month, unsigned day);
/// Exactly "2022-11-30".
[[nodiscard]] Result<Date> parse_iso_date(std::string_view text);

[[nodiscard]] std::string format_iso(Date date);      ///< 2022-11-30
[[nodiscard]] std::string format_dotted(Date date);   ///< 2022.12.05, as in table 2
[[nodiscard]] std::string format_chinese(Date date);  ///< 2022年12月5日, as in official papers
[[nodiscard]] std::string format_english(Date date);  ///< 5 December 2022
[[nodiscard]] Date end_of_month(Date date);

}  // namespace guatu
