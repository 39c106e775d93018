#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

/// Exact rates. A rate is two counts; it becomes a percentage only where people read it.
/// Source: rules 4, "Counts compare exactly".
namespace guatu {

/// `numerator` of `denominator`, both ≥ 0. 0/0 is "nothing to count", not zero.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  [[nodiscard]] bool is_defined() const { return denominator > 0; }
  friend bool operator==(const Ratio&, const Ratio&) = default;  ///< Same counts; 1/2 and 2/4 differ here.
};

/// By value: a·d against c·b in 128 bits. Contract: both defined.
[[nodiscard]] std::strong_ordering compare(const Ratio& a, const Ratio& b);
[[nodiscard]] bool is_whole(const Ratio& ratio);  ///< Exactly 100 %.

/// A rate as shown: tenths of a percent, half up, but never at 100 % or at one of `ceilings` before the exact value is
/// there (then it is cut to the tenth below). None for 0/0.
/// Source: rules 4. Ceilings are the targets' thresholds as ratios.
[[nodiscard]] std::optional<int> shown_tenths(const Ratio& ratio, std::span<const Ratio> ceilings);

/// 42.1 → "42.1%", 42.0 → "42%", none → "—".
[[nodiscard]] std::string percent_text(std::optional<int> tenths);

/// Difference of two shown rates in percentage points: "+2.1", "-0.3", "0"; none when either is "—".
[[nodiscard]] std::optional<std::string> change_text(std::optional<int> now, std::optional<int> before);

}  // namespace guatu
