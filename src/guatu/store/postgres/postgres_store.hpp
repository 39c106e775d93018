#pragma once

#include <chrono>
#include <memory>

#include "guatu/ports/session_desk.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/store/migrations.hpp"
#include "guatu/store/patience.hpp"
#include "guatu/store/postgres/connection_url.hpp"

/// The journal in one schema of a PostgreSQL database. One writer at a time by an advisory lock; acknowledged when the
/// server and its synchronous standbys have it on their disks.
namespace guatu::store {

struct PostgresOptions {
  std::chrono::milliseconds wait_for_writer{30'000};  ///< How long another writer is waited for.
  /// A failover passes unnoticed, serialization failures and deadlocks are repeated.
  RetryLimits limits{std::chrono::seconds(40), 20, false};
  std::size_t connections = 8;  ///< At most so many at once.
};

/// Makes the schema when it does not exist, and brings an older one to that of `scripts` in one transaction, with a backup
/// `<database>-<schema>.backup-<old version>` in the working folder first. Does nothing to one that is up to date.
/// Errors: StoreFailed, also for a newer schema or one that is no Guatu store, which is left as it is.
[[nodiscard]] Result<void> migrate_postgres(const PostgresPlace& place,
                                            const std::vector<Migration>& scripts = postgres_migrations());

/// There is a store at the place, whatever its version. False also when the server does not answer.
[[nodiscard]] bool postgres_store_exists(const PostgresPlace& place);

/// Errors: StoreFailed, also when there is no store at the place or its schema is not this program's.
[[nodiscard]] Result<std::unique_ptr<ports::Store>> open_postgres(const PostgresPlace& place,
                                                                  PostgresOptions options = {});

/// What is kept of people at the door, in the same schema. Errors: as of `open_postgres`.
[[nodiscard]] Result<std::unique_ptr<ports::SessionDesk>> open_postgres_desk(const PostgresPlace& place,
                                                                             PostgresOptions options = {});

}  // namespace guatu::store
