#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "guatu/documents/xlsx/read_limits.hpp"
#include "guatu/intake/message.hpp"

/// What an import has to say about a workbook, as it stands at the workbook's own cells.
namespace guatu::documents {

struct CellPlace {
  std::uint32_t row = 0, column = 0;  ///< From 0.

  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

enum class Mark { None, Warning, Error };

struct CellNote {
  Mark mark = Mark::None;  ///< The colour of the cell: its worst message's. Notes have none.
  bool shown = false;      ///< The comment stands open: it holds an error that no cell is to blame for.
  std::string text;        ///< One line a message, Chinese, as an official reads it.
};

using SheetNotes = std::map<CellPlace, CellNote>;

/// The notes of the sheet `name`. A message that names no cell stands at A1 and colours nothing; one that names no sheet,
/// or one that the workbook lacks (`orphans`), belongs to its first visible sheet. Notes that ask for nothing are left out.
[[nodiscard]] SheetNotes notes_of_sheet(std::span<const intake::Message> messages, const std::string& name,
                                        bool orphans, std::span<const std::string> sheet_names,
                                        const ReadLimits& limits);

/// Moves what is said about a cell inside the merged range to its first cell, the only one that shows.
void gather_in_first_cell(SheetNotes& notes, CellPlace first, CellPlace last);

}  // namespace guatu::documents
