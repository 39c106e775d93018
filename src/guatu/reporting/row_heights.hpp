#pragma once

#include <cstddef>
#include <string_view>

#include "guatu/reporting/sheet_model.hpp"

/// Rows high enough for their text. Not every program that opens a workbook stretches a row to what is wrapped in it, so the
/// heights are written down.
namespace guatu::reporting {

/// Lines that wrapped text takes in a column of so many digits' width. Chinese breaks anywhere, words and numbers only at
/// spaces and hyphens.
[[nodiscard]] std::size_t wrapped_lines(std::string_view text, double column_width);

/// Gives each row whose text wraps the height that it needs; a height already set is kept, if it is enough.
void fit_row_heights(SheetModel& sheet);

}  // namespace guatu::reporting
