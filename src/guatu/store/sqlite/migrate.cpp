#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <soci/soci.h>
#include <system_error>
#include <unistd.h>

#include "guatu/ports/digest.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/schema_version.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

/// The store holds names and phone numbers: only its owner reads it. SQLite gives its log the same rights.
void create_private(const std::string& path) {
  const int file = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) fail(path);
  close(file);
}

void sync_path(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  const bool synced = fsync(file) == 0;
  const int cause = errno;
  close(file);
  errno = cause;
  if (!synced) fail(path);
}

std::string folder_of(const std::string& path) {
  const auto folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

/// A copy that is complete on disk before it has its name; an earlier backup is never written over.
void back_up(soci::session& session, const std::string& path, std::size_t version) {
  const auto name = path + ".backup-" + std::to_string(version);
  auto backup = name;
  for (int i = 2; fs::exists(backup); ++i)
    backup = name + "-" + std::to_string(i);
  const auto unfinished = name + ".part";
  fs::remove(unfinished);
  create_private(unfinished);
  session << "vacuum into :path", soci::use(unfinished, "path");
  sync_path(unfinished);
  fs::rename(unfinished, backup);
  sync_path(folder_of(path));
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
