#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/reporting/bulletin_input.hpp"

namespace guatu::documents {

/// The bulletin as .docx and its attachments as .xlsx. The same input gives the same bytes.
[[nodiscard]] Result<std::vector<reporting::Paper>> render_papers(const reporting::BulletinInput& input);

/// The template used when the campaign brings none.
[[nodiscard]] std::string_view default_bulletin_template();

}  // namespace guatu::documents
