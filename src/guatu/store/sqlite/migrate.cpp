#include <filesystem>
#include <soci/soci.h>

#include "guatu/store/schema_history.hpp"
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

enum class Copy { First, None };

Result<void> migrate_open(soci::session& session, const std::string& path, const std::vector<Migration>& scripts,
                          Copy copy) {
  GUATU_TRY(const auto before, load_schema_version(session, path, scripts));
  if (before == scripts.size()) return {};
  if (before > 0 && copy == Copy::First) back_up(session, path, before);
  make_durable(session, path);
  Transaction transaction(session, sqlite_dialect().begin_write);
  // Another program may have been at the same work meanwhile.
  GUATU_TRY(const auto version, load_schema_version(session, path, scripts));
  session << "pragma application_id = " << kApplicationId;
  apply_scripts(session, scripts, version);
  transaction.commit();
  sync_path(folder_of(path));
  return {};
}

Result<void> migrate(const std::string& path, const std::vector<Migration>& scripts, Copy copy) {
  try {
    fs::create_directories(folder_of(path));
    if (!fs::exists(path)) create_private(path);
    const auto session = connect_sqlite(path, OpenOptions{}.wait_for_writer);
    return migrate_open(*session, path, scripts, copy);
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(path, error);
  }
}

}  // namespace

Result<void> migrate_sqlite(const std::string& path, const std::vector<Migration>& scripts) {
  return migrate(path, scripts, Copy::First);
}

Result<void> migrate_sqlite_copy(const std::string& path, const std::vector<Migration>& scripts) {
  return migrate(path, scripts, Copy::None);
}

}  // namespace guatu::store
