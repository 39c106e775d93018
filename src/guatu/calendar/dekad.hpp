#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "guatu/values/date.hpp"

/// 旬: the ten-day period that starts on day 1, 11 or 21. Source: rules 1; domain 7.1.
namespace guatu {

struct Dekad {
  int year = 1970;
  unsigned month = 1;
  unsigned part = 1;  ///< 1 上旬, 2 中旬, 3 下旬 (to the end of the month).

  [[nodiscard]] Date first_day() const;
  [[nodiscard]] Date last_day() const;
  [[nodiscard]] Dekad next() const;
  [[nodiscard]] Dekad previous() const;

  friend bool operator==(const Dekad&, const Dekad&) = default;
  friend auto operator<=>(const Dekad&, const Dekad&) = default;
};

[[nodiscard]] Dekad dekad_of(Date day);
/// The latest dekad that ended before `day`. Source: rules 4, "Change".
[[nodiscard]] Dekad last_ended_before(Date day);

[[nodiscard]] Result<Dekad> parse_dekad(std::string_view text);  ///< Exactly "2022-12-D1".
[[nodiscard]] std::string format_dekad(const Dekad& dekad);      ///< "2022-12-D1"
[[nodiscard]] std::string dekad_name_zh(const Dekad& dekad);     ///< "2022年12月上旬"
[[nodiscard]] std::string dekad_name_en(const Dekad& dekad);     ///< "1–10 December 2022"

}  // namespace guatu
