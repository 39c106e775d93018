#pragma once

#include <memory>
#include <string>
#include <utility>

#include "guatu/cli/shell.hpp"

/// Stores by their address: sqlite:PATH or postgresql://…
namespace guatu::app {

/// Errors: WrongUsage for another address; what the engine's own functions say.
[[nodiscard]] Result<std::unique_ptr<ports::Store>> open_store(const std::string& url, cli::OpenMode mode);
[[nodiscard]] bool store_exists(const std::string& url);
[[nodiscard]] Result<ports::CommitHead> back_up_store(const std::string& url, const std::string& copy);
/// Gives the head and, empty when there was none, where the store that stood there is now.
[[nodiscard]] Result<std::pair<ports::CommitHead, std::string>> restore_store(const std::string& url,
                                                                              const std::string& backup);
/// The file of a store that is one; empty for any other.
[[nodiscard]] std::string store_file(const std::string& url);
/// The address as people may see it: without password.
[[nodiscard]] std::string shown_store(const std::string& url);

}  // namespace guatu::app
