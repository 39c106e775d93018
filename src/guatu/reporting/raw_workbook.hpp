#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A workbook cell by cell as somebody's spreadsheet program wrote it: what kind of value stands in the file, in which number
/// format and font, with which formula. For sample files that look like returns, not for papers of the office.
/// Rows and columns count from 0.
namespace guatu::reporting {

enum class RawKind : std::uint8_t {
  Nothing,
  Text,          ///< In the shared table.
  InlineText,    ///< In the cell itself.
  RichText,      ///< In two runs of different fonts.
  PhoneticText,  ///< With a reading aid that is no part of the text.
  Number,
  Error  ///< #REF! and alike.
};

struct RawCell {
  std::uint32_t row = 0;
  std::uint16_t column = 0;
  RawKind kind = RawKind::Nothing;
  std::string value;    ///< Text, or the number as it stands in the file.
  std::string formula;  ///< Without "="; `value` is then its cached result, `Nothing` when it was never computed.
  std::string format;   ///< Code of a number format, or the number of a built-in one; empty: General.
  std::string font;     ///< Empty: the default.
};

struct RawMerge {
  std::uint32_t first_row, last_row;
  std::uint16_t first_column, last_column;
};

struct RawSheet {
  std::string name;
  bool hidden = false;
  std::vector<RawCell> cells;  ///< In any order.
  std::vector<RawMerge> merges;
  std::vector<std::uint32_t> hidden_rows;
  std::vector<std::uint16_t> hidden_columns;
};

/// Text files that spreadsheet programs save.
enum class RawText { CommasUtf8, CommasGb18030, TabsUtf8 };

struct RawWorkbook {
  bool date1904 = false;           ///< Day numbers count from 1904-01-01.
  std::optional<RawText> as_text;  ///< Saved as text, of which only the first sheet remains.
  std::vector<RawSheet> sheets;
};

}  // namespace guatu::reporting
