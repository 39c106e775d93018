#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"

/// A workbook as it was sent: cells with their raw text, nothing understood yet. File formats end here.
/// Rows and columns count from 0; `cell_name` gives the name that people see.
namespace guatu::intake {

enum class CellKind : std::uint8_t { Empty, Text, Number, Boolean, Error, Date };

/// One cell, small because a sheet may have hundreds of thousands.
struct Cell {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  CellKind kind = CellKind::Empty;
  bool formula = false;      ///< The value is the cached result of a formula.
  bool symbol_font = false;  ///< Shown in Wingdings or alike: letters are ticks.
  std::uint32_t text = 0;    ///< Index into `Sheet::texts`: text, error code, or empty for numbers.
  double number = 0;  ///< Number, 0/1 for booleans; for dates the serial in the 1900 system (1904 already shifted).
};

struct MergedRange {
  std::uint32_t first_row, last_row;
  std::uint16_t first_column, last_column;
};

/// A sheet's cells in row order, columns ascending inside a row. Empty cells are left out.
struct Sheet {
  std::string name;
  bool hidden = false;
  bool date1904 =
      false;  ///< Plain numbers that mean days count from 1904-01-01; cells of kind Date are shifted already.
  std::vector<Cell> cells;
  std::vector<MergedRange> merges;
  std::vector<std::uint32_t> hidden_rows;
  std::vector<std::uint16_t> hidden_columns;  ///< Ascending, up to the last used column.
  std::uint32_t pictures = 0;                 ///< And embedded objects; what they show is not read.
  std::deque<std::string> texts;              ///< Each different text once.

  /// The cell at the place, or nullptr where nothing was written. Cost: O(log cells).
  [[nodiscard]] const Cell* find_cell(std::uint32_t row, std::uint32_t column) const;

  /// The cell that shows at the place: inside a merged range its first cell.
  [[nodiscard]] const Cell* find_shown_cell(std::uint32_t row, std::uint32_t column) const;

  /// What a person reads there: text, number without needless digits, date as 2022-11-30. Empty where nothing is.
  [[nodiscard]] std::string shown_text(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] std::string text_of(const Cell& cell) const;

  [[nodiscard]] std::uint32_t row_count() const;     ///< Last used row + 1.
  [[nodiscard]] std::uint32_t column_count() const;  ///< Last used column + 1.
};

/// What the clerk should know of how the file was read: that macros were left alone, that a converter was needed …
struct FileNote {
  std::string code;  ///< From docs/messages.md; its own severity holds.
  Bilingual detail;  ///< Fills {detail}.
  std::string sheet, cell;
};

struct Workbook {
  std::string file;  ///< Name only, as the clerk knows it.
  std::vector<Sheet> sheets;
  std::vector<FileNote> notes = {};
};

/// "A1", "AB12" for row and column from 0.
[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace guatu::intake
