#include <filesystem>

#include "guatu/store/migrations.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCreateMigrations =
    "create table if not exists schema_migrations (version bigint not null primary key, name text not null)";

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

bool has_table(soci::session& session, const std::string& name) {
  int count = 0;
  session << "select count(*) from sqlite_master where type = 'table' and name = :name", soci::use(name),
      soci::into(count);
  return count > 0;
}

bool has_any_table(soci::session& session) {
  int count = 0;
  session << "select count(*) from sqlite_master where type = 'table'", soci::into(count);
  return count > 0;
}

long long applied_version(soci::session& session) {
  long long version = 0;
  session << "select coalesce(max(version), 0) from schema_migrations", soci::into(version);
  return version;
}

Result<void> check_known(soci::session& session, const std::string& path) {
  if (has_any_table(session) && !has_table(session, "schema_migrations"))
    return make_error(ErrorKind::Refused, path, path + " 不是挂图的数据库，请换一个文件",
                      path + " is not a Guatu store; use another file");
  if (has_table(session, "schema_migrations") && applied_version(session) > static_cast<long long>(migrations().size()))
    return make_error(ErrorKind::Refused, path, path + " 由更新版本的程序建立，请升级程序",
                      path + " was written by a newer program; upgrade this one");
  return {};
}

void back_up(soci::session& session, const std::string& path, long long version) {
  const auto backup = path + ".backup-" + std::to_string(version);
  if (!fs::exists(backup)) session << "vacuum into :path", soci::use(backup);
}

}  // namespace

Result<void> migrate_sqlite(const std::string& path) {
  try {
    const fs::path file(path);
    if (file.has_parent_path()) fs::create_directories(file.parent_path());
    const auto session = connect_sqlite(path);
    GUATU_CHECK(check_known(*session, path));
    const bool fresh = !has_any_table(*session);
    const auto version = fresh ? 0 : applied_version(*session);
    if (version == static_cast<long long>(migrations().size())) return {};
    if (!fresh) back_up(*session, path, version);
    ImmediateTransaction transaction(*session);
    *session << kCreateMigrations;
    for (auto next = version; next < static_cast<long long>(migrations().size()); ++next) {
      const auto& migration = migrations()[static_cast<std::size_t>(next)];
      run_script(*session, migration.script);
      const long long number = next + 1;
      const std::string name(migration.name);
      *session << "insert into schema_migrations (version, name) values (:version, :name)", soci::use(number),
          soci::use(name);
    }
    transaction.commit();
    return {};
  } catch (const std::exception& error) {
    return store_error(path, error.what());
  }
}

Result<std::unique_ptr<ports::Store>> open_checked(const std::string& path, std::unique_ptr<soci::session> session);

Result<std::unique_ptr<ports::Store>> open_sqlite(const std::string& path) {
  try {
    if (!fs::exists(path))
      return make_error(ErrorKind::NotFound, path, "没有数据库 " + path + "，请先运行 guatu init --campaign 目录",
                        "there is no store " + path + "; run guatu init --campaign DIR first");
    auto session = connect_sqlite(path);
    GUATU_CHECK(check_known(*session, path));
    if (!has_table(*session, "schema_migrations") ||
        applied_version(*session) < static_cast<long long>(migrations().size()))
      return make_error(ErrorKind::Refused, path, path + " 需要升级，请运行 guatu init --campaign 目录",
                        path + " needs an upgrade; run guatu init --campaign DIR");
    return open_checked(path, std::move(session));
  } catch (const std::exception& error) {
    return store_error(path, error.what());
  }
}

}  // namespace guatu::store
