#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

/// Workbooks that our own reader does not read, saved as .xlsx by LibreOffice in a process of its own.
namespace guatu::documents {

enum class ForeignFormat { Excel97, OpenDocument, Xml2003 };

/// Gives the bytes of an .xlsx file, or an error whose subject is a message code.
using ConvertWorkbook = std::function<Result<std::string>(std::string_view bytes, ForeignFormat format)>;

struct WorkbookConverter {
  std::string program;  ///< Path of `soffice`; empty when it is not installed.
  std::chrono::seconds time_limit{60};
};

/// The workbook as .xlsx. Its macros are not run, its links not updated; the file is opened as `format` and nothing else. The
/// process has a profile and a temporary folder of its own that nothing survives, at most 1.5 GB of memory, 64 MB a file and
/// `time_limit`; it ends with everything that it has started. `run_helper` says when the network is out of its reach; for
/// elsewhere its settings name a proxy that does not exist.
/// Errors: converter_missing; damaged when it cannot be opened; not_converted when the program fails or takes too long; too_large for more than 20 MB; FileFailed.
[[nodiscard]] Result<std::string> convert_to_xlsx(const WorkbookConverter& converter, std::string_view bytes,
                                                  ForeignFormat format);

}  // namespace guatu::documents
