#include <filesystem>
#include <soci/soci.h>

#include "guatu/ports/digest.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/schema_version.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

/// An earlier backup is never written over.
void back_up(soci::session& session, const std::string& path, std::size_t version) {
  const auto name = path + ".backup-" + std::to_string(version);
  copy_whole(session, name + ".part", free_name(name));
}

/// Statements end with a semicolon at the end of a line; comments stand on lines of their own.
void run_script(soci::session& session, std::string_view script) {
  std::string statement;
  while (!script.empty()) {
    const auto end = script.find('\n');
    const auto line = script.substr(0, end);
    script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
    if (line.starts_with("--")) continue;
    statement += line;
    statement += '\n';
    if (!line.ends_with(';')) continue;
    session << statement;
    statement.clear();
  }
}

void apply(soci::session& session, const Migration& migration, std::size_t version) {
  run_script(session, migration.script);
  const auto number = static_cast<long long>(version);
  const std::string name(migration.name);
  const auto digest = ports::sm3_hex(migration.script);
  const long long applied_at = ports::SystemClock{}.now();
  session << sql::kInsertMigration, soci::use(number, "version"), soci::use(name, "name"), soci::use(digest, "digest"),
      soci::use(applied_at, "applied_at");
}

Result<void> migrate_open(soci::session& session, const std::string& path, const std::vector<Migration>& scripts) {
  GUATU_TRY(const auto before, load_schema_version(session, path, scripts));
  if (before == scripts.size()) return {};
  if (before > 0) back_up(session, path, before);
  make_durable(session, path);
  Transaction transaction(session, sqlite_dialect().begin_write);
  // Another program may have been at the same work meanwhile.
  GUATU_TRY(const auto version, load_schema_version(session, path, scripts));
  session << "pragma application_id = " << kApplicationId;
  session << sql::kCreateMigrations;
  for (auto next = version; next < scripts.size(); ++next)
    apply(session, scripts[next], next + 1);
  transaction.commit();
  sync_path(folder_of(path));
  return {};
}

}  // namespace

Result<void> migrate_sqlite(const std::string& path, const std::vector<Migration>& scripts) {
  try {
    fs::create_directories(folder_of(path));
    if (!fs::exists(path)) create_private(path);
    const auto session = connect_sqlite(path, OpenOptions{}.wait_for_writer);
    return migrate_open(*session, path, scripts);
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(path, error);
  }
}

}  // namespace guatu::store
