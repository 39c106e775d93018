#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"
#include "guatu/intake/workbook.hpp"

/// Tables as text: .csv, .tsv, .txt, as spreadsheet programs and web systems write them. Source: RFC 4180.
namespace guatu::documents {

/// One sheet, named after the file. Encoding by `decode_text`; of comma, tab and semicolon the one that stands most often
/// outside quotes separates, unless a first line "sep=;" says so. Lines end with CRLF, LF or CR; inside quotes they are text.
/// A number that reads back as it is written is a number, all else is text: no zero of 2022.10 or 0012 is lost. What our
/// own ledger and web systems write against formulas ('=1, ="0012") is taken off again.
/// Errors: bad_text or too_large, both naming the line.
[[nodiscard]] Result<intake::Workbook> read_delimited(std::string_view bytes, const std::string& file_name,
                                                      const ReadLimits& limits = {});

}  // namespace guatu::documents
