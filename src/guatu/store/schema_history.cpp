#include "guatu/store/schema_history.hpp"

#include <soci/soci.h>

#include "guatu/ports/digest.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/store/sql/journal_sql.hpp"

namespace guatu::store {
namespace {

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

}  // namespace

Error store_unusable(const std::string& name, const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::StoreFailed, name, name + " " + zh, name + " " + en);
}

Error store_foreign(const std::string& name) {
  return store_unusable(name, "不是挂图的数据库，请换一个文件", "is not a Guatu store; use another file");
}

Error store_missing(const std::string& name) {
  return make_error(ErrorKind::StoreFailed, name, "没有数据库 " + name + "，请先运行 guatu init --campaign 目录",
                    "there is no store " + name + "; run guatu init --campaign DIR first");
}

Error store_outdated(const std::string& name) {
  return store_unusable(name, "需要升级，请运行 guatu init", "needs an upgrade; run guatu init");
}

Result<std::size_t> load_applied_count(soci::session& session, const std::string& name,
                                       const std::vector<Migration>& scripts) {
  const auto applied = load_applied(session);
  if (applied.size() > scripts.size())
    return store_unusable(name, "由更新版本的程序建立，请升级程序后再打开",
                          "was written by a newer program; upgrade this one first");
  for (std::size_t i = 0; i < applied.size(); ++i)
    if (applied[i].version != static_cast<long long>(i) + 1 || applied[i].digest != ports::sm3_hex(scripts[i].script))
      return store_unusable(name,
                            "的结构（" + applied[i].name + "）与本程序不符，由另一版本建立，请用原程序打开或从备份恢复",
                            "has a schema (" + applied[i].name +
                                ") that is not this program's; use the program that made it, or restore a backup");
  return applied.size();
}

void apply_scripts(soci::session& session, const std::vector<Migration>& scripts, std::size_t applied) {
  session << sql::kCreateMigrations;
  for (auto next = applied; next < scripts.size(); ++next) {
    run_script(session, scripts[next].script);
    const auto number = static_cast<long long>(next) + 1;
    const std::string name(scripts[next].name);
    const auto digest = ports::sm3_hex(scripts[next].script);
    const long long applied_at = ports::SystemClock{}.now();
    session << sql::kInsertMigration, soci::use(number, "version"), soci::use(name, "name"),
        soci::use(digest, "digest"), soci::use(applied_at, "applied_at");
  }
}

}  // namespace guatu::store
