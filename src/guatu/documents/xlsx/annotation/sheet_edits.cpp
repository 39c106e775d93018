#include "guatu/documents/xlsx/annotation/sheet_edits.hpp"

#include <algorithm>
#include <set>

#include "guatu/intake/workbook.hpp"

namespace guatu::documents {
namespace {

std::string cell_text(const SheetOutline& outline, CellPlace place, std::uint32_t style) {
  return "<" + outline.prefix + "c r=\"" + intake::cell_name(place.row, place.column) + "\" s=\"" +
         std::to_string(style) + "\"/>";
}

TextEdit style_edit(std::string_view xml, const OutlineCell& cell, std::uint32_t style) {
  TagScanner scanner(xml.substr(cell.tag));
  auto tag = *scanner.next();
  tag.begin += cell.tag;
  tag.end += cell.tag;
  const auto number = std::to_string(style);
  if (const auto written = find_attribute(xml, tag, "s")) return {written->begin, written->value.size(), number};
  return {tag.begin + 1 + tag.name.size(), 0, " s=\"" + number + "\""};
}

using MissingCells = std::map<std::uint32_t, std::vector<std::pair<CellPlace, std::uint32_t>>>;

class MissingCellEdits {
 public:
  MissingCellEdits(std::string_view xml, const SheetOutline& outline, std::vector<TextEdit>& edits)
      : xml_(xml), outline_(outline), edits_(edits) {}

  void add(const MissingCells& missing) {
    std::string rows_of_empty_sheet;
    for (const auto& [row, cells] : missing) {
      if (const auto* found = outline_.find_row(row))
        add_to_row(*found, cells);
      else if (outline_.data.empty)
        rows_of_empty_sheet += row_text(row, cells);
      else
        edits_.push_back({place_of_row(row), 0, row_text(row, cells)});
    }
    if (!rows_of_empty_sheet.empty()) fill_empty(outline_.data, rows_of_empty_sheet);
  }

 private:
  using Cells = std::vector<std::pair<CellPlace, std::uint32_t>>;

  [[nodiscard]] std::string row_text(std::uint32_t row, const Cells& cells) const {
    auto text = "<" + outline_.prefix + "row r=\"" + std::to_string(row + 1) + "\">";
    for (const auto& [place, style] : cells)
      text += cell_text(outline_, place, style);
    return text + "</" + outline_.prefix + "row>";
  }

  [[nodiscard]] std::size_t place_of_row(std::uint32_t row) const {
    const auto behind = std::ranges::find_if(outline_.rows, [&](const OutlineRow& each) { return each.row > row; });
    return behind == outline_.rows.end() ? outline_.data_close : behind->tag.begin;
  }

  void add_to_row(const OutlineRow& row, const Cells& cells) {
    if (row.tag.empty) {
      std::string text;
      for (const auto& [place, style] : cells)
        text += cell_text(outline_, place, style);
      return fill_empty(row.tag, text);
    }
    for (const auto& [place, style] : cells) {
      const auto end = outline_.cells.begin() + static_cast<std::ptrdiff_t>(row.end_cell);
      const auto behind = std::find_if(outline_.cells.begin() + static_cast<std::ptrdiff_t>(row.first_cell), end,
                                       [&](const OutlineCell& each) { return each.place.column > place.column; });
      edits_.push_back({behind == end ? row.close : behind->tag, 0, cell_text(outline_, place, style)});
    }
  }

  /// <row/> becomes <row>…</row>.
  void fill_empty(const Tag& tag, const std::string& content) {
    const auto slash = xml_.rfind('/', tag.end - 1);
    edits_.push_back({slash, tag.end - slash, ">" + content + "</" + std::string(tag.name) + ">"});
  }

  std::string_view xml_;
  const SheetOutline& outline_;
  std::vector<TextEdit>& edits_;
};

}  // namespace

std::vector<TextEdit> colour_edits(std::string_view xml, const SheetOutline& outline, const SheetNotes& notes,
                                   StyleBook& styles) {
  std::vector<TextEdit> edits;
  std::set<CellPlace> written;
  for (const auto& cell : outline.cells) {
    const auto note = notes.find(cell.place);
    const bool doubtful = note != notes.end() && note->second.mark != Mark::None;
    if (doubtful) written.insert(cell.place);
    const auto style = doubtful ? styles.marked(cell.style, note->second.mark) : styles.unmarked(cell.style);
    if (style != cell.style) edits.push_back(style_edit(xml, cell, style));
  }
  MissingCells missing;
  for (const auto& [place, note] : notes)
    if (note.mark != Mark::None && !written.contains(place))
      missing[place.row].emplace_back(place, styles.marked(outline.style_of_empty(place.row, place.column), note.mark));
  MissingCellEdits(xml, outline, edits).add(missing);
  return edits;
}

}  // namespace guatu::documents
