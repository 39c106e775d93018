#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What a row below the header is. Source: domain 1.4, "Merged body cells" and "Caption/footer".
namespace guatu::intake {

enum class RowKind {
  Data,
  Blank,           ///< Nothing, or only a number in 序号.
  RepeatedHeader,  ///< The header again, as printed on each page.
  ColumnNumbers,   ///< 1 2 3 4 … under the header.
  Example,         ///< 如 / 例 / 示例 in front.
  Subtotal,        ///< 小计, 合计, 总计
  Section,         ///< 一、旗县区; 红山区（12个）
  Footer,          ///< 填报人：…; 注：…
};

/// A row as seen from outside: the text under 序号, the text under 项目名称, and every text written in the row in order.
struct RowTexts {
  std::string serial, name;
  std::vector<std::string> written;
  bool name_is_shown = false;   ///< The name comes from a merged cell of a row above.
  bool repeats_header = false;  ///< Every cell says what a row of the header says at its place.
  bool is_one_cell = false;     ///< All that is written is one cell, merged over the name and its neighbours.
};

/// `name_header` is the header above the names.
[[nodiscard]] RowKind row_kind(const RowTexts& row, std::string_view name_header);

}  // namespace guatu::intake
