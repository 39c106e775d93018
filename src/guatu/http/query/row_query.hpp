#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/rows_codec.hpp"
#include "guatu/reporting/rows/row_filter.hpp"

/// What lists are asked for: filters, order, page.
namespace guatu::http {

/// Of which day, and known when.
struct When {
  std::optional<Date> as_of;
  std::optional<std::int64_t> known_at;
};
[[nodiscard]] When read_when(QueryReader& query);

/// What is asked of projects, for both lists.
[[nodiscard]] reporting::ProjectFilter read_project_filter(QueryReader& query);
/// What only the list of projects can be asked.
void read_project_list_filter(QueryReader& query, reporting::ProjectFilter& filter);
[[nodiscard]] reporting::PartFilter read_part_filter(QueryReader& query);
/// What only the list of procedures can be asked.
void read_procedure_list_filter(QueryReader& query, reporting::ProjectFilter& project, reporting::PartFilter& part);

/// Which part of all rows. A cursor names the commit that the page before it was of.
struct Paging {
  std::size_t first = 0;
  std::size_t limit = 0;
  std::optional<std::int64_t> seq;
};
[[nodiscard]] Paging read_paging(QueryReader& query);
/// Errors: Conflict when the cursor is of another commit: what stands on the next page is not known any more.
[[nodiscard]] Result<void> check_cursor(const Paging& paging, std::int64_t seq);
/// Empty when nothing follows.
[[nodiscard]] std::string next_cursor(const Paging& paging, std::size_t total, std::int64_t seq);

template <typename Row>
[[nodiscard]] json::Page<Row> page_of(const std::vector<Row>& rows, const Paging& paging, std::int64_t seq) {
  json::Page<Row> page{static_cast<std::int64_t>(rows.size()),
                       static_cast<std::int64_t>(paging.limit),
                       next_cursor(paging, rows.size(), seq),
                       {}};
  for (std::size_t i = paging.first; i < rows.size() && page.rows.size() < paging.limit; ++i)
    page.rows.push_back(rows[i]);
  return page;
}

}  // namespace guatu::http
