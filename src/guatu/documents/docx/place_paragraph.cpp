#include "guatu/documents/docx/place_paragraph.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "guatu/documents/docx/paragraph_text.hpp"

namespace guatu::documents {
namespace {

/// What may stand after spacing, indent and alignment in a paragraph's properties. Source: ECMA-376, CT_PPr.
constexpr std::array<std::string_view, 9> kAfterAlignment{"w:textDirection", "w:textAlignment", "w:textboxTightWrap",
                                                          "w:outlineLvl",    "w:divId",         "w:cnfStyle",
                                                          "w:rPr",           "w:sectPr",        "w:pPrChange"};
constexpr std::array<std::string_view, 4> kBetween{"w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap",
                                                   "w:jc"};

bool one_of(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

/// The child `name`, made where the schema wants it: spacing, indent, …, alignment.
pugi::xml_node property(pugi::xml_node properties, const char* name) {
  if (auto found = properties.child(name)) return found;
  const std::string_view wanted = name;
  for (const auto& child : properties.children()) {
    const std::string_view other = child.name();
    const bool later = one_of(kAfterAlignment, other) || (wanted != "w:jc" && one_of(kBetween, other)) ||
                       (wanted == "w:spacing" && other == "w:ind");
    if (later) return properties.insert_child_before(name, child);
  }
  return properties.append_child(name);
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
  auto found = node.attribute(attribute);
  if (!found) found = node.append_attribute(attribute);
  found = value.c_str();
}

void indent(pugi::xml_node properties, const Placement& placement) {
  auto node = property(properties, "w:ind");
  set(node, "w:left", std::to_string(placement.left.value_or(0)));
  set(node, "w:right", std::to_string(placement.right.value_or(0)));
  set(node, "w:firstLine", "0");
}

/// Makes the characters of a run narrower until its text has room.
void narrow(const pugi::xml_node& paragraph, const Placement& placement) {
  for (const auto& run : paragraph.children("w:r")) {
    auto look = run.child("w:rPr");
    auto scale = look.child("w:w");
    const auto half_points = look.child("w:sz").attribute("w:val").as_double();
    if (!scale || half_points <= 0) continue;
    const auto percent = 100 * placement.room / (placement.characters * half_points * 10);
    set(scale, "w:val", std::to_string(std::clamp(static_cast<int>(percent), 1, 100)));
  }
}

pugi::xml_node properties_of(pugi::xml_node paragraph) {
  auto properties = paragraph.child("w:pPr");
  return properties ? properties : paragraph.prepend_child("w:pPr");
}

void place(pugi::xml_node paragraph, const Placement& placement) {
  auto properties = properties_of(paragraph);
  if (placement.line) {
    auto spacing = property(properties, "w:spacing");
    set(spacing, "w:line", std::to_string(*placement.line));
    set(spacing, "w:lineRule", "exact");
  }
  if (placement.characters > 0) narrow(paragraph, placement);
  if (properties.child("w:ind") || (!placement.left && !placement.right)) return;
  indent(properties, placement);
  if (!placement.align.empty()) set(property(properties, "w:jc"), "w:val", placement.align);
}

}  // namespace

void keep_with_next(pugi::xml_node paragraph) {
  auto properties = properties_of(paragraph);
  if (properties.child("w:keepNext")) return;
  if (auto style = properties.child("w:pStyle"))
    properties.insert_child_after("w:keepNext", style);
  else
    properties.prepend_child("w:keepNext");
}

void drop_empty_last_section(const pugi::xml_node& document) {
  auto body = document.child("w:document").child("w:body");
  auto last = body.child("w:sectPr");
  auto before = last.previous_sibling();
  const auto section = before.child("w:pPr").child("w:sectPr");
  if (!last || !section) return;
  body.remove_child(last);
  body.append_copy(section);
  before.child("w:pPr").remove_child(section);  // The paragraph stays: a table may not end a document.
}

void place_paragraphs(const pugi::xml_node& root, const std::map<std::string, Placement>& placements) {
  for (const auto& found : root.select_nodes(".//w:p")) {
    const auto text = paragraph_text(found.node());
    const auto names = field_names(text);
    if (names.size() != 1 || !text.starts_with("{{") || !text.ends_with("}}")) continue;
    const auto placement = placements.find(names.front());
    if (placement != placements.end()) place(found.node(), placement->second);
  }
}

}  // namespace guatu::documents
