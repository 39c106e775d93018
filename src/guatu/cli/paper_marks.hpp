#pragma once

#include <vector>

#include "guatu/cli/arguments.hpp"
#include "guatu/reporting/official_marks.hpp"

/// Options of every verb that writes papers: what only some papers bear.
namespace guatu::cli {

/// --copy-number, --secrecy, --urgency, --joint, behind `options`.
[[nodiscard]] std::vector<OptionSpec> with_mark_options(std::vector<OptionSpec> options);

/// Errors: WrongUsage, as parse_marks.
[[nodiscard]] Result<reporting::OfficialMarks> marks_of(const Arguments& arguments);

}  // namespace guatu::cli
