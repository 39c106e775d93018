#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/documents/xlsx/annotation/cell_notes.hpp"
#include "guatu/documents/xlsx/annotation/sheet_outline.hpp"

/// The boxes in which a spreadsheet program shows comments: shapes of a legacy drawing (VML). The drawing is changed as
/// text, because those of old programs are not always well-formed.
namespace guatu::documents {

struct NoteShape {
  CellPlace place;
  std::string anchor;
  bool shown = false;
};

/// Where the box of this text stands: right of its cell, as large as the text needs, by the widths and heights there.
[[nodiscard]] std::string note_anchor(const SheetOutline& outline, CellPlace place, std::string_view text);

/// A drawing without shapes; its shapes are numbered from `block` × 1024 + 1.
[[nodiscard]] std::string empty_drawing(std::uint32_t block);
[[nodiscard]] std::uint32_t highest_shape_number(std::string_view drawing);
[[nodiscard]] bool has_shapes(std::string_view drawing);

[[nodiscard]] std::string add_note_shapes(std::string_view drawing, const std::vector<NoteShape>& shapes,
                                          std::uint32_t first_number);
/// The drawing without the comment boxes of these cells.
[[nodiscard]] std::string remove_note_shapes(std::string_view drawing, const std::set<CellPlace>& places);

}  // namespace guatu::documents
