#pragma once

#include "guatu/cli/machine.hpp"

namespace guatu::app {

/// This machine. `path_of` gives the file behind a store's address, empty when there is none.
[[nodiscard]] cli::Machine this_machine(std::function<std::string(const std::string& url)> path_of);

}  // namespace guatu::app
