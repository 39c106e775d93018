#pragma once

#include <string>
#include <string_view>

/// Codes and numbers found on papers. A wrong check digit is a warning for people, never a refusal.
namespace guatu {

enum class CodeCheck { Good, WrongCheckDigit, OldFormat, NotACode };

/// National project code, GB/T 40058-2021: 4-6-2-2-6 digits, the last an ISO/IEC 7064 MOD 11,10 check over the first 19.
/// `canonical` is "2101-420200-04-01-549072" whatever hyphens, spaces and digit widths were typed; unchanged text when
/// it is NotACode. OldFormat: begins with a year (2016–2020), no check digit. A month that does not exist counts as a wrong
/// check digit.
struct ProjectCodeReading {
  std::string canonical;
  CodeCheck check = CodeCheck::NotACode;
};
[[nodiscard]] ProjectCodeReading read_project_code(std::string_view text);

/// Unified social credit code, GB 32100-2015: 18 characters, the last a MOD 31 check.
[[nodiscard]] CodeCheck check_credit_code(std::string_view text);

/// Whether the text has the form of an official document number: 赤发改审字〔2022〕123号 in any kind of bracket.
[[nodiscard]] bool looks_like_document_number(std::string_view text);
/// The year in 〔〕, other brackets （）, no white space. Text that is not a document number comes back trimmed.
[[nodiscard]] std::string normalise_document_number(std::string_view text);

}  // namespace guatu
