#pragma once

#include <deque>
#include <string>
#include <vector>

#include "guatu/documents/xlsx/styles.hpp"
#include "guatu/intake/workbook.hpp"

namespace guatu::documents {

/// "AB12" → row 11, column 27. False when it is no reference or lies outside a sheet.
[[nodiscard]] bool parse_reference(std::string_view text, const ReadLimits& limits, std::uint32_t& row,
                                   std::uint32_t& column);

/// _x000D_ and alike as Excel writes control characters.
[[nodiscard]] std::string without_escapes(std::string text);

struct SheetContext {
  const std::vector<std::string>& shared;
  const std::vector<CellFormat>& formats;
  bool date1904 = false;
  std::uint64_t cells_left = 0;  ///< Shared by all sheets of the workbook.
};

/// Reads one sheet part into `sheet`. Errors: read_failure's, naming sheet and cell.
[[nodiscard]] Result<void> read_sheet(ZipArchive& archive, const std::string& part, const ReadLimits& limits,
                                      SheetContext& context, intake::Sheet& sheet);

[[nodiscard]] Result<std::vector<std::string>> read_shared_strings(ZipArchive& archive, const std::string& part,
                                                                   const ReadLimits& limits);

}  // namespace guatu::documents
