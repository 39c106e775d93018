#pragma once

#include <optional>
#include <string_view>

#include "guatu/values/amount.hpp"

/// Money as people write it. Source: domain 1.4, "Amounts".
namespace guatu::intake {

enum class AmountFault { None, Blank, NotAnAmount };

struct AmountReading {
  AmountFault fault = AmountFault::None;
  std::optional<Amount> amount;
  std::optional<Amount> second;  ///< 3.5/1.2: total and this year's plan in one cell.
};

/// 3.5亿, 35000万元, 3亿5000万, 约3.5亿元, 1,234.56. A unit in the cell wins over `unit`.
[[nodiscard]] AmountReading read_amount(std::string_view text, AmountUnit unit);

/// The unit named in a header or caption: 总投资（万元）, 单位：亿元.
[[nodiscard]] std::optional<AmountUnit> find_amount_unit(std::string_view text);

/// 10,000 times too large or too small for a key project: the unit was mistaken. Source: domain 1.4 (entry bar 5000万元).
enum class AmountUse { TotalInvestment, YearPlan };
[[nodiscard]] bool looks_mis_scaled(Amount amount, AmountUse use);

}  // namespace guatu::intake
