#include <span>

#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sql/postgres_sql.hpp"
#include "guatu/store/sql/sqlite_sql.hpp"

#include "tests/store/store_suite.hpp"
#include "tests/support/paths.hpp"

namespace guatu::test {
namespace {

class Statements : public StoreSuite {};
GUATU_ON_EVERY_ENGINE(Statements);

TEST_P(Statements, EveryOneCanBePreparedOnAFreshStore) {
  for (const auto* statement : store::sql::kEveryStatement)
    EXPECT_EQ(engine_.find_statement_fault(where_, statement), std::nullopt) << statement;
}

TEST_P(Statements, EveryOneOfItsOwnCanBePrepared) {
  std::span<const char* const> own = store::sql::sqlite::kEverySqliteStatement;
  if (engine_.name == "postgres") own = store::sql::postgres::kEveryPostgresStatement;
  for (const auto* statement : own)
    EXPECT_EQ(engine_.find_statement_fault(where_, statement), std::nullopt) << statement;
}

TEST_P(Statements, AWrongOneIsFound) {
  EXPECT_NE(engine_.find_statement_fault(where_, "select colour from commits"), std::nullopt);
}

TEST(StatementList, HoldsEveryStatementOfTheHeader) {
  const auto header = read_text(std::string(GUATU_SOURCE_DIR) + "/src/guatu/store/sql/journal_sql.hpp");
  const std::string declaration = "inline constexpr const char* k";
  std::size_t declared = 0;
  for (auto at = header.find(declaration); at != std::string::npos; at = header.find(declaration, at + 1))
    if (header.compare(at + declaration.size(), 14, "EveryStatement") != 0) ++declared;
  EXPECT_EQ(std::size(store::sql::kEveryStatement), declared);
  const std::set<std::string> distinct(std::begin(store::sql::kEveryStatement), std::end(store::sql::kEveryStatement));
  EXPECT_EQ(distinct.size(), declared);
}

}  // namespace
}  // namespace guatu::test
