#pragma once

#include <string>
#include <utility>
#include <vector>

namespace guatu::test {

/// A zip archive from names and texts, made without any of the program's own writers.
[[nodiscard]] std::string make_zip(const std::vector<std::pair<std::string, std::string>>& parts);

/// A workbook of one sheet with this sheet XML (inside <sheetData>), shared strings and styles as given.
struct SheetXml {
  std::string rows, shared, styles, extra, workbook_properties;
};
[[nodiscard]] std::string make_xlsx(const SheetXml& sheet);

}  // namespace guatu::test
