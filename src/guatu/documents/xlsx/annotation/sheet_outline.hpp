#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/annotation/cell_notes.hpp"
#include "guatu/documents/xlsx/annotation/tag_scanner.hpp"

/// Where things stand in the text of a sheet part. Offsets count bytes.
namespace guatu::documents {

struct OutlineCell {
  CellPlace place;
  std::size_t tag = 0;
  std::uint32_t style = 0;
};

struct OutlineRow {
  std::uint32_t row = 0;
  Tag tag;
  std::size_t close = 0;               ///< Of </row>; of the tag itself when it is empty.
  std::optional<std::uint32_t> style;  ///< What empty cells of the row look like.
  double height = -1;                  ///< Points; negative when not given.
  bool hidden = false;
  std::size_t first_cell = 0, end_cell = 0;  ///< Of `SheetOutline::cells`.
};

struct OutlineColumns {
  std::uint32_t first = 0, last = 0;  ///< From 0.
  std::uint32_t style = 0;
  double width = 0;  ///< Characters; 0 when hidden.
};

struct OutlineRange {
  CellPlace first, last;
};

struct SheetOutline {
  std::string prefix;               ///< Of the sheet's elements, "" or "x:".
  std::string relationship_prefix;  ///< "r:"; empty when the sheet names none.
  Tag data;                         ///< <sheetData>
  std::size_t data_close = 0;       ///< Of </sheetData>; of the tag itself when it is empty.
  std::vector<OutlineRow> rows;     ///< As written.
  std::vector<OutlineCell> cells;   ///< As written.
  std::vector<OutlineColumns> columns;
  std::vector<OutlineRange> merges;
  std::optional<Tag> legacy_drawing;
  std::size_t legacy_place = 0;  ///< Where one would have to stand.
  double row_height = 15, column_width = 8.43;

  [[nodiscard]] double height_of(std::uint32_t row) const;
  [[nodiscard]] double width_of(std::uint32_t column) const;
  /// What a cell that is not written looks like.
  [[nodiscard]] std::uint32_t style_of_empty(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] const OutlineRow* find_row(std::uint32_t row) const;
};

/// Of a part that has been read as a sheet. Errors: damaged when it has no <sheetData>.
[[nodiscard]] Result<SheetOutline> outline_sheet(std::string_view xml, const ReadLimits& limits);

/// Numbers as XML writes them; `otherwise` when it is none.
[[nodiscard]] std::uint32_t whole_number(std::string_view text, std::uint32_t otherwise);

}  // namespace guatu::documents
