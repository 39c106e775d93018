#pragma once

#include <pugixml.hpp>

#include "guatu/documents/docx/fill_template.hpp"
#include "guatu/documents/docx/paragraph_text.hpp"

/// A table whose cells are all alike: names of bodies in the head, signatures with room for a seal each.
namespace guatu::documents {

/// Whether `table` has one cell with {{pattern}} that is to be repeated.
[[nodiscard]] bool is_grid(const pugi::xml_node& table, const std::string& pattern);

/// Makes `table`, a copy of a pattern, hold `block.rows`: its cell with {{pattern}} is repeated to the right, its row
/// downwards; each line of a text is a paragraph of its own. The cells share the width of the first.
/// Contract: `is_grid`; rows of one length.
void fill_grid(pugi::xml_node table, const TemplateBlock& block, const FieldLookup& fields,
               FieldComplaints& complaints);

}  // namespace guatu::documents
