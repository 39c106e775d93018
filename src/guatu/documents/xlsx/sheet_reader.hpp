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

/// Texts that cells name by number, in one piece of memory: a workbook may have a million of them.
class SharedTexts {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
  }

 private:
  std::string bytes_;  ///< Inflated from parts of at most 200 MB.
  std::vector<std::uint32_t> ends_;
};

struct SheetContext {
  const SharedTexts& shared;
  const std::vector<CellFormat>& formats;
  bool date1904 = false;
  std::uint64_t cells_left = 0;  ///< Shared by all sheets of the workbook.
};

/// Reads one sheet part into `sheet`. Errors: read_failure's, naming sheet and cell.
[[nodiscard]] Result<void> read_sheet(ZipArchive& archive, const std::string& part, const ReadLimits& limits,
                                      SheetContext& context, intake::Sheet& sheet);

[[nodiscard]] Result<SharedTexts> read_shared_strings(ZipArchive& archive, const std::string& part,
                                                      const ReadLimits& limits);

}  // namespace guatu::documents
