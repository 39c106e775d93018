#include "guatu/documents/docx/template_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "guatu/base/contract.hpp"
#include "guatu/base/text.hpp"
#include "guatu/documents/docx/template_lists.hpp"

namespace guatu::documents {
namespace {

constexpr int kNarrowestColumn = 8, kWidestColumn = 26;  // What a column's share is counted with, in widths of a digit.
constexpr int kDigitWidth = 122;                         // Twips, of the 小四 that tables are set in.
constexpr int kDefaultWidth = 8844;                      // Twips: the 156 mm of GB/T 9704.

/// What the columns need by their texts; where that is more than the table holds, the narrow ones keep what they need, and
/// the wide ones share the rest.
std::vector<int> shares_by_text(const std::vector<std::vector<std::string>>& rows, int width) {
  std::vector<int> shares(rows.front().size(), kNarrowestColumn);
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      shares[c] = std::max(shares[c], std::min(static_cast<int>(display_width(row[c])) + 2, kWidestColumn));
  int room = width / kDigitWidth;
  if (std::accumulate(shares.begin(), shares.end(), 0) <= room) return shares;
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t c) { return shares[c]; });
  auto left = static_cast<int>(shares.size());
  for (const auto column : order) {
    shares[column] = std::max(1, std::min(shares[column], room / left));
    room -= shares[column];
    --left;
  }
  return shares;
}

std::vector<int> given_shares(const std::vector<double>& widths) {
  std::vector<int> shares;
  for (const auto share : widths)
    shares.push_back(std::max(1, static_cast<int>(std::lround(share * 10))));
  return shares;
}

/// Twips of every column; their sum is the table's width.
std::vector<int> column_widths(const TemplateBlock& block, int width) {
  GUATU_REQUIRE(block.widths.empty() || block.widths.size() == block.rows.front().size());
  auto shares = block.widths.empty() ? shares_by_text(block.rows, width) : given_shares(block.widths);
  const auto sum = std::accumulate(shares.begin(), shares.end(), 0);
  GUATU_REQUIRE(sum > 0);
  int rest = width;
  for (auto& share : shares) {
    share = share * width / sum;
    rest -= share;
  }
  shares.front() += rest;
  return shares;
}

int table_width(const pugi::xml_node& table) {
  int width = 0;
  for (const auto& column : table.child("w:tblGrid").children("w:gridCol"))
    width += column.attribute("w:w").as_int();
  return width > 0 ? width : kDefaultWidth;
}

void set_grid(pugi::xml_node table, const std::vector<int>& widths) {
  auto grid = table.child("w:tblGrid");
  if (!grid) grid = table.insert_child_before("w:tblGrid", table.child("w:tr"));
  while (grid.first_child())
    grid.remove_child(grid.first_child());
  for (const auto width : widths)
    grid.append_child("w:gridCol").append_attribute("w:w") = width;
}

void set_width(pugi::xml_node cell, int width) {
  auto properties = cell.child("w:tcPr");
  if (!properties) properties = cell.prepend_child("w:tcPr");
  properties.remove_child("w:tcW");
  auto node = properties.prepend_child("w:tcW");
  node.append_attribute("w:w") = width;
  node.append_attribute("w:type") = "dxa";
}

bool holds_field(const pugi::xml_node& node, const std::string& field) {
  for (const auto& found : node.select_nodes(".//w:p")) {
    const auto names = field_names(paragraph_text(found.node()));
    if (std::ranges::find(names, field) != names.end()) return true;
  }
  return false;
}

pugi::xml_node row_with(const pugi::xml_node& table, const std::string& field) {
  for (const auto& row : table.children("w:tr"))
    if (holds_field(row, field)) return row;
  return {};
}

void fill_row(pugi::xml_node row, const std::string& field, const std::vector<std::string>& texts,
              const std::vector<int>& widths, FieldComplaints& complaints) {
  pugi::xml_node pattern;
  for (const auto& cell : row.children("w:tc"))
    if (holds_field(cell, field)) pattern = cell;
  for (std::size_t c = 0; c < texts.size(); ++c) {
    auto cell = row.insert_copy_before(pattern, pattern);
    set_width(cell, widths[c]);
    fill_paragraphs(
        cell, [&](const std::string& name) { return name == field ? std::optional(texts[c]) : std::nullopt; },
        complaints);
  }
  row.remove_child(pattern);
}

}  // namespace

Result<void> fill_table(pugi::xml_node table, const TemplateBlock& block, FieldComplaints& complaints) {
  const auto head_field = block.pattern + "_head";
  const auto cell_field = block.pattern + "_cell";
  const auto head = row_with(table, head_field);
  const auto body = row_with(table, cell_field);
  if (!head || !body || head == body)
    return bad_template("表格须有 {{" + head_field + "}} 一行和 {{" + cell_field + "}} 一行",
                        "a table needs a row with {{" + head_field + "}} and one with {{" + cell_field + "}}");
  const auto widths = column_widths(block, table_width(table));
  for (std::size_t r = 1; r < block.rows.size(); ++r)
    fill_row(table.insert_copy_before(body, body), cell_field, block.rows[r], widths, complaints);
  table.remove_child(body);
  fill_row(head, head_field, block.rows.front(), widths, complaints);
  set_grid(table, widths);
  return {};
}

}  // namespace guatu::documents
