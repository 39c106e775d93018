#pragma once

#include <boost/json.hpp>
#include <vector>

#include "guatu/reporting/rows/day_rows.hpp"
#include "guatu/reporting/rows/project_counts.hpp"

/// One procedure part as a project's page shows it. Only codecs include this header.
namespace guatu::json {

[[nodiscard]] boost::json::object part_page_value(const campaign::Campaign& campaign, Date as_of,
                                                  const reporting::ProjectRow& row, std::size_t part);
[[nodiscard]] boost::json::array counts_value(const std::vector<reporting::RateCount>& counts);

}  // namespace guatu::json
