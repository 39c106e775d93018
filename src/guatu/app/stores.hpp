#pragma once

#include <memory>
#include <string>
#include <utility>

#include "guatu/cli/shell.hpp"
#include "guatu/ports/session_desk.hpp"

/// Stores by their address: sqlite:PATH or postgresql://…
namespace guatu::app {

/// Errors: WrongUsage for another address; what the engine's own functions say.
[[nodiscard]] Result<std::unique_ptr<ports::Store>> open_store(const std::string& url, cli::OpenMode mode);
/// For a service: it opens again by itself, so a server that is gone is waited for two seconds only.
[[nodiscard]] Result<std::unique_ptr<ports::Store>> open_store_to_serve(const std::string& url);
/// What is kept of people at the door, beside the journal of the same store.
[[nodiscard]] Result<std::unique_ptr<ports::SessionDesk>> open_desk(const std::string& url);
/// Another text when another file stands at the address of a store that is a file, or none any more; empty for a server's.
[[nodiscard]] std::string store_identity(const std::string& url);
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
