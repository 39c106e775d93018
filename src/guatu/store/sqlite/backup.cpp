#include "guatu/store/sqlite/backup.hpp"

#include <filesystem>
#include <soci/soci.h>

#include "guatu/store/sqlite/arriving.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

/// The head of a store whose chain holds.
Result<ports::CommitHead> proved_head(const std::string& path) {
  GUATU_TRY(const auto store, open_sqlite(path));
  GUATU_TRY(const auto fault, store->verify_chain());
  if (fault) return make_error(ErrorKind::IntegrityBroken, path, fault->what_zh, fault->what);
  return store->find_head();
}

/// Moves a store and its log aside, so that nothing of it is taken for part of another one.
std::string move_aside(const std::string& path) {
  if (!fs::exists(path)) return {};
  const auto replaced = free_name(path + ".replaced");
  for (const auto* ending : kFileEndings)
    if (fs::exists(path + ending)) fs::rename(path + ending, replaced + ending);
  return replaced;
}

}  // namespace

Error backup_exists(const std::string& copy) {
  return make_error(ErrorKind::Refused, copy, copy + " 已存在，备份不覆盖任何文件，请换一个文件名",
                    copy + " exists; a backup overwrites nothing, choose another name");
}

Result<ports::CommitHead> back_up_sqlite(const std::string& path, const std::string& copy) {
  if (fs::exists(copy)) return backup_exists(copy);
  if (const auto head = proved_head(path); !head) return head.error();
  try {
    fs::create_directories(folder_of(copy));
    const auto session = connect_sqlite(path, OpenOptions{}.wait_for_writer);
    copy_whole(*session, copy + ".part", copy);
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(copy, error);
  }
  // Read back as it lies there. A writer at work may have brought the copy further than the head seen before.
  return proved_head(copy);
}

Result<Restored> restore_sqlite(const std::string& path, const std::string& backup) {
  const Arriving arriving(path + ".restoring");
  try {
    copy_backup(backup, arriving);
    const auto migrated = migrate_sqlite_copy(arriving.path());
    if (!migrated) return about_backup(migrated.error(), arriving.path(), backup);
    const auto head = proved_head(arriving.path());
    if (!head) return about_backup(head.error(), arriving.path(), backup);
    Restored restored{*head, move_aside(path)};
    fs::rename(arriving.path(), path);
    sync_path(folder_of(path));
    return restored;
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(backup, error);
  }
}

}  // namespace guatu::store
