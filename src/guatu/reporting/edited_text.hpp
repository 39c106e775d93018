#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/reporting/official_paper.hpp"

/// The words of a paper, to be edited by hand before it is published: its paragraphs as a text file. Words may be changed and
/// paragraphs dropped; numbers may not, and tables are not in it.
namespace guatu::reporting {

/// One line a paragraph, "[3] （一）以项目为单位"; what begins with # explains, and is not read.
[[nodiscard]] std::string editable_text(const OfficialPaper& paper);

/// The body with the paragraphs of `text`, levels numbered anew; paragraphs that it does not name are left out.
/// Errors: InvalidInput with every reason: a number changed (both values), a paragraph that is not there, stands twice or in another
/// place, a line that begins with no number in brackets, nothing left.
[[nodiscard]] Result<std::vector<PaperBlock>> with_edited_text(const OfficialPaper& paper, std::string_view text);

/// The numbers of a text in their order: "19%", "11", "58", "-0.3". Full-width digits are digits.
[[nodiscard]] std::vector<std::string> numbers_in(std::string_view text);

}  // namespace guatu::reporting
