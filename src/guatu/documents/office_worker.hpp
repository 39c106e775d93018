#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/reporting/bulletin_input.hpp"

/// LibreOffice in a process of its own, with its own profile, fonts and time limit: whatever it does, it does not do to us.
namespace guatu::documents {

struct OfficeWorker {
  std::string program;  ///< Path of `soffice`.
  std::chrono::seconds time_limit{180};
  std::string fonts{};  ///< Folder with fonts of the office's own; may be empty.
};

/// Each paper as PDF, "通报.pdf" for "通报.docx", in the same order. Where a font that the papers name is missing, one of the
/// same kind stands in for it.
/// Errors: Unsupported when the program fails, gives nothing or does not end within its time.
[[nodiscard]] Result<std::vector<reporting::Paper>> convert_to_pdf(const OfficeWorker& worker,
                                                                   const std::vector<reporting::Paper>& papers);

}  // namespace guatu::documents
