#include "guatu/documents/docx/template_grid.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::documents {
namespace {

bool names_field(const pugi::xml_node& paragraph, const std::string& field) {
  const auto names = field_names(paragraph_text(paragraph));
  return std::ranges::find(names, field) != names.end();
}

pugi::xml_node paragraph_with(const pugi::xml_node& node, const std::string& field) {
  for (const auto& found : node.select_nodes(".//w:p"))
    if (names_field(found.node(), field)) return found.node();
  return {};
}

pugi::xml_node above(pugi::xml_node node, std::string_view name) {
  while (node && name != node.name())
    node = node.parent();
  return node;
}

void fill_cell(const pugi::xml_node& cell, const std::string& field, const std::string& text,
               FieldComplaints& complaints) {
  auto pattern = paragraph_with(cell, field);
  auto lines = split_any(text, "\n");
  if (lines.empty()) lines.emplace_back();
  for (const auto& line : lines) {
    auto copy = pattern.parent().insert_copy_before(pattern, pattern);
    fill_paragraph(
        copy, [&](const std::string& name) { return name == field ? std::optional(line) : std::nullopt; }, complaints);
  }
  pattern.parent().remove_child(pattern);
}

void set_width(const pugi::xml_node& cell, int width) {
  cell.child("w:tcPr").child("w:tcW").attribute("w:w") = width;
}

void fill_row(pugi::xml_node row, const std::string& field, const std::vector<std::string>& texts, int width,
              FieldComplaints& complaints) {
  const auto pattern = above(paragraph_with(row, field), "w:tc");
  for (const auto& text : texts) {
    const auto cell = row.insert_copy_before(pattern, pattern);
    set_width(cell, width);
    fill_cell(cell, field, text, complaints);
  }
  row.remove_child(pattern);
}

/// The column that `cell` stands in becomes `count` columns of `width`.
void split_column(const pugi::xml_node& table, const pugi::xml_node& cell, std::size_t count, int width) {
  auto column = table.child("w:tblGrid").child("w:gridCol");
  for (auto before = cell.previous_sibling("w:tc"); before; before = before.previous_sibling("w:tc"))
    column = column.next_sibling("w:gridCol");
  if (!column) return;
  column.attribute("w:w") = width;
  for (std::size_t i = 1; i < count; ++i)
    table.child("w:tblGrid").insert_copy_after(column, column);
}

}  // namespace

bool is_grid(const pugi::xml_node& table, const std::string& pattern) {
  return std::string_view(table.name()) == "w:tbl" && paragraph_with(table, pattern);
}

void fill_grid(pugi::xml_node table, const TemplateBlock& block, const FieldLookup& fields,
               FieldComplaints& complaints) {
  const auto& field = block.pattern;
  const auto pattern = above(paragraph_with(table, field), "w:tc");
  const auto row = above(pattern, "w:tr");
  // What stands around the cell comes first: a text that is put in is never searched for fields.
  for (const auto& other : table.select_nodes(".//w:tc"))
    if (other.node() != pattern) fill_paragraphs(other.node(), fields, complaints);
  const auto columns = block.rows.front().size();
  const auto width = pattern.child("w:tcPr").child("w:tcW").attribute("w:w").as_int() / static_cast<int>(columns);
  split_column(table, pattern, columns, width);
  for (const auto& texts : block.rows)
    fill_row(table.insert_copy_before(row, row), field, texts, width, complaints);
  table.remove_child(row);
}

}  // namespace guatu::documents
