#pragma once

#include <string>
#include <string_view>

/// CSV as offices open it: UTF-8 with BOM, CRLF, quotes where needed, text that a spreadsheet would take for a formula
/// kept as text by a leading apostrophe. Source: contract 2, `ledger`.
namespace guatu::reporting {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One field. Text that begins with = + - @ tab or return, or with an apostrophe, gets an apostrophe before it.
[[nodiscard]] std::string csv_field(std::string_view text);
/// The text of a field without the protecting apostrophe: `csv_unprotected(protected(x)) == x`.
[[nodiscard]] std::string csv_unprotected(std::string_view field);

}  // namespace guatu::reporting
