#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/documents/xlsx/xml_stream.hpp"

namespace guatu::documents {

/// What a cell's style number means for reading: is its number a date, are its letters symbols.
struct CellFormat {
  bool date = false;
  bool symbol_font = false;
  std::string unit;  ///< What the format shows behind the number and the cell does not hold: "%", 亿元, 万元.
};

/// Built-in formats 14–22, 27–36, 45–47, 50–58; own codes by y m d h s outside quotes, brackets and escapes.
[[nodiscard]] bool is_date_format(int id, std::string_view code);
/// The unit in a format such as 0.00"亿元" or 0%; empty for any other.
[[nodiscard]] std::string unit_in_format(int id, std::string_view code);
/// Formats by style number ("s" of a cell). A workbook without styles has none.
[[nodiscard]] Result<std::vector<CellFormat>> read_styles(ZipArchive& archive, const std::string& part,
                                                          const ReadLimits& limits);

}  // namespace guatu::documents
