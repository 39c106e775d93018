#include "guatu/store/sqlite/schema_version.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "guatu/ports/digest.hpp"
#include "guatu/store/sql/journal_sql.hpp"

namespace guatu::store {
namespace {

Error unusable(const std::string& path, const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::StoreFailed, path, path + " " + zh, path + " " + en);
}

Error foreign(const std::string& path) {
  return unusable(path, "不是挂图的数据库，请换一个文件", "is not a Guatu store; use another file");
}

struct Applied {
  long long version = 0;
  std::string name, digest;
};

std::vector<Applied> load_applied(soci::session& session) {
  std::vector<Applied> rows;
  Applied row;
  soci::statement statement =
      (session.prepare << sql::kLoadMigrations, soci::into(row.version), soci::into(row.name), soci::into(row.digest));
  statement.execute();
  while (statement.fetch())
    rows.push_back(row);
  return rows;
}

Result<std::size_t> compare(const std::vector<Applied>& applied, const std::string& path,
                            const std::vector<Migration>& scripts) {
  if (applied.size() > scripts.size())
    return unusable(path, "由更新版本的程序建立，请升级程序后再打开",
                    "was written by a newer program; upgrade this one first");
  for (std::size_t i = 0; i < applied.size(); ++i)
    if (applied[i].version != static_cast<long long>(i) + 1 || applied[i].digest != ports::sm3_hex(scripts[i].script))
      return unusable(path, "的结构（" + applied[i].name + "）与本程序不符，由另一版本建立，请用原程序打开或从备份恢复",
                      "has a schema (" + applied[i].name +
                          ") that is not this program's; use the program that made it, "
                          "or restore a backup");
  return applied.size();
}

}  // namespace

Result<std::size_t> load_schema_version(soci::session& session, const std::string& path,
                                        const std::vector<Migration>& scripts) try {
  int tables = 0;
  int application = 0;
  session << "select count(*) from sqlite_master", soci::into(tables);
  session << "pragma application_id", soci::into(application);
  if (tables == 0 && (application == 0 || application == kApplicationId)) return std::size_t{0};
  if (application != kApplicationId) return foreign(path);
  return compare(load_applied(session), path, scripts);
} catch (const soci::sqlite3_soci_error& error) {
  if ((error.result() & 0xff) == SQLITE_NOTADB) return foreign(path);
  throw;
}

}  // namespace guatu::store
