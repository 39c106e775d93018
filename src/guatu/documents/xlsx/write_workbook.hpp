#pragma once

#include <string>

#include "guatu/base/result.hpp"
#include "guatu/reporting/sheet_model.hpp"

namespace guatu::documents {

/// The bytes of an .xlsx file that looks as the model says. The same model gives the same bytes.
/// Errors: FileFailed when the temporary file cannot be written; InvalidInput when a text is longer than a cell holds.
[[nodiscard]] Result<std::string> write_workbook(const reporting::WorkbookModel& model);

}  // namespace guatu::documents
