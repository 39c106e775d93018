#pragma once

#include "guatu/cli/command.hpp"

/// The verbs about people and their rights.
namespace guatu::cli {

[[nodiscard]] Command user_command();
[[nodiscard]] Command rights_command();

}  // namespace guatu::cli
