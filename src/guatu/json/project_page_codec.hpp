#pragma once

#include <string>

#include "guatu/json/figures_codec.hpp"
#include "guatu/reporting/rows/day_rows.hpp"

namespace guatu::json {

/// One project with all that is known of it on the day: record, plan, procedures with their facts, counts, life.
[[nodiscard]] std::string encode_project_page(const NumbersHead& head, const campaign::Campaign& campaign,
                                              const reporting::ProjectRow& row);

/// 138****1234: what a page may show of a number.
[[nodiscard]] std::string masked_phone(const std::string& phone);

}  // namespace guatu::json
