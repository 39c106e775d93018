#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/documents/convert_workbook.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"
#include "guatu/intake/workbook.hpp"

/// The one door for whatever file a unit sends. Source: rules 6: the office takes workbooks as units send them.
namespace guatu::documents {

struct ReturnReading {
  ConvertWorkbook convert;  ///< For .xls, .et, .ods and the XML of Office 2003.
  ReadLimits limits;
};

/// The file as a workbook, whatever its name ends with: .xlsx and .xlsm by our own reader, text tables and tables of
/// web pages too, old and open formats after conversion. How it was read stands in `notes`.
/// Errors: `subject` is the message code (not_a_table, encrypted, damaged, too_large, bad_text, converter_missing,
/// not_converted), `reasons` holds the remedy.
[[nodiscard]] Result<intake::Workbook> read_return(std::string_view bytes, const std::string& file_name,
                                                   const ReturnReading& reading);

}  // namespace guatu::documents
