#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/official_paper.hpp"

namespace guatu::documents {

/// The bulletin as .docx and its attachments as .xlsx. The same input gives the same bytes.
[[nodiscard]] Result<std::vector<reporting::Paper>> render_papers(const reporting::BulletinInput& input);

/// The same with the bulletin's words as the office edited them. Errors: with_edited_text's too.
[[nodiscard]] Result<std::vector<reporting::Paper>> render_edited_papers(const reporting::BulletinInput& input,
                                                                         std::string_view text);

/// Any other paper as .docx, by a template of its own. Errors: fill_template's.
[[nodiscard]] Result<std::string> render_paper(const reporting::OfficialPaper& paper, std::string_view template_bytes);

/// Whether an office's template will do, before anything is published with it: every field and list known, nothing missing
/// without which the paper would be wrong (title, issuer, date, the mark of a draft, the notes, every level and table).
/// Errors: InvalidInput, naming what is wrong.
[[nodiscard]] Result<void> check_bulletin_template(std::string_view bytes);

/// The same for the template of any other paper, which needs a title only: every field, list and pattern known, each brace
/// closed. Errors: InvalidInput, naming what is wrong.
[[nodiscard]] Result<void> check_paper_template(std::string_view bytes);

/// A built-in template: "bulletin", "brief", "letter", "plain" or "page"; empty for any other name.
[[nodiscard]] std::string_view built_in_template(std::string_view name);
/// The one used when the campaign brings none.
[[nodiscard]] inline std::string_view default_bulletin_template() {
  return built_in_template("bulletin");
}

}  // namespace guatu::documents
