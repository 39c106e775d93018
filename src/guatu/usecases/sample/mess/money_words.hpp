#pragma once

#include <optional>

#include "guatu/usecases/sample/mess/hand.hpp"
#include "guatu/usecases/sample/mess/written.hpp"
#include "guatu/values/amount.hpp"

/// How clerks write money. Source: domain 1.4.
namespace guatu::usecases::mess {

[[nodiscard]] Written write_money(const std::optional<Amount>& amount, const std::string& field, const Hand& hand);
/// Total and this year's plan in one cell: 3.5/1.2.
[[nodiscard]] Written write_two_amounts(const std::optional<Amount>& total, const std::optional<Amount>& year,
                                        const Hand& hand);
/// 单位：亿元, when the caption has to say it; empty otherwise.
[[nodiscard]] std::string money_caption(const Hand& hand);

}  // namespace guatu::usecases::mess
