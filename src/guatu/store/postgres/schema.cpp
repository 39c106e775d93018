#include "guatu/store/postgres/schema.hpp"

#include <soci/soci.h>

#include "guatu/store/postgres/failures.hpp"
#include "guatu/store/schema_history.hpp"
#include "guatu/store/sql/postgres_sql.hpp"

namespace guatu::store {
namespace {

int count(soci::session& session, const char* statement, const std::string& schema) {
  int found = 0;
  session << statement, soci::use(schema, "schema"), soci::into(found);
  return found;
}

}  // namespace

Result<std::size_t> load_schema_version(soci::session& session, const PostgresPlace& place,
                                        const std::vector<Migration>& scripts) {
  if (count(session, sql::postgres::kCountClosedSchema, place.schema) > 0)
    throw ConnectFailure("42501", "no USAGE on schema " + place.schema);
  if (count(session, sql::postgres::kCountMigrationTable, place.schema) == 0) {
    if (count(session, sql::postgres::kCountTables, place.schema) == 0) return std::size_t{0};
    return store_unusable(place.shown, "里的模式 " + place.schema + " 不是挂图的数据库，请换一个模式（schema=）",
                          "holds a schema " + place.schema + " that is not a Guatu store; name another (schema=)");
  }
  return load_applied_count(session, place.shown, scripts);
}

void begin_schema_change(soci::session& session) {
  session << sql::postgres::kBegin;
  std::string read_only;
  session << sql::postgres::kTakeMigrationLock, soci::into(read_only);
  if (read_only == "on") throw ConnectFailure(kReadOnlyServer, "the server is read-only");
}

Result<void> create_schema(soci::session& session, const PostgresPlace& place) {
  std::string encoding;
  session << sql::postgres::kServerEncoding, soci::into(encoding);
  if (encoding != "UTF8")
    return make_error(ErrorKind::Unsupported, place.shown,
                      "数据库的编码是 " + encoding + "，应为 UTF8，请另建数据库（createdb -E UTF8 -T template0）",
                      "the database keeps text as " + encoding +
                          ", it must be UTF8; make another one (createdb -E UTF8 "
                          "-T template0)");
  // Asked first: making one that exists wants a right that its owner may lack.
  if (count(session, sql::postgres::kCountSchema, place.schema) == 0)
    session << sql::postgres::kCreateSchema + place.schema;
  return {};
}

Result<std::string> move_schema_aside(soci::session& session, const PostgresPlace& place) {
  if (count(session, sql::postgres::kCountTables, place.schema) == 0) return std::string();
  if (count(session, sql::postgres::kCountMigrationTable, place.schema) == 0)
    return make_error(ErrorKind::Refused, place.shown,
                      place.shown + " 里的模式 " + place.schema +
                          " 不是挂图的数据库，不会移走，请换一个模式（schema=），或自行将它改名",
                      place.shown + " holds a schema " + place.schema +
                          " that is not a Guatu store and is not moved; name another (schema=), or rename it yourself");
  std::string aside;
  for (int number = 1; aside.empty() || count(session, sql::postgres::kCountSchema, aside) > 0; ++number)
    aside = place.schema + "_replaced_" + std::to_string(number);
  session << sql::postgres::kAlterSchema + place.schema + sql::postgres::kRenameTo + aside;
  return aside;
}

}  // namespace guatu::store
