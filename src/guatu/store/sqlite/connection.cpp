#include "guatu/store/sqlite/connection.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

namespace guatu::store {

std::unique_ptr<soci::session> connect_sqlite(const std::string& path) {
  auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + path + "\" timeout=30");
  *session << "pragma journal_mode = wal";
  *session << "pragma synchronous = full";
  *session << "pragma foreign_keys = on";
  return session;
}

ImmediateTransaction::ImmediateTransaction(soci::session& session) : session_(session) {
  session_ << "begin immediate";
}

ImmediateTransaction::~ImmediateTransaction() {
  if (!open_) return;
  try {
    session_ << "rollback";
  } catch (const soci::soci_error&) {
    // The engine has rolled back by itself, or the connection is gone: nothing was written either way.
  }
}

void ImmediateTransaction::commit() {
  session_ << "commit";
  open_ = false;
}

Error store_error(const std::string& path, const std::string& why) {
  return make_error(ErrorKind::StoreFailed, path,
                    "数据库出错，未写入任何内容，请检查磁盘空间、权限和是否被占用：" + why,
                    "the store failed and nothing was written; check disk space, rights and other users: " + why);
}

}  // namespace guatu::store
