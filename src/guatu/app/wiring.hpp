#pragma once

#include "guatu/cli/shell.hpp"

namespace guatu::app {

/// The whole program, put together in one readable function.
[[nodiscard]] cli::Services wire();

}  // namespace guatu::app
