#include "guatu/store/sqlite/replacing.hpp"

#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include "guatu/store/sql/sqlite_sql.hpp"
#include "guatu/store/sqlite/arriving.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/schema_version.hpp"
#include "guatu/store/sqlite/whole_file.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

/// One program at a time replaces something in a folder. Where the file system cannot lock, nobody is waited for.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder) : folder_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ >= 0) static_cast<void>(flock(folder_, LOCK_EX));
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() {
    if (folder_ >= 0) close(folder_);
  }

 private:
  int folder_;
};

/// What cannot be read is nobody's sound database.
bool is_sound_and_foreign(const std::string& path) try {
  const auto session = connect_to_look(path);
  int tables = 0;
  int application = 0;
  *session << sql::sqlite::kCountTables, soci::into(tables);
  *session << "pragma application_id", soci::into(application);
  if (application == kApplicationId || (tables == 0 && application == 0)) return false;
  return !sqlite_dialect().find_damage(*session);
} catch (const soci::soci_error&) {
  return false;
}

/// While it lives nobody writes to the store at `path`; one at work is waited for. A file that is no database any more has
/// no writers. Who waited meanwhile finds its file moved, and writes nothing.
class WritersHeld {
 public:
  explicit WritersHeld(const std::string& path) {
    if (!fs::exists(path)) return;
    try {
      session_ = connect_to_look(path);
      *session_ << "begin immediate";
    } catch (const soci::sqlite3_soci_error& error) {
      session_.reset();
      if ((error.result() & 0xff) == SQLITE_BUSY) throw;
    }
  }

 private:
  std::unique_ptr<soci::session> session_;
};

void move_files(const std::string& from, const std::string& to) {
  for (const auto* ending : kFileEndings)
    if (fs::exists(from + ending)) fs::rename(from + ending, to + ending);
}

/// A log without its file would be taken for part of the next one.
bool anything_stands(const std::string& path) {
  for (const auto* ending : kFileEndings)
    if (fs::exists(path + ending)) return true;
  return false;
}

Error refused(const std::string& path, const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::Refused, path, path + " " + zh, path + " " + en);
}

}  // namespace

Result<void> check_replaceable(const std::string& path, const std::string& backup) {
  if (!fs::exists(path)) return {};
  if (!fs::is_regular_file(path))
    return refused(path, "是文件夹或设备，不能作为数据库，请在 --db 中换一个文件",
                   "is a folder or a device and cannot be a store; name another file in --db");
  if (fs::exists(backup) && fs::equivalent(path, backup))
    return refused(path, "就是要恢复的库本身，备份应是另一个文件；什么也没有改动",
                   "is itself the store to be replaced; a backup is another file, and nothing was changed");
  if (is_sound_and_foreign(path))
    return refused(path, "是其他程序的数据库，不会移走，请在 --db 中换一个文件，或自行将它移开",
                   "is another program's database and is not moved; name another file in --db, or move it yourself");
  return {};
}

Result<std::string> take_place(const std::string& arriving, const std::string& path) {
  const FolderLock alone(folder_of(path));
  if (!anything_stands(path)) {
    fs::rename(arriving, path);
    return std::string();
  }
  const WritersHeld held(path);
  const bool whole = fs::exists(path);
  const auto aside = free_name(path + ".replaced");
  try {
    move_files(path, aside);
    fs::rename(arriving, path);
  } catch (const std::exception& cause) {
    try {
      move_files(aside, path);
    } catch (const std::exception&) {
      return make_error(ErrorKind::StoreFailed, path,
                        "没有恢复成功，原来的库现为 " + aside + "，请将它改回 " + path + "（" + cause.what() + "）",
                        "nothing was restored, and the former store is now " + aside + "; rename it to " + path + " (" +
                            cause.what() + ")");
    }
    throw;
  }
  return whole ? aside : std::string();
}

}  // namespace guatu::store
