#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "guatu/intake/workbook.hpp"

namespace guatu::documents {

/// The texts of a sheet, each different one kept once. Lives no longer than the sheet.
class CellTexts {
 public:
  explicit CellTexts(intake::Sheet& sheet) : sheet_(sheet) {}

  /// Index into `Sheet::texts`.
  [[nodiscard]] std::uint32_t keep(std::string_view text) {
    if (const auto found = index_.find(text); found != index_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(sheet_.texts.size());
    index_.emplace(sheet_.texts.emplace_back(text), number);
    return number;
  }

 private:
  intake::Sheet& sheet_;
  std::unordered_map<std::string_view, std::uint32_t> index_;  ///< Keys lie in the sheet, whose deque never moves them.
};

}  // namespace guatu::documents
