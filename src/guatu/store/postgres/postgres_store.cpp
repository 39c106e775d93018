#include "guatu/store/postgres/postgres_store.hpp"

#include <soci/soci.h>

#include "guatu/store/journal_store.hpp"
#include "guatu/store/postgres/backup.hpp"
#include "guatu/store/postgres/connection.hpp"
#include "guatu/store/postgres/schema.hpp"
#include "guatu/store/schema_history.hpp"
#include "guatu/store/session_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

/// At the start only a failover is waited for: an address where nobody answers may as well be wrong.
RetryLimits first_limits(const PostgresPlace& place, RetryLimits limits) {
  limits.others = place.others;
  if (!place.others) limits.reconnect = std::chrono::milliseconds(0);
  return limits;
}

}  // namespace

Result<void> migrate_postgres(const PostgresPlace& place, const std::vector<Migration>& scripts) {
  try {
    const PostgresOptions options;
    const auto session = connect_patiently(place, options.wait_for_writer, first_limits(place, options.limits));
    GUATU_TRY(const auto before, load_schema_version(*session, place, scripts));
    if (before == scripts.size()) return {};
    if (before > 0) {
      const auto name = place.database + "-" + place.schema + ".backup-" + std::to_string(before);
      if (const auto head = back_up_postgres(place, free_name(name)); !head) return head.error();
    }
    Transaction transaction(*session, begin_schema_change);
    // Another program may have been at the same work meanwhile.
    GUATU_TRY(const auto version, load_schema_version(*session, place, scripts));
    GUATU_CHECK(create_schema(*session, place));
    apply_scripts(*session, scripts, version);
    transaction.commit();
    return {};
  } catch (const std::exception& error) {
    return postgres_dialect().explain(place.shown, error);
  }
}

bool postgres_store_exists(const PostgresPlace& place) {
  try {
    const auto session = connect_postgres(place, PostgresOptions{}.wait_for_writer);
    const auto version = load_schema_version(*session, place, postgres_migrations());
    return !version || *version > 0;
  } catch (const std::exception&) {
    return false;
  }
}

namespace {

/// Connections to a schema of this program. Failures are exceptions, or the errors of `open_postgres`.
Result<std::unique_ptr<ConnectionPool>> connect_pool(const PostgresPlace& place, const PostgresOptions& options) {
  auto session = connect_patiently(place, options.wait_for_writer, first_limits(place, options.limits));
  const auto& scripts = postgres_migrations();
  GUATU_TRY(const auto version, load_schema_version(*session, place, scripts));
  if (version == 0) return store_missing(place.shown);
  if (version < scripts.size()) return store_outdated(place.shown);
  const auto connect = [place, wait = options.wait_for_writer] { return connect_postgres(place, wait); };
  return std::make_unique<ConnectionPool>(connect, options.connections, std::move(session));
}

}  // namespace

Result<std::unique_ptr<ports::Store>> open_postgres(const PostgresPlace& place, PostgresOptions options) {
  try {
    GUATU_TRY(auto pool, connect_pool(place, options));
    options.limits.others = place.others;
    return make_journal_store(place.shown, std::move(pool), postgres_dialect(), options.limits);
  } catch (const std::exception& error) {
    return postgres_dialect().explain(place.shown, error);
  }
}

Result<std::unique_ptr<ports::SessionDesk>> open_postgres_desk(const PostgresPlace& place, PostgresOptions options) {
  try {
    GUATU_TRY(auto pool, connect_pool(place, options));
    options.limits.others = place.others;
    return make_session_desk(place.shown, std::move(pool), postgres_dialect(), options.limits);
  } catch (const std::exception& error) {
    return postgres_dialect().explain(place.shown, error);
  }
}

}  // namespace guatu::store
