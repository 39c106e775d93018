#include <span>

#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sql/postgres_sql.hpp"
#include "guatu/store/sql/session_sql.hpp"
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
  for (const auto* statement : store::sql::kEverySessionStatement)
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

template <std::size_t kCount>
void expect_whole(const std::string& name, const char* const (&list)[kCount]) {
  const auto header = read_text(std::string(GUATU_SOURCE_DIR) + "/src/guatu/store/sql/" + name);
  const std::string declaration = "inline constexpr const char* k";
  std::size_t declared = 0;
  for (auto at = header.find(declaration); at != std::string::npos; at = header.find(declaration, at + 1))
    if (header.compare(at + declaration.size(), 5, "Every") != 0) ++declared;
  EXPECT_EQ(kCount, declared);
  const std::set<std::string> distinct(std::begin(list), std::end(list));
  EXPECT_EQ(distinct.size(), declared);
}

TEST(StatementList, HoldsEveryStatementOfTheHeader) {
  expect_whole("journal_sql.hpp", store::sql::kEveryStatement);
  expect_whole("session_sql.hpp", store::sql::kEverySessionStatement);
}

}  // namespace
}  // namespace guatu::test
