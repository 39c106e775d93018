#include "guatu/store/sqlite/backup.hpp"

#include <filesystem>
#include <soci/soci.h>

#include "guatu/store/sqlite/arriving.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/replacing.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"

namespace guatu::store {
namespace fs = std::filesystem;

Error backup_exists(const std::string& copy) {
  return make_error(ErrorKind::Refused, copy, copy + " 已存在，备份不覆盖任何文件，请换一个文件名",
                    copy + " exists; a backup overwrites nothing, choose another name");
}

Error folder_missing(const std::string& copy) {
  const auto folder = folder_of(copy);
  return make_error(ErrorKind::Refused, copy, "文件夹 " + folder + " 不存在，请先建好或换一个路径，没有备份任何内容",
                    "there is no folder " + folder + "; make it or choose another path, nothing was backed up");
}

Result<ports::CommitHead> back_up_sqlite(const std::string& path, const std::string& copy) {
  try {
    if (fs::exists(copy)) return backup_exists(copy);
    if (!fs::is_directory(folder_of(copy))) return folder_missing(copy);
    if (const auto head = proved_head(path); !head) return head.error();
    const auto session = connect_sqlite(path, OpenOptions{}.wait_for_writer);
    copy_whole(*session, copy + ".part", copy);
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(copy, error);
  }
  // Read back as it lies there. A writer at work may have brought the copy further than the head seen before.
  return proved_head(copy);
}

Result<Restored> restore_sqlite(const std::string& path, const std::string& backup) {
  try {
    GUATU_CHECK(check_replaceable(path, backup));
    fs::create_directories(folder_of(path));
    const Arriving arriving(Unguessed::Name, path + ".restoring");
    GUATU_CHECK(receive_backup(backup, arriving));
    GUATU_TRY(const auto head, prove_copy(arriving.path(), backup));
    GUATU_TRY(auto replaced, take_place(arriving.path(), path));
    sync_path(folder_of(path));
    return Restored{head, std::move(replaced)};
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(backup, error);
  }
}

}  // namespace guatu::store
