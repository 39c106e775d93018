#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What a text in a table without cell types means.
namespace guatu::documents {

/// The number, when it reads back as it is written, so that nothing is lost: not of 2022.10, 0012, 1e5 or a long code.
[[nodiscard]] std::optional<double> plain_number(std::string_view text);

/// ="0012" as web systems write it so that a spreadsheet program keeps the zeros: 0012. Other texts stay.
[[nodiscard]] std::string_view without_formula_quotes(std::string_view text);

/// "红山区.csv" → "红山区", the name of the one sheet.
[[nodiscard]] std::string stem_of(const std::string& file_name);

}  // namespace guatu::documents
