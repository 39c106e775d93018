#include "guatu/documents/xlsx/annotation/note_shapes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace guatu::documents {
namespace {

constexpr double kBoxWidth = 300;  // Pixels.
constexpr double kLineHeight = 17;
constexpr std::size_t kHalfWidthsInLine = 44;
constexpr std::uint32_t kLastColumn = 16'383, kLastRow = 1'048'575;
constexpr std::uint32_t kShapesInBlock = 1024;

constexpr const char* kNamespaces =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
constexpr const char* kDrawing = "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"";
constexpr const char* kShapeType =
    " id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

std::size_t lines_of(std::string_view text) {
  std::size_t lines = 1, width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      ++lines;
      width = 0;
      continue;
    }
    if ((byte & 0xC0U) == 0x80U) continue;  // Inside a character.
    const std::size_t more = byte < 0x80 ? 1 : 2;
    if (width + more > kHalfWidthsInLine) {
      ++lines;
      width = 0;
    }
    width += more;
  }
  return lines;
}

double column_pixels(const SheetOutline& outline, std::uint32_t column) {
  const auto width = outline.width_of(column);
  return width <= 0 ? 0 : width * 7 + 5;
}

double row_pixels(const SheetOutline& outline, std::uint32_t row) {
  return outline.height_of(row) * 4 / 3;
}

std::string pair_of(std::uint32_t index, double offset) {
  return std::to_string(index) + ", " + std::to_string(static_cast<int>(offset));
}

/// The place `distance` pixels behind the beginning of `index`, by the sizes of what lies between.
template <class Size>
std::string place_behind(std::uint32_t index, double distance, std::uint32_t last, const Size& size) {
  while (index < last && distance > size(index)) {
    distance -= size(index);
    ++index;
  }
  return pair_of(index, std::min(distance, std::max(size(index), 0.0)));
}

std::string shape_text(const NoteShape& shape, std::uint32_t number, const std::string& declarations) {
  return "<v:shape" + declarations + " id=\"_x0000_s" + std::to_string(number) +
         "\" type=\"#_x0000_t202\" style='position:absolute;margin-left:60pt;margin-top:2pt;width:225pt;height:60pt;"
         "z-index:1;visibility:" +
         (shape.shown ? "visible" : "hidden") +
         "' fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" "
         "obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style='mso-direction-alt:auto'><div "
         "style='text-align:left'></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
         "<x:SizeWithCells/><x:Anchor>" +
         shape.anchor + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + std::to_string(shape.place.row) +
         "</x:Row><x:Column>" + std::to_string(shape.place.column) + "</x:Column>" +
         (shape.shown ? "<x:Visible/>" : "") + "</x:ClientData></v:shape>";
}

std::uint32_t number_at(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
    ++at;
  std::uint32_t value = 0;
  std::from_chars(text.data() + std::min(at, text.size()), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::string note_anchor(const SheetOutline& outline, CellPlace place, std::string_view text) {
  const auto width = [&](std::uint32_t column) { return column_pixels(outline, column); };
  const auto height = [&](std::uint32_t row) { return row_pixels(outline, row); };
  const auto left = std::min(place.column + 1, kLastColumn);
  const double box_height = static_cast<double>(lines_of(text)) * kLineHeight + 10;
  return place_behind(left, 12, kLastColumn, width) + ", " + place_behind(place.row, 2, kLastRow, height) + ", " +
         place_behind(left, 12 + kBoxWidth, kLastColumn, width) + ", " +
         place_behind(place.row, 2 + box_height, kLastRow, height);
}

std::string empty_drawing(std::uint32_t block) {
  return std::string("<xml") + kNamespaces + kDrawing + std::to_string(block) + "\"/></o:shapelayout></xml>";
}

std::uint32_t highest_shape_number(std::string_view drawing) {
  constexpr std::string_view kMark = "_x0000_s";
  std::uint32_t highest = 0;
  for (auto at = drawing.find(kMark); at != std::string_view::npos; at = drawing.find(kMark, at + 1))
    highest = std::max(highest, number_at(drawing, at + kMark.size()));
  return std::min(highest, kLastRow * kShapesInBlock);
}

bool has_shapes(std::string_view drawing) {
  constexpr std::array<std::string_view, 8> kShapes{"shape", "group", "rect", "roundrect",
                                                    "image", "line",  "oval", "polyline"};
  TagScanner scanner(drawing);
  while (const auto tag = scanner.next())
    if (std::ranges::find(kShapes, tag->local_name()) != kShapes.end()) return true;
  return false;
}

std::string add_note_shapes(std::string_view drawing, const std::vector<NoteShape>& shapes,
                            std::uint32_t first_number) {
  const auto end = drawing.rfind("</");
  const auto root = TagScanner(drawing).next();
  if (end == std::string_view::npos || !root) return std::string(drawing);
  // Some programs declare the namespaces at each shape, under names of their own.
  const bool declared = std::ranges::all_of(std::array{"xmlns:v", "xmlns:o", "xmlns:x"}, [&](const char* name) {
    return !attribute_of(drawing, *root, name).empty();
  });
  const std::string declarations = declared ? "" : kNamespaces;
  std::string added;
  if (drawing.find("id=\"_x0000_t202\"") == std::string_view::npos) added += "<v:shapetype" + declarations + kShapeType;
  for (const auto& shape : shapes)
    added += shape_text(shape, first_number++, declarations);
  return apply_edits(drawing, {{end, 0, std::move(added)}});
}

std::string remove_note_shapes(std::string_view drawing, const std::set<CellPlace>& places) {
  std::vector<TextEdit> edits;
  TagScanner scanner(drawing);
  std::size_t begin = 0;
  CellPlace place{kLastRow + 1, kLastColumn + 1};
  while (const auto tag = scanner.next()) {
    const auto name = tag->local_name();
    if (name == "shape" && !tag->closing) {
      begin = tag->begin;
      place = {kLastRow + 1, kLastColumn + 1};
    } else if (name == "Row" && !tag->closing) {
      place.row = number_at(drawing, tag->end);
    } else if (name == "Column" && !tag->closing) {
      place.column = number_at(drawing, tag->end);
    } else if (name == "shape" && places.contains(place)) {
      edits.push_back({begin, tag->end - begin, {}});
      place = {kLastRow + 1, kLastColumn + 1};
    }
  }
  return apply_edits(drawing, std::move(edits));
}

}  // namespace guatu::documents
