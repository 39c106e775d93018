#include "guatu/store/sqlite/connection.hpp"

#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <stdexcept>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <thread>
#include <unistd.h>

#include "guatu/store/insert_one_by_one.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sql/sqlite_sql.hpp"

namespace guatu::store {
namespace {

/// The log may still hold pages with the deleted bytes; readers at work only put that off to the next checkpoint.
void overwrite_deleted(soci::session& session) {
  session << "pragma wal_checkpoint(truncate)";
}

/// Its file was moved away or deleted while it was open: what is written now would be lost to whoever opens its place.
class FileMoved : public std::runtime_error {
 public:
  FileMoved() : std::runtime_error("the file is not at its place any more") {}
};

sqlite_api::sqlite3* handle_of(soci::session& session) {
  const auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
  return backend == nullptr ? nullptr : backend->conn_;
}

void begin_write(soci::session& session) {
  session << "begin immediate";
  int moved = 0;
  sqlite_api::sqlite3_file_control(handle_of(session), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0) throw FileMoved();
}

void begin_read(soci::session& session) {
  session << "begin";
}

/// There is nobody whose writing could be seen before it is safe.
void make_certain(soci::session&) {}

Recovery recovery(const std::exception&) {
  return Recovery::None;
}

ports::ServerReport report(soci::session& session) {
  ports::ServerReport facts;
  long long bytes = 0;
  long long version = 0;
  session << sql::sqlite::kDataBytes, soci::into(bytes);
  session << sql::kLastMigration, soci::into(version);
  facts.engine = std::string("SQLite ") + sqlite_api::sqlite3_libversion();
  facts.data_bytes = bytes;
  facts.schema_version = version;
  return facts;
}

std::optional<std::string> find_damage(soci::session& session) {
  std::string answer;
  session << "pragma integrity_check(1)", soci::into(answer);
  return answer == "ok" ? std::nullopt : std::optional(answer);
}

struct Explanation {
  int code;
  ErrorKind kind;
  const char* zh;
  const char* en;
};

constexpr Explanation kExplanations[] = {
    {SQLITE_BUSY, ErrorKind::StoreFailed, "数据库正由另一程序写入，等候后仍未释放，请稍后重试",
     "another program is writing to the store and did not finish in time; try again later"},
    {SQLITE_LOCKED, ErrorKind::StoreFailed, "数据库正由另一程序写入，等候后仍未释放，请稍后重试",
     "another program is writing to the store and did not finish in time; try again later"},
    {SQLITE_FULL, ErrorKind::StoreFailed, "磁盘已满，请清理磁盘空间后重试",
     "the disk is full; make room and try again"},
    {SQLITE_READONLY, ErrorKind::StoreFailed, "数据库文件只读，请检查文件及所在文件夹的写入权限",
     "the store is read-only; check the rights to its file and folder"},
    {SQLITE_CANTOPEN, ErrorKind::StoreFailed, "无法打开数据库文件，请检查文件及所在文件夹的权限",
     "the store cannot be opened; check the rights to its file and folder"},
    {SQLITE_PERM, ErrorKind::StoreFailed, "没有数据库文件的访问权限，请检查文件及所在文件夹的权限",
     "there is no right to the store; check the rights to its file and folder"},
    {SQLITE_IOERR, ErrorKind::StoreFailed, "读写数据库文件失败，请检查磁盘是否已满、已损坏或超出文件大小限制",
     "reading or writing the store failed; check for a full or failing disk and for a limit on file sizes"},
    {SQLITE_CORRUPT, ErrorKind::IntegrityBroken, "数据库文件已损坏，请停止使用并用备份恢复",
     "the store's file is damaged; stop using it and restore a backup"},
    {SQLITE_NOTADB, ErrorKind::IntegrityBroken, "数据库文件已损坏或不是数据库，请停止使用并用备份恢复",
     "the store's file is damaged or no database; stop using it and restore a backup"},
};

Error explained(const Explanation& known, const std::string& store_name, const std::string& why) {
  return make_error(known.kind, store_name, std::string(known.zh) + "（未作任何改动；" + why + "）",
                    std::string(known.en) + " (nothing was changed; " + why + ")");
}

const Explanation* find_explanation(int code) {
  for (const auto& known : kExplanations)
    if (known.code == code) return &known;
  return nullptr;
}

/// What the system said of a file, in SQLite's terms.
int code_of(const std::error_code& error) {
  if (error == std::errc::no_space_on_device) return SQLITE_FULL;
  if (error == std::errc::read_only_file_system) return SQLITE_READONLY;
  if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted) return SQLITE_PERM;
  return SQLITE_IOERR;
}

Error explain(const std::string& store_name, const std::exception& error) {
  const std::string why = error.what();
  if (dynamic_cast<const FileMoved*>(&error) != nullptr)
    return make_error(
        ErrorKind::StoreFailed, store_name, store_name + " 已被恢复或移走，本次未写入；请确认后重新办理",
        store_name + " was restored or moved away meanwhile, and this was not written; look, and repeat it");
  // Its own words would name files that nobody but this program knows.
  if (const auto* cause = dynamic_cast<const std::system_error*>(&error))
    return explained(*find_explanation(code_of(cause->code())), store_name, cause->code().message());
  if (const auto* cause = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
    if (const auto* known = find_explanation(cause->result() & 0xff)) return explained(*known, store_name, why);
  return make_error(ErrorKind::StoreFailed, store_name, "数据库出错，未作任何改动：" + why,
                    "the store failed and nothing was changed: " + why);
}

/// For this switch SQLite never waits: of two programs that make a store at once, the second is told at once that the file
/// is locked, until it finds the log there.
void switch_to_log(soci::session& session) {
  constexpr auto kPause = std::chrono::milliseconds(20);
  constexpr int kMostPauses = 500;
  std::string mode;
  for (int pauses = 0;; ++pauses) {
    try {
      session << "pragma journal_mode", soci::into(mode);
      if (mode != "wal") session << "pragma journal_mode = wal", soci::into(mode);
      return;
    } catch (const soci::sqlite3_soci_error& error) {
      if ((error.result() & 0xff) != SQLITE_BUSY || pauses == kMostPauses) throw;
    }
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

std::unique_ptr<soci::session> connect_sqlite(const std::string& path, std::chrono::milliseconds wait) {
  auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + path + "\"");
  *session << "pragma busy_timeout = " << wait.count();
  return session;
}

std::unique_ptr<soci::session> connect_to_medium(const std::string& path) {
  struct statvfs medium{};
  struct stat log{};
  if (statvfs(path.c_str(), &medium) != 0 || (medium.f_flag & ST_RDONLY) == 0) return nullptr;
  if (stat((path + "-wal").c_str(), &log) == 0 && log.st_size > 0) return nullptr;
  std::string uri = "file:";
  for (const char c : path)
    uri += std::string_view("%?#\"").find(c) == std::string_view::npos ? std::string(1, c)
                                                                       : fmt::format("%{:02x}", static_cast<int>(c));
  return std::make_unique<soci::session>(soci::sqlite3, "db=\"" + uri + "?immutable=1\"");
}

std::unique_ptr<soci::session> connect_to_look(const std::string& path) {
  auto session = connect_sqlite(path, std::chrono::seconds(30));
  if (auto* handle = handle_of(*session); handle != nullptr)
    sqlite_api::sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return session;
}

void make_durable(soci::session& session, const std::string& path) {
  session << "pragma synchronous = full";
  session << "pragma foreign_keys = on";
  session << "pragma secure_delete = on";
  if (access(path.c_str(), W_OK) != 0) return;
  switch_to_log(session);
}

const Dialect& sqlite_dialect() {
  static constexpr Dialect kDialect{begin_write, begin_read, insert_one_by_one, make_certain, overwrite_deleted,
                                    find_damage, report,     recovery,          explain};
  return kDialect;
}

}  // namespace guatu::store
