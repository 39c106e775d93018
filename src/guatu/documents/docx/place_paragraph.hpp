#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

/// Where a paragraph stands that the standard places by the length of its text. Unit: twips.
namespace guatu::documents {

struct Placement {
  std::optional<int> left, right;  ///< Indents.
  std::string align;               ///< "left", "center", "right"; empty: the template's.
  std::optional<int> line;         ///< Exact height.
  /// The text's width in characters as high as wide; where it is wider than `room` its characters are made narrower.
  double characters = 0;
  int room = 0;
};

/// Places each paragraph of `root` that holds one field and nothing else, by the field's name. What a template says itself in
/// the paragraph, and not in its style, stays: an office that indents a line means it.
void place_paragraphs(const pugi::xml_node& root, const std::map<std::string, Placement>& placements);

/// Makes a paragraph stay on the page of what follows it.
void keep_with_next(pugi::xml_node paragraph);

/// Where the last section of a document would be an empty page — nothing stands between the end of the section before and its own
/// properties — the one before becomes the last.
void drop_empty_last_section(const pugi::xml_node& document);

}  // namespace guatu::documents
