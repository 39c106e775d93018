#pragma once

#include <string>

#include "guatu/base/result.hpp"

namespace guatu::cli {

/// The next line of standard input. On a terminal `prompt` is shown, nothing that is typed is, and it is asked twice.
/// Errors: WrongUsage when nothing comes; Refused when the two differ.
[[nodiscard]] Result<std::string> read_secret(const std::string& prompt);

}  // namespace guatu::cli
