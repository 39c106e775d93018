#include "guatu/store/sqlite/schema_version.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "guatu/store/schema_history.hpp"
#include "guatu/store/sql/sqlite_sql.hpp"

namespace guatu::store {

Result<std::size_t> load_schema_version(soci::session& session, const std::string& path,
                                        const std::vector<Migration>& scripts) try {
  int tables = 0;
  int application = 0;
  session << sql::sqlite::kCountTables, soci::into(tables);
  session << "pragma application_id", soci::into(application);
  if (tables == 0 && (application == 0 || application == kApplicationId)) return std::size_t{0};
  if (application != kApplicationId) return store_foreign(path);
  return load_applied_count(session, path, scripts);
} catch (const soci::sqlite3_soci_error& error) {
  if ((error.result() & 0xff) == SQLITE_NOTADB) return store_foreign(path);
  throw;
}

}  // namespace guatu::store
