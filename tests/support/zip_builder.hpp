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
  std::string before_rows = {};     ///< Inside <worksheet>, such as <cols>.
  std::string workbook_links = {};  ///< More <Relationship> elements of the workbook.
  std::string sheet_links = {};     ///< <Relationship> elements of the sheet, which is xl/sheets/first.xml.
  std::vector<std::pair<std::string, std::string>> parts = {};  ///< Whatever else the archive holds.
};
[[nodiscard]] std::string make_xlsx(const SheetXml& sheet);

}  // namespace guatu::test
