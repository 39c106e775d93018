#pragma once

#include <string>
#include <vector>

#include "guatu/counting/trend.hpp"
#include "guatu/json/figures_codec.hpp"
#include "guatu/reporting/rows/figure_rules.hpp"

namespace guatu::json {

/// The curve: {as_of, known_at, seq, counted, finished, days_left, targets, points}.
[[nodiscard]] std::string encode_trend(const NumbersHead& head, const campaign::Campaign& campaign,
                                       const counting::Trend& trend);

/// {seq, rules:[{id, name, text, source, rows, …}]}; `base` is what every address of rows begins with.
[[nodiscard]] std::string encode_rules(std::int64_t seq, const std::vector<reporting::FigureRule>& rules,
                                       const std::string& base);
[[nodiscard]] std::string encode_rule(const reporting::FigureRule& rule, const std::string& base);

}  // namespace guatu::json
