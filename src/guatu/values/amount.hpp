#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

/// Money in whole yuan.
namespace guatu {

enum class AmountUnit { Yuan, TenThousandYuan, HundredMillionYuan };  ///< 元, 万元, 亿元

struct Amount {
  std::int64_t yuan = 0;

  friend auto operator<=>(const Amount&, const Amount&) = default;
  friend Amount operator+(Amount a, Amount b) { return {a.yuan + b.yuan}; }
};

/// A plain decimal number ("3.5", "1,234.56", "-2", a spreadsheet's "3.5E-05") in `unit`, exactly; more decimals than a
/// yuan has are rounded half up, by magnitude below zero. Commas stand between groups of three or not at all.
/// Errors: InvalidInput when it is not a number or leaves ±10^15 yuan.
[[nodiscard]] Result<Amount> parse_amount(std::string_view number, AmountUnit unit);

/// In 亿元 with as many decimals as needed, none needless: 350000000 → "3.5".
[[nodiscard]] std::string format_hundred_million(Amount amount);

}  // namespace guatu
