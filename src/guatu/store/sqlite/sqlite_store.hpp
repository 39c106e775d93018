#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "guatu/ports/session_desk.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/store/migrations.hpp"

/// The journal in one SQLite file. One writer at a time; write-ahead log; every commit is synced before it is acknowledged.
namespace guatu::store {

struct OpenOptions {
  std::chrono::milliseconds wait_for_writer{30'000};  ///< How long another writer is waited for.
};

/// Creates the file, readable only by its owner, when it does not exist; brings an older one to the schema of `scripts`,
/// with a synced copy `<path>.backup-<old version>` beside it first. Does nothing to a file that is up to date.
/// Errors: StoreFailed, also for a newer schema or a file that is no Guatu store, which is left as it is.
[[nodiscard]] Result<void> migrate_sqlite(const std::string& path,
                                          const std::vector<Migration>& scripts = sqlite_migrations());

/// The same for a file that nobody else uses and that is a copy already.
[[nodiscard]] Result<void> migrate_sqlite_copy(const std::string& path,
                                               const std::vector<Migration>& scripts = sqlite_migrations());

/// Errors: StoreFailed, also when there is no file, when it is no Guatu store or its schema is not this program's;
/// IntegrityBroken when it is damaged.
[[nodiscard]] Result<std::unique_ptr<ports::Store>> open_sqlite(const std::string& path, OpenOptions options = {});

/// What is kept of people at the door, in the same file. Errors: as of `open_sqlite`.
[[nodiscard]] Result<std::unique_ptr<ports::SessionDesk>> open_sqlite_desk(const std::string& path,
                                                                           OpenOptions options = {});

}  // namespace guatu::store
