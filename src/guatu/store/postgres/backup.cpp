#include "guatu/store/postgres/backup.hpp"

#include <filesystem>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <system_error>

#include "guatu/store/copy_journal.hpp"
#include "guatu/store/postgres/postgres_store.hpp"
#include "guatu/store/postgres/schema.hpp"
#include "guatu/store/schema_history.hpp"
#include "guatu/store/sqlite/arriving.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<soci::session> connect(const PostgresPlace& place) {
  const PostgresOptions options;
  auto limits = options.limits;
  limits.others = place.others;
  if (!place.others) limits.reconnect = std::chrono::milliseconds(0);
  return connect_patiently(place, options.wait_for_writer, limits);
}

/// Everything that `from` sees as one state, in the empty store at `path`, without a log beside it.
void fill_file(soci::session& from, const std::string& path, std::size_t version) {
  const auto to = connect_sqlite(path, OpenOptions{}.wait_for_writer);
  const Transaction one_state(from, postgres_dialect().begin_read);
  Transaction writing(*to, sqlite_dialect().begin_write);
  copy_journal(from, *to, sqlite_dialect(), version);
  writing.commit();
  std::string mode;
  *to << "pragma journal_mode = delete", soci::into(mode);
}

/// The head of a file whose chain holds. What proves knows only today's schema, so it looks at a copy that has it.
Result<ports::CommitHead> prove_file(const Arriving& filled, const std::string& name) {
  const Arriving proving(filled.path() + ".proving");
  copy_bytes(filled.path(), proving.path());
  GUATU_CHECK(migrate_sqlite_copy(proving.path()));
  const auto file = connect_sqlite(proving.path(), OpenOptions{}.wait_for_writer);
  return prove_journal(*file, sqlite_dialect(), name);
}

using File = std::unique_ptr<soci::session>;

/// A backup that may be of an older version of the program, brought up to date and proved. It holds names and phone
/// numbers, so only the open file is left of it: a program that is killed leaves nothing behind.
Result<File> open_copy(const Arriving& arriving, const std::string& backup) {
  GUATU_CHECK(receive_backup(backup, arriving));
  auto file = connect_sqlite(arriving.path(), OpenOptions{}.wait_for_writer);
  GUATU_CHECK(prove_journal(*file, sqlite_dialect(), backup));
  arriving.remove();
  return file;
}

Result<File> open_copy(const std::string& backup) {
  try {
    return open_copy(Arriving(Unguessed::Name, (fs::temp_directory_path() / "guatu-restore").string()), backup);
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(backup, error);
  }
}

Result<Restored> put_in_place(soci::session& session, const PostgresPlace& place, soci::session& file) {
  Transaction transaction(session, begin_schema_change);
  Restored restored;
  GUATU_TRY(restored.replaced, move_schema_aside(session, place));
  GUATU_CHECK(create_schema(session, place));
  apply_scripts(session, postgres_migrations(), 0);
  copy_journal(file, session, postgres_dialect(), postgres_migrations().size());
  GUATU_TRY(restored.head, prove_journal(session, postgres_dialect(), place.shown));
  transaction.commit();
  if (!restored.replaced.empty()) restored.replaced = "schema=" + restored.replaced;
  return restored;
}

}  // namespace

Result<ports::CommitHead> back_up_postgres(const PostgresPlace& place, const std::string& copy) {
  try {
    if (fs::exists(copy)) return backup_exists(copy);
    if (!fs::is_directory(folder_of(copy))) return folder_missing(copy);
    const auto session = connect(place);
    GUATU_TRY(const auto version, load_schema_version(*session, place, postgres_migrations()));
    if (version == 0) return store_missing(place.shown);
    const auto& scripts = sqlite_migrations();
    const Arriving arriving(copy + ".part");
    GUATU_CHECK(migrate_sqlite_copy(arriving.path(),
                                    {scripts.begin(), scripts.begin() + static_cast<std::ptrdiff_t>(version)}));
    fill_file(*session, arriving.path(), version);
    GUATU_TRY(auto head, prove_file(arriving, place.shown));
    sync_path(arriving.path());
    fs::rename(arriving.path(), copy);
    sync_path(folder_of(copy));
    return head;
  } catch (const soci::sqlite3_soci_error& error) {
    return sqlite_dialect().explain(copy, error);
  } catch (const std::system_error& error) {
    return sqlite_dialect().explain(copy, error);
  } catch (const std::exception& error) {
    return postgres_dialect().explain(place.shown, error);
  }
}

Result<Restored> restore_postgres(const PostgresPlace& place, const std::string& backup) {
  GUATU_TRY(const auto file, open_copy(backup));
  try {
    const auto session = connect(place);
    return put_in_place(*session, place, *file);
  } catch (const std::exception& error) {
    return postgres_dialect().explain(place.shown, error);
  }
}

}  // namespace guatu::store
