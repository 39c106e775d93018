#pragma once

#include <pugixml.hpp>

#include "guatu/documents/docx/fill_template.hpp"
#include "guatu/documents/docx/paragraph_text.hpp"

namespace guatu::documents {

/// Makes `table`, a copy of a pattern, hold `block.rows`: its cell with {{…_head}} is repeated for the first row, its row with
/// {{…_cell}} for each of the others. The table keeps its width, which the columns share by the length of their texts.
/// Errors: InvalidInput when a row of the pattern is missing.
[[nodiscard]] Result<void> fill_table(pugi::xml_node table, const TemplateBlock& block, FieldComplaints& complaints);

}  // namespace guatu::documents
