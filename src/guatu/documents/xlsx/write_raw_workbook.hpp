#pragma once

#include "guatu/base/result.hpp"
#include "guatu/reporting/raw_workbook.hpp"

namespace guatu::documents {

/// The workbook as the bytes of an .xlsx file, every cell stored the way it asks for. The same workbook gives the same bytes.
/// Errors: FileFailed.
[[nodiscard]] Result<std::string> write_raw_workbook(const reporting::RawWorkbook& workbook);

}  // namespace guatu::documents
