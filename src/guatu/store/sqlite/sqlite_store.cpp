#include "guatu/store/sqlite/sqlite_store.hpp"

#include <filesystem>
#include <soci/soci.h>

#include "guatu/store/journal_store.hpp"
#include "guatu/store/schema_history.hpp"
#include "guatu/store/session_store.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/schema_version.hpp"

namespace guatu::store {

namespace {

/// Connections to a file that is ours and of this program's schema. Failures are exceptions, or the errors of `open_sqlite`.
Result<std::unique_ptr<ConnectionPool>> connect_pool(const std::string& path, const OpenOptions& options) {
  if (!std::filesystem::exists(path)) return store_missing(path);
  const auto connect = [path, wait = options.wait_for_writer] {
    auto reading = connect_to_medium(path);
    return reading ? std::move(reading) : connect_sqlite(path, wait);
  };
  auto session = connect();
  GUATU_TRY(const auto version, load_schema_version(*session, path, sqlite_migrations()));
  if (version < sqlite_migrations().size()) return store_outdated(path);
  make_durable(*session, path);
  const auto connect_again = [path, connect] {
    auto next = connect();
    make_durable(*next, path);
    return next;
  };
  return std::make_unique<ConnectionPool>(connect_again, 1, std::move(session));
}

}  // namespace

Result<std::unique_ptr<ports::Store>> open_sqlite(const std::string& path, OpenOptions options) {
  try {
    GUATU_TRY(auto pool, connect_pool(path, options));
    return make_journal_store(path, std::move(pool), sqlite_dialect(), {});
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(path, error);
  }
}

Result<std::unique_ptr<ports::SessionDesk>> open_sqlite_desk(const std::string& path, OpenOptions options) {
  try {
    GUATU_TRY(auto pool, connect_pool(path, options));
    return make_session_desk(path, std::move(pool), sqlite_dialect(), {});
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(path, error);
  }
}

}  // namespace guatu::store
