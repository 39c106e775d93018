#include "guatu/store/sqlite/backup.hpp"

#include <filesystem>
#include <soci/soci.h>

#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEndings[] = {"", "-wal", "-shm"};

/// The head of a store whose chain holds.
Result<ports::CommitHead> proved_head(const std::string& path) {
  GUATU_TRY(const auto store, open_sqlite(path));
  GUATU_TRY(const auto fault, store->verify_chain());
  if (fault) return make_error(ErrorKind::IntegrityBroken, path, fault->what_zh, fault->what);
  return store->find_head();
}

/// A store on its way to its place: gone with its log when it did not get there.
class Arriving {
 public:
  explicit Arriving(std::string path) : path_(std::move(path)) { remove(); }
  Arriving(const Arriving&) = delete;
  Arriving& operator=(const Arriving&) = delete;
  ~Arriving() { remove(); }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void remove() {
    std::error_code ignored;
    for (const auto* ending : kEndings)
      fs::remove(path_ + ending, ignored);
  }

  std::string path_;
};

/// People know the backup by its own name, not by that of its copy.
Error about_backup(Error error, const std::string& copy, const std::string& backup) {
  for (auto* text : {&error.subject, &error.message.zh, &error.message.en})
    for (auto at = text->find(copy); at != std::string::npos; at = text->find(copy, at + backup.size()))
      text->replace(at, copy.size(), backup);
  return error;
}

/// Moves a store and its log aside, so that nothing of it is taken for part of another one.
std::string move_aside(const std::string& path) {
  if (!fs::exists(path)) return {};
  const auto replaced = free_name(path + ".replaced");
  for (const auto* ending : kEndings)
    if (fs::exists(path + ending)) fs::rename(path + ending, replaced + ending);
  return replaced;
}

}  // namespace

Result<ports::CommitHead> back_up_sqlite(const std::string& path, const std::string& copy) {
  if (fs::exists(copy))
    return make_error(ErrorKind::Refused, copy, copy + " 已存在，备份不覆盖任何文件，请换一个文件名",
                      copy + " exists; a backup overwrites nothing, choose another name");
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
    fs::create_directories(folder_of(path));
    create_private(arriving.path());
    fs::copy_file(backup, arriving.path(), fs::copy_options::overwrite_existing);
    sync_path(arriving.path());
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
