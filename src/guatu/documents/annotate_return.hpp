#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/documents/read_return.hpp"
#include "guatu/intake/message.hpp"

namespace guatu::documents {

/// A return that goes back to its clerk: what `annotate_workbook` does to an .xlsx or .xlsm, whatever file was sent. Old and
/// open formats are converted first, a table that came as text or web page becomes a workbook with its cells (`workbook`, as it was read).
/// Errors: as of `read_return`.
[[nodiscard]] Result<std::string> annotate_return(std::string_view bytes, const intake::Workbook& workbook,
                                                  std::vector<intake::Message> messages, const ReturnReading& reading);

}  // namespace guatu::documents
