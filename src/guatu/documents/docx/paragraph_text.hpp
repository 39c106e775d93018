#pragma once

#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

/// The text of one paragraph of a Word part, which editors cut into runs as they like.
namespace guatu::documents {

/// Without the text of paragraphs inside it (text boxes).
[[nodiscard]] std::string paragraph_text(const pugi::xml_node& paragraph);

struct UnknownField {
  std::string name;
  std::string part;       ///< "word/document.xml"
  std::string paragraph;  ///< The text that it stands in.
};

struct FieldComplaints {
  std::string part;  ///< That is being filled.
  std::vector<UnknownField> unknown;
  std::vector<std::string> broken;  ///< Texts with a {{ that is never closed, or with full-width braces.
};

/// None for a name that is not known.
using FieldLookup = std::function<std::optional<std::string>(const std::string& name)>;

/// Puts values in the place of {{name}}; each takes the look of the run in which its field begins, and every other run keeps
/// its own. A \n in a value becomes a line break. A value is never searched for fields again.
void fill_paragraph(const pugi::xml_node& paragraph, const FieldLookup& lookup, FieldComplaints& complaints);

/// Fills every paragraph at or below `node`.
void fill_paragraphs(const pugi::xml_node& node, const FieldLookup& lookup, FieldComplaints& complaints);

/// Names of the fields in `text`, in order.
[[nodiscard]] std::vector<std::string> field_names(const std::string& text);

}  // namespace guatu::documents
