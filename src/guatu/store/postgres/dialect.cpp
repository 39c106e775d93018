#include <soci/soci.h>

#include "guatu/store/insert_one_by_one.hpp"
#include "guatu/store/postgres/connection.hpp"
#include "guatu/store/postgres/failures.hpp"
#include "guatu/store/postgres/json_rows.hpp"
#include "guatu/store/sql/postgres_sql.hpp"

namespace guatu::store {
namespace {

using soci::into;

constexpr std::size_t kRowsAtOnce = 1000;
constexpr std::size_t kBytesAtOnce = std::size_t{4} << 20U;

void begin_write(soci::session& session) {
  session << sql::postgres::kBegin;
  std::string read_only;
  session << sql::postgres::kTakeAppendLock, into(read_only);
  if (read_only == "on") throw ConnectFailure(kReadOnlyServer, "the server is read-only");
}

void begin_read(soci::session& session) {
  session << sql::postgres::kBeginRead;
}

std::size_t bytes_of(const JournalRow& row) {
  std::size_t bytes = 0;
  for (const auto& text : row.texts)
    bytes += text.size();
  return bytes;
}

/// How many of `rows` go into the next statement: at least one.
std::size_t next_batch(std::span<const JournalRow> rows) {
  std::size_t count = 1;
  for (auto bytes = bytes_of(rows[0]); count < rows.size() && count < kRowsAtOnce; ++count) {
    bytes += bytes_of(rows[count]);
    if (bytes > kBytesAtOnce) break;
  }
  return count;
}

/// A round trip for many rows, not for each.
void insert_rows(soci::session& session, const JournalTable& table, std::span<const JournalRow> rows) {
  while (!rows.empty()) {
    const auto batch = rows.first(next_batch(rows));
    if (batch.size() == 1) {
      insert_one_by_one(session, table, batch);
    } else {
      const auto json = json_rows(table, batch);
      session << table.insert_many, soci::use(json, "rows");
    }
    rows = rows.subspan(batch.size());
  }
}

void make_certain(soci::session& session) {
  int count = 0;
  session << sql::postgres::kEmitMessage, into(count);
}

/// The table is written anew without the dead rows. Its log and its standbys' logs keep them until they are recycled. What
/// was asked for is done by now: when others are in the way, the server's own cleaning comes later.
void overwrite_deleted(soci::session& session) {
  try {
    session << sql::postgres::kRewritePersonal;
  } catch (const soci::soci_error&) {  // NOLINT(bugprone-empty-catch)
  }
}

std::optional<std::string> find_damage(soci::session& session) {
  long long failures = 0;
  session << sql::postgres::kChecksumFailures, into(failures);
  if (failures == 0) return std::nullopt;
  return std::to_string(failures) + " pages with a wrong checksum";
}

ports::ServerReport report(soci::session& session) {
  ports::ServerReport facts;
  int standby = 0;
  long long lag = 0;
  long long standbys = 0;
  long long bytes = 0;
  long long version = 0;
  std::string number;
  std::string fsync;
  std::string full_pages;
  session << sql::postgres::kServerFacts, into(number), into(standby), into(lag), into(standbys), into(bytes),
      into(version), into(fsync), into(full_pages);
  facts.engine = "PostgreSQL " + number;
  facts.standby = standby != 0;
  if (facts.standby && lag >= 0) facts.lag_seconds = lag;
  facts.standbys = standbys;
  facts.data_bytes = bytes;
  facts.schema_version = version;
  if (fsync == "off")
    facts.warnings.push_back({"服务器关闭了 fsync，断电会丢失数据，请改为 on",
                              "fsync is off on the server: a power cut loses data; turn it on"});
  if (full_pages == "off")
    facts.warnings.push_back({"服务器关闭了 full_page_writes，断电可能损坏数据，请改为 on",
                              "full_page_writes is off on the server: a power cut may damage data; turn it on"});
  return facts;
}

}  // namespace

const Dialect& postgres_dialect() {
  static constexpr Dialect kDialect{begin_write, begin_read, insert_rows, make_certain,    overwrite_deleted,
                                    find_damage, report,     recovery_of, explain_postgres};
  return kDialect;
}

}  // namespace guatu::store
