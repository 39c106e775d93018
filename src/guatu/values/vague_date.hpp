#pragma once

#include <optional>
#include <string>

#include "guatu/values/date.hpp"

/// A date as people plan it: a day, "11月底", "一季度". The text and its precision are kept beside the days that it means.
/// Source: domain 1.4.
namespace guatu {

enum class DatePrecision { Day, Dekad, Month, Quarter, Year };

struct VagueDate {
  Date first;  ///< First day that the text may mean.
  Date last;   ///< Last one; equal to `first` when a day is meant.
  DatePrecision precision = DatePrecision::Day;
  std::string text;  ///< As written; empty when it was a plain day.

  /// What a deadline counts with: the last day meant.
  [[nodiscard]] Date deadline() const { return last; }
  friend bool operator==(const VagueDate&, const VagueDate&) = default;
};

[[nodiscard]] inline VagueDate exact_day(Date day) {
  return {day, day, DatePrecision::Day, {}};
}

}  // namespace guatu
