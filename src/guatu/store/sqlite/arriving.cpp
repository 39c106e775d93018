#include "guatu/store/sqlite/arriving.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <system_error>
#include <unistd.h>

#include "guatu/store/schema_history.hpp"
#include "guatu/store/sql/session_sql.hpp"
#include "guatu/store/sql/sqlite_sql.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/schema_version.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/store/sqlite/whole_file.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

std::string make_unique_file(const std::string& beginning) {
  auto name = beginning + "-XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) throw std::system_error(errno, std::generic_category(), beginning);
  close(file);
  return name;
}

/// A store in use, or left by a program that was killed, has its newest commits beside the file.
bool has_log(const std::string& path) {
  for (const auto* ending : kFileEndings)
    if (*ending != '\0' && fs::exists(path + ending)) return true;
  return false;
}

void copy_backup(const std::string& backup, const std::string& copy) {
  if (!has_log(backup)) {
    copy_bytes(backup, copy);
    if (!has_log(backup)) return sync_path(copy);
    // Somebody opened it meanwhile, so the bytes may be of two states.
    fs::resize_file(copy, 0);
  }
  const auto session = connect_to_look(backup);
  *session << sql::sqlite::kCopyInto, soci::use(copy, "path");
  sync_path(copy);
}

Result<void> check_is_file(const std::string& backup) {
  const auto kind = fs::status(backup).type();
  if (kind == fs::file_type::not_found)
    return make_error(ErrorKind::StoreFailed, backup, "没有备份文件 " + backup + "，请核对路径",
                      "there is no backup " + backup + "; check the path");
  if (kind != fs::file_type::regular)
    return store_unusable(backup, "是文件夹或设备，不是备份文件，请给出备份文件的路径",
                          "is a folder or a device and no backup; name the file of the backup");
  return {};
}

Result<void> check_holds_store(const std::string& copy) {
  const auto session = connect_sqlite(copy, OpenOptions{}.wait_for_writer);
  GUATU_TRY(const auto version, load_schema_version(*session, copy, sqlite_migrations()));
  if (version == 0)
    return store_unusable(copy, "是空的，里面没有挂图的数据库，请换一个备份文件",
                          "is empty and holds no Guatu store; name another backup");
  return {};
}

/// Whoever was signed in when the backup was made, or was thrown out since, has to sign in again.
void forget_sessions(const std::string& copy) {
  const auto session = connect_sqlite(copy, OpenOptions{}.wait_for_writer);
  int count = 0;
  *session << sql::kCountSessions, soci::into(count);
  if (count > 0) *session << sql::kDeleteSessions;
}

/// People know the backup by its own name, not by that of its copy.
Error about_backup(Error error, const std::string& copy, const std::string& backup) {
  for (auto* text : {&error.subject, &error.message.zh, &error.message.en})
    for (auto at = text->find(copy); at != std::string::npos; at = text->find(copy, at + backup.size()))
      text->replace(at, copy.size(), backup);
  return error;
}

}  // namespace

Arriving::Arriving(std::string path) : path_(std::move(path)) {
  remove();
}

Arriving::Arriving(Unguessed, const std::string& beginning) : path_(make_unique_file(beginning)) {}

Arriving::~Arriving() {
  remove();
}

void Arriving::remove() const {
  std::error_code ignored;
  for (const auto* ending : kFileEndings)
    fs::remove(path_ + ending, ignored);
}

Result<void> receive_backup(const std::string& backup, const Arriving& arriving) {
  GUATU_CHECK(check_is_file(backup));
  copy_backup(backup, arriving.path());
  if (const auto holds = check_holds_store(arriving.path()); !holds)
    return about_backup(holds.error(), arriving.path(), backup);
  if (const auto migrated = migrate_sqlite_copy(arriving.path()); !migrated)
    return about_backup(migrated.error(), arriving.path(), backup);
  forget_sessions(arriving.path());
  return {};
}

Result<ports::CommitHead> prove_copy(const std::string& copy, const std::string& name) {
  auto head = proved_head(copy);
  if (!head) return about_backup(head.error(), copy, name);
  return head;
}

Result<ports::CommitHead> proved_head(const std::string& path) {
  GUATU_TRY(const auto store, open_sqlite(path));
  GUATU_TRY(const auto fault, store->verify_chain());
  if (fault) return make_error(ErrorKind::IntegrityBroken, path, fault->what_zh, fault->what);
  return store->find_head();
}

}  // namespace guatu::store
