#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <stdexcept>

#include "guatu/store/postgres/postgres_store.hpp"
#include "guatu/store/sql/postgres_sql.hpp"

#include "tests/store/store_factory.hpp"
#include "tests/support/postgres_place.hpp"
#include "tests/support/program.hpp"

namespace guatu::test {
namespace {

/// A connection of the test's own, which knows nothing of the store's ways. The server's own constraints are off, but for
/// those that are indexes.
class RawPostgres {
 public:
  explicit RawPostgres(const std::string& where) : connection_(PQconnectdb(base_of(where).c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) throw failure();
    run("set search_path = " + schema_of(where));
    run("set session_replication_role = replica");
    run("set client_min_messages = warning");
    run("set lock_timeout = '60s'");
  }
  RawPostgres(const RawPostgres&) = delete;
  RawPostgres& operator=(const RawPostgres&) = delete;
  ~RawPostgres() { PQfinish(connection_); }

  void run(const std::string& sql) { static_cast<void>(rows(sql)); }

  std::vector<std::string> rows(const std::string& sql) {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(PQexec(connection_, sql.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw failure();
    std::vector<std::string> rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      rows.emplace_back();
      for (int column = 0; column < PQnfields(result.get()); ++column)
        rows.back() += (column == 0 ? "" : "|") + std::string(PQgetvalue(result.get(), row, column));
    }
    return rows;
  }

  std::optional<std::string> find_statement_fault(const std::string& sql) {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
        PQprepare(connection_, "", with_numbers(sql).c_str(), 0, nullptr), PQclear);
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return std::nullopt;
    return std::string(PQerrorMessage(connection_));
  }

 private:
  static std::string base_of(const std::string& where) { return where.substr(0, where.find('?')); }

  /// ":name" as "$1": a statement as the library sends it. No text of ours has a colon in quotes.
  static std::string with_numbers(const std::string& sql) {
    std::string text;
    int number = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
      if (sql[i] != ':') {
        text += sql[i];
        continue;
      }
      text += "$" + std::to_string(++number);
      while (i + 1 < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[i + 1])) != 0 || sql[i + 1] == '_'))
        ++i;
    }
    return text;
  }

  std::runtime_error failure() { return std::runtime_error(PQerrorMessage(connection_)); }
  PGconn* connection_;
};

/// One connection for all small questions about the same store: a new one for each would take its time.
RawPostgres& raw(const std::string& where) {
  static std::string last;
  static std::unique_ptr<RawPostgres> connection;
  if (where != last) connection = std::make_unique<RawPostgres>(where);
  last = where;
  return *connection;
}

store::PostgresPlace place_of(const std::string& where) {
  return store::parse_postgres_url(where).value();
}

std::shared_ptr<void> hold_append_lock(const std::string& where) {
  auto writer = std::make_shared<RawPostgres>(where);
  writer->run("begin");
  writer->run(store::sql::postgres::kTakeAppendLock);
  return writer;
}

/// The files of the tables, as far as the server has written them.
std::string read_relations(const std::string& where) {
  raw(where).run("checkpoint");
  std::string bytes;
  const auto files = raw(where).rows(
      "select current_setting('data_directory') || '/' || pg_relation_filepath(oid) from pg_class where relkind in "
      "('r', "
      "'i') and relnamespace = cast('" +
      schema_of(where) + "' as regnamespace)");
  for (const auto& file : files)
    bytes += read_text(file);
  return bytes;
}

}  // namespace

StoreFactory postgres_factory() {
  StoreFactory engine;
  engine.name = "postgres";
  engine.create = [](const std::filesystem::path&) {
    auto where = fresh_postgres_place();
    const auto made = store::migrate_postgres(place_of(where));
    if (!made) throw std::runtime_error("no store can be made: " + made.error().message.en);
    return where;
  };
  engine.open = [](const std::string& where, std::chrono::milliseconds wait) {
    store::PostgresOptions options;
    options.wait_for_writer = wait;
    return store::open_postgres(place_of(where), options);
  };
  engine.open_desk = [](const std::string& where) { return store::open_postgres_desk(place_of(where)); };
  engine.shown = [](const std::string& where) { return place_of(where).shown; };
  engine.tamper = [](const std::string& where, const std::string& sql) { raw(where).run(sql); };
  engine.look = [](const std::string& where, const std::string& sql) { return raw(where).rows(sql); };
  engine.find_statement_fault = [](const std::string& where, const std::string& sql) {
    return raw(where).find_statement_fault(sql);
  };
  engine.hold_write_lock = hold_append_lock;
  engine.settle = [](const std::string& where) { static_cast<void>(hold_append_lock(where)); };
  engine.read_files = read_relations;
  return engine;
}

}  // namespace guatu::test
