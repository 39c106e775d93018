#pragma once

#include <vector>

#include "guatu/documents/xlsx/annotation/sheet_outline.hpp"
#include "guatu/documents/xlsx/annotation/style_book.hpp"

namespace guatu::documents {

/// What has to change in the sheet's text so that exactly the cells of these notes carry their colours: styles of cells that
/// are there, cells and rows that are not there yet, and the plain look of cells that carried our colour before.
/// Contract: notes stand at cells that show, not inside merged ranges.
[[nodiscard]] std::vector<TextEdit> colour_edits(std::string_view xml, const SheetOutline& outline,
                                                 const SheetNotes& notes, StyleBook& styles);

}  // namespace guatu::documents
