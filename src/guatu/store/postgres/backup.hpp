#pragma once

#include <string>

#include "guatu/ports/store.hpp"
#include "guatu/store/postgres/connection_url.hpp"
#include "guatu/store/sqlite/backup.hpp"

/// A backup is one SQLite file whatever the engine, so an office moves from the one to the other by a backup and a restore.
namespace guatu::store {

/// A copy of the store as of now, synced and read back; others may go on writing meanwhile. A store of an older schema is
/// copied as it is. Gives the copy's head.
/// Errors: Refused when `copy` exists; IntegrityBroken when the chain does not hold; StoreFailed.
[[nodiscard]] Result<ports::CommitHead> back_up_postgres(const PostgresPlace& place, const std::string& copy);

/// Puts a backup, which is left as it is, in the place of the store, in one transaction. What stood there is another schema
/// afterwards, whose name is told. Nobody may use that store meanwhile.
/// Errors: Refused when the schema holds anything else; IntegrityBroken when the backup's chain does not hold; StoreFailed. The store is then as it was.
[[nodiscard]] Result<Restored> restore_postgres(const PostgresPlace& place, const std::string& backup);

}  // namespace guatu::store
