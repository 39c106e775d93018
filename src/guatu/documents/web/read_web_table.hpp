#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"
#include "guatu/intake/workbook.hpp"

/// Tables of web pages, which web systems send as .xls. Our own reader, because a spreadsheet program makes numbers of what
/// looks like one, and 2022.10 or a long code comes out as something else.
namespace guatu::documents {

/// One sheet with every table of the page below each other, a blank row between two; tables inside a cell are its text.
/// colspan and rowspan are merged ranges, rows that are not displayed are hidden. Encoding and numbers as in `read_delimited`.
/// Errors: not_a_table when there is no table; bad_text; too_large.
[[nodiscard]] Result<intake::Workbook> read_web_table(std::string_view bytes, const std::string& file_name,
                                                      const ReadLimits& limits = {});

}  // namespace guatu::documents
