#pragma once

#include <string>

#include "guatu/ports/store.hpp"

/// Copies of a whole store, and the way back. A store must not be copied with other tools while somebody writes: its log
/// would be missing.
namespace guatu::store {

/// A copy of the store at `path` as of now, synced and read back; others may go on writing meanwhile. Gives its head.
/// Errors: Refused when `copy` exists; IntegrityBroken when the chain does not hold; StoreFailed.
[[nodiscard]] Result<ports::CommitHead> back_up_sqlite(const std::string& path, const std::string& copy);

[[nodiscard]] Error backup_exists(const std::string& copy);
[[nodiscard]] Error folder_missing(const std::string& copy);

struct Restored {
  ports::CommitHead head;
  std::string replaced;  ///< Where the store that stood there is now; empty when there was none.
};

/// Puts a backup, which is left as it is and may be a store in use, in the place of the store at `path`. Nobody may use
/// that store meanwhile. Errors: Refused for what is not ours to move; IntegrityBroken when the backup's chain does not hold; StoreFailed. The store is then as it was.
[[nodiscard]] Result<Restored> restore_sqlite(const std::string& path, const std::string& backup);

}  // namespace guatu::store
