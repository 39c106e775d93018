#pragma once

#include "guatu/base/result.hpp"
#include "guatu/reporting/raw_workbook.hpp"

namespace guatu::documents {

/// The first sheet as the text file that a spreadsheet program saves of it: every cell as it is shown, without merges, fonts,
/// formulas and whatever is hidden. Lines end in CR LF.
/// Errors: FileFailed when the encoding cannot write a character.
[[nodiscard]] Result<std::string> write_raw_text(const reporting::RawWorkbook& workbook, reporting::RawText form);

}  // namespace guatu::documents
