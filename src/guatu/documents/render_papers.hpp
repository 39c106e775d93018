#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/reporting/bulletin_input.hpp"

namespace guatu::documents {

/// The bulletin as .docx and its attachments as .xlsx. The same input gives the same bytes.
[[nodiscard]] Result<std::vector<reporting::Paper>> render_papers(const reporting::BulletinInput& input);

/// Whether an office's template will do, before anything is published with it: every field and list known, nothing missing
/// without which the paper would be wrong (title, issuer, date, the mark of a draft, the notes, every level and table).
/// Errors: InvalidInput, naming what is wrong.
[[nodiscard]] Result<void> check_bulletin_template(std::string_view bytes);

/// The template used when the campaign brings none.
[[nodiscard]] std::string_view default_bulletin_template();

}  // namespace guatu::documents
