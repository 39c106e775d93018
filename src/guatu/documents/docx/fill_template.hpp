#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/documents/docx/place_paragraph.hpp"

/// Filling a Word template that an office edits. In document, headers and footers
///   {{name}}                       becomes the field's value, also where the editor has cut it into several runs;
///   {{#name}} … {{/name}}          two paragraphs around the patterns of a list: each block of the list repeats the pattern
///                                  that holds its field, so the look of every level is the office's;
///   {{table_head}}, {{table_cell}} a table is a pattern too: its cells are repeated to the right, the row of cells downwards.
namespace guatu::documents {

struct TemplateBlock {
  std::string
      pattern;  ///< "body": the paragraph with {{body}}; "table": the table with {{table_head}} and {{table_cell}}.
  std::string text;
  std::vector<std::vector<std::string>> rows{};  ///< For a table: the head, then the rows, all of one length.
  std::vector<double> widths{};                  ///< Shares of its columns; empty: by the length of their texts.
  bool keeps_with_next = false;                  ///< Never the last of its page.
};

struct TemplateValues {
  std::map<std::string, std::string> fields;
  std::map<std::string, std::vector<TemplateBlock>> lists;
  std::set<std::string> required;        ///< Fields that a template may not leave out; {{unsealed_x}} does for {{x}}.
  std::set<std::string> optional_lists;  ///< Left out where the template has no place for them.
  std::set<std::string> patterns{};      ///< That blocks may call for; others in a list are unknown fields.
  std::map<std::string, Placement> placements;  ///< By field.
};

inline constexpr std::size_t kTemplateBytes = 5U << 20;

/// The same template and values give the same bytes.
/// Errors: InvalidInput for what is wrong with the template — too large, with macros, unknown, broken or missing fields (all named),
/// a list or pattern that is missing or not closed; read_failure's for a damaged archive.
[[nodiscard]] Result<std::string> fill_template(std::string_view template_bytes, const TemplateValues& values);

}  // namespace guatu::documents
