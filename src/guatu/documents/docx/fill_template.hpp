#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"

/// Filling a Word template that an office edits: {{field}} anywhere in a paragraph, also where the editor has cut it into
/// several runs; and pattern paragraphs, one per style, that are repeated for the text.
namespace guatu::documents {

struct StyledParagraph {
  std::string style;  ///< Name of the pattern: "body" for the paragraph {{body}}.
  std::string text;
};

struct TemplateValues {
  std::map<std::string, std::string> fields;
  std::vector<StyledParagraph> paragraphs;  ///< Stand where the first pattern stands.
  std::vector<std::string> patterns;        ///< All pattern names; unused ones vanish.
};

/// The same template and values give the same bytes.
/// Errors: InvalidInput naming unknown fields or a missing pattern, read_failure's for a damaged template.
[[nodiscard]] Result<std::string> fill_template(std::string_view template_bytes, const TemplateValues& values);

}  // namespace guatu::documents
