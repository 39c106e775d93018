#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

namespace guatu::documents {

/// The same .docx for a reader that sets digits and letters apart from characters although its paragraphs say not to
/// (autoSpaceDE, autoSpaceDN): between 2022 and 年 stands a space without width, which ends the gap and may end a line, as
/// before. For making pictures of a paper; what is stored and sent stays as it is.
/// Errors: read_failure's for a damaged archive; FileFailed.
[[nodiscard]] Result<std::string> close_gaps(std::string_view docx);

/// The text of one run.
[[nodiscard]] std::string with_gaps_closed(std::string_view text);

}  // namespace guatu::documents
