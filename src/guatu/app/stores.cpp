#include "guatu/app/stores.hpp"

#include <chrono>
#include <filesystem>
#include <sys/stat.h>

#include "guatu/store/postgres/backup.hpp"
#include "guatu/store/postgres/postgres_store.hpp"
#include "guatu/store/sqlite/backup.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

namespace guatu::app {
namespace {

Result<std::string> path_in(const std::string& url) {
  constexpr std::string_view kSqlite = "sqlite:";
  // Whatever else is given may hold a password, so it is not repeated.
  if (!url.starts_with(kSqlite) || url.size() == kSqlite.size())
    return make_error(ErrorKind::WrongUsage, "--db",
                      "--db 应为 sqlite:路径，如 sqlite:guatu.db，或 postgresql://用户@主机/数据库",
                      "--db must be sqlite:PATH, such as sqlite:guatu.db, or postgresql://USER@HOST/DATABASE");
  auto path = url.substr(kSqlite.size());
  // SQLite would take these for something else than a file that stays.
  if (path.starts_with(':') || path.starts_with("file:"))
    return make_error(ErrorKind::WrongUsage, "--db", "台账要存在文件里，sqlite: 后面应为文件路径，如 sqlite:guatu.db",
                      "a store is kept in a file: what follows sqlite: is its path, such as sqlite:guatu.db");
  if (path.starts_with("//") && path.find('@') != std::string::npos)
    return make_error(ErrorKind::WrongUsage, "--db", "sqlite: 后面是文件路径，没有用户和主机，如 sqlite:guatu.db",
                      "what follows sqlite: is a path without user and host, such as sqlite:guatu.db");
  return path;
}

std::pair<ports::CommitHead, std::string> as_pair(store::Restored restored) {
  return {std::move(restored.head), std::move(restored.replaced)};
}

}  // namespace

Result<std::unique_ptr<ports::Store>> open_store(const std::string& url, cli::OpenMode mode) {
  const bool migrate = mode == cli::OpenMode::CreateOrMigrate;
  if (store::is_postgres_url(url)) {
    GUATU_TRY(const auto place, store::parse_postgres_url(url));
    if (migrate) GUATU_CHECK(store::migrate_postgres(place));
    return store::open_postgres(place);
  }
  GUATU_TRY(const auto path, path_in(url));
  if (migrate) GUATU_CHECK(store::migrate_sqlite(path));
  return store::open_sqlite(path);
}

Result<std::unique_ptr<ports::Store>> open_store_to_serve(const std::string& url) {
  if (!store::is_postgres_url(url)) return open_store(url, cli::OpenMode::Existing);
  GUATU_TRY(const auto place, store::parse_postgres_url(url));
  store::PostgresOptions options;
  options.limits.reconnect = std::chrono::seconds(2);
  return store::open_postgres(place, options);
}

Result<std::unique_ptr<ports::SessionDesk>> open_desk(const std::string& url) {
  if (!store::is_postgres_url(url)) {
    GUATU_TRY(const auto path, path_in(url));
    return store::open_sqlite_desk(path);
  }
  GUATU_TRY(const auto place, store::parse_postgres_url(url));
  store::PostgresOptions options;
  options.limits.reconnect = std::chrono::seconds(2);
  return store::open_postgres_desk(place, options);
}

std::string store_identity(const std::string& url) {
  const auto path = store_file(url);
  if (path.empty()) return {};
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return "none";
  return std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
}

bool store_exists(const std::string& url) {
  if (store::is_postgres_url(url)) {
    const auto place = store::parse_postgres_url(url);
    return place && store::postgres_store_exists(*place);
  }
  const auto path = path_in(url);
  return path && std::filesystem::exists(*path);
}

Result<ports::CommitHead> back_up_store(const std::string& url, const std::string& copy) {
  if (store::is_postgres_url(url)) {
    GUATU_TRY(const auto place, store::parse_postgres_url(url));
    return store::back_up_postgres(place, copy);
  }
  GUATU_TRY(const auto path, path_in(url));
  return store::back_up_sqlite(path, copy);
}

Result<std::pair<ports::CommitHead, std::string>> restore_store(const std::string& url, const std::string& backup) {
  if (store::is_postgres_url(url)) {
    GUATU_TRY(const auto place, store::parse_postgres_url(url));
    GUATU_TRY(auto restored, store::restore_postgres(place, backup));
    return as_pair(std::move(restored));
  }
  GUATU_TRY(const auto path, path_in(url));
  GUATU_TRY(auto restored, store::restore_sqlite(path, backup));
  return as_pair(std::move(restored));
}

std::string store_file(const std::string& url) {
  return path_in(url).value_or("");
}

std::string shown_store(const std::string& url) {
  if (!store::is_postgres_url(url)) return path_in(url) ? url : "sqlite:";
  const auto place = store::parse_postgres_url(url);
  return place ? place->shown : "postgresql://";
}

}  // namespace guatu::app
