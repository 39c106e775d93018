#pragma once

#include <pugixml.hpp>
#include <set>

#include "guatu/documents/docx/fill_template.hpp"
#include "guatu/documents/docx/paragraph_text.hpp"

namespace guatu::documents {

/// The lists of one part: their patterns are taken out of the document when found, so that fields can be filled first, and
/// come back once for each block.
class TemplateLists {
 public:
  /// Takes the patterns out. Errors: InvalidInput for a list that is unknown, not closed or stands twice.
  [[nodiscard]] Result<void> take_out(const pugi::xml_node& root, const TemplateValues& values);
  /// Patterns that nobody knows, whether or not a block calls for one.
  void complain(const TemplateValues& values, FieldComplaints& complaints) const;
  /// Errors: InvalidInput naming a pattern that a block needs and the list lacks.
  [[nodiscard]] Result<void> put_back(const TemplateValues& values, const FieldLookup& fields,
                                      FieldComplaints& complaints);
  [[nodiscard]] std::set<std::string> names() const;

 private:
  struct List {
    std::string name;
    pugi::xml_node place;  ///< The closing paragraph; blocks come before it.
    std::map<std::string, pugi::xml_node> patterns;
  };
  [[nodiscard]] Result<List> take_list(pugi::xml_node opening, const std::string& name);

  pugi::xml_document kept_;  ///< Holds the patterns.
  std::vector<List> lists_;
};

/// InvalidInput about the template.
[[nodiscard]] Error bad_template(const std::string& zh, const std::string& en);

}  // namespace guatu::documents
