#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdexcept>

#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/store/store_factory.hpp"
#include "tests/support/program.hpp"

namespace guatu::test {
namespace {

/// A connection of the test's own, which knows nothing of the store's ways.
class RawSqlite {
 public:
  explicit RawSqlite(const std::string& where) {
    if (sqlite3_open_v2(where.c_str(), &handle_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) throw failure();
    sqlite3_busy_timeout(handle_, 10'000);
  }
  RawSqlite(const RawSqlite&) = delete;
  RawSqlite& operator=(const RawSqlite&) = delete;
  ~RawSqlite() { sqlite3_close(handle_); }

  void run(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw failure();
  }

  std::vector<std::string> rows(const std::string& sql) {
    std::vector<std::string> rows;
    const auto add = [](void* list, int count, char** values, char**) {
      std::string row;
      for (int i = 0; i < count; ++i)
        row += (i == 0 ? "" : "|") + std::string(values[i] == nullptr ? "" : values[i]);
      static_cast<std::vector<std::string>*>(list)->push_back(row);
      return 0;
    };
    if (sqlite3_exec(handle_, sql.c_str(), add, &rows, nullptr) != SQLITE_OK) throw failure();
    return rows;
  }

  std::optional<std::string> find_statement_fault(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
    if (code == SQLITE_OK) return std::nullopt;
    return std::string(sqlite3_errmsg(handle_));
  }

 private:
  std::runtime_error failure() { return std::runtime_error(sqlite3_errmsg(handle_)); }
  sqlite3* handle_ = nullptr;
};

}  // namespace

StoreFactory sqlite_factory() {
  StoreFactory engine;
  engine.name = "sqlite";
  engine.create = [](const std::filesystem::path& folder) {
    auto where = (folder / "journal.db").string();
    const auto made = store::migrate_sqlite(where);
    if (!made) throw std::runtime_error("no store can be made at " + where + ": " + made.error().message.en);
    return where;
  };
  engine.open = [](const std::string& where, std::chrono::milliseconds wait) {
    return store::open_sqlite(where, {wait});
  };
  engine.open_desk = [](const std::string& where) { return store::open_sqlite_desk(where); };
  engine.shown = [](const std::string& where) { return where; };
  engine.settle = [](const std::string&) {};  // The engine dies with its process.
  engine.tamper = [](const std::string& where, const std::string& sql) { RawSqlite(where).run(sql); };
  engine.look = [](const std::string& where, const std::string& sql) { return RawSqlite(where).rows(sql); };
  engine.find_statement_fault = [](const std::string& where, const std::string& sql) {
    return RawSqlite(where).find_statement_fault(sql);
  };
  engine.hold_write_lock = [](const std::string& where) {
    auto writer = std::make_shared<RawSqlite>(where);
    writer->run("begin immediate");
    return writer;
  };
  engine.read_files = [](const std::string& where) {
    return read_text(where) + read_text(where + "-wal") + read_text(where + "-journal");
  };
  return engine;
}

}  // namespace guatu::test
