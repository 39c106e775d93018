#pragma once

#include "guatu/counting/figures.hpp"
#include "guatu/json/fields.hpp"

/// `rate` of contract 2, shared by figures and leagues.
namespace guatu::json {

[[nodiscard]] boost::json::object rate_value(const counting::Rate& rate);
[[nodiscard]] counting::Rate read_rate(Fields& outer, std::string_view key);
[[nodiscard]] boost::json::object ratio_value(const Ratio& ratio);
[[nodiscard]] Ratio read_ratio(Fields& outer, std::string_view key);

}  // namespace guatu::json
