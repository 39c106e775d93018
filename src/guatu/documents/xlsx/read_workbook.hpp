#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"
#include "guatu/intake/workbook.hpp"

namespace guatu::documents {

/// The cells of an .xlsx or .xlsm file. Macros, pictures, charts and links are left alone and told in `notes` and
/// `Sheet::pictures`; formulas give their cached values.
/// Errors: `subject` is the message code (encrypted, damaged, too_large, not_a_table), `reasons` holds the remedy.
[[nodiscard]] Result<intake::Workbook> read_workbook(std::string_view bytes, const std::string& file_name,
                                                     const ReadLimits& limits = {});

}  // namespace guatu::documents
