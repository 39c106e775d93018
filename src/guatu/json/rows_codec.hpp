#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/json/figures_codec.hpp"
#include "guatu/reporting/rows/row_filter.hpp"

/// The rows that numbers open to, page by page.
namespace guatu::json {

/// A part of all rows that were found.
template <typename Row>
struct Page {
  std::int64_t total = 0;
  std::int64_t limit = 0;
  std::string next_cursor;  ///< Empty: nothing follows.
  std::vector<Row> rows;
};

/// Over all rows that were found, not only those of the page.
struct RowSums {
  Amount total_investment, year_plan;
};

[[nodiscard]] std::string encode_projects(const NumbersHead& head, const campaign::Campaign& campaign,
                                          const RowSums& sums, const Page<const reporting::ProjectRow*>& page);
[[nodiscard]] std::string encode_procedures(const NumbersHead& head, const campaign::Campaign& campaign,
                                            const Page<reporting::FoundPart>& page);

/// For codecs that show more of a project than its row.
[[nodiscard]] boost::json::object project_row_value(const campaign::Campaign& campaign, Date as_of,
                                                    const reporting::ProjectRow& row);

}  // namespace guatu::json
