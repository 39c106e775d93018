#pragma once

#include <memory>
#include <string>

#include "guatu/ports/store.hpp"

/// The journal in one SQLite file. One writer at a time; write-ahead log; every commit is synced before it is acknowledged.
namespace guatu::store {

/// Creates the file when it does not exist, brings an older one to this program's schema (backup beside it first).
/// Errors: Refused for a newer schema or a file that is no Guatu store; StoreFailed.
[[nodiscard]] Result<void> migrate_sqlite(const std::string& path);

/// Errors: NotFound when there is no file, Refused when its schema is not this program's, StoreFailed.
[[nodiscard]] Result<std::unique_ptr<ports::Store>> open_sqlite(const std::string& path);

}  // namespace guatu::store
