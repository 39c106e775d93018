#include <gtest/gtest.h>
#include <map>

#include "tests/cli/office.hpp"

// An exported ledger can be imported again. Source: contract 2, `ledger`.
namespace guatu::test {
namespace {

namespace bj = boost::json;

/// What of the ledger is a fact, by project name, kind and part: numbers of projects, lights and what follows from earlier
/// returns are each store's own.
std::map<std::string, std::string> facts(const bj::value& ledger) {
  std::map<std::string, std::string> rows;
  for (const auto& row : ledger.as_array()) {
    auto object = row.as_object();
    const auto key = std::string(object.at("name").as_string()) + "/" + std::string(object.at("kind").as_string()) +
                     "/" + std::string(object.at("part").as_string());
    for (const char* own : {"project", "baseline_on", "light", "carried"})
      object.erase(own);
    rows[key] = bj::serialize(object);
  }
  return rows;
}

TEST(LedgerRoundTrip, AnExportedLedgerIsImportedAsItIs) {
  const Office office("chifeng-2023");
  office.init();
  office.make_sample(40, 3);
  const auto dekad = office.dekads().at(4);
  for (std::size_t i = 0; i <= 4; ++i)
    ASSERT_NE(office.import(office.dekads().at(i), {"--policy", "good_rows"}).exit_code, 3);
  const auto day = last_day(dekad);
  ASSERT_EQ(office.run({"ledger", "--as-of", day, "--format", "csv", "--out", "ledger.csv"}).exit_code, 0);

  const Office other("chifeng-2023");
  other.init();
  const auto taken = other.run({"import", (office.folder() / "ledger.csv").string(), "--dekad", dekad});
  ASSERT_EQ(taken.exit_code, 0) << taken.out << taken.err;
  const auto before = facts(office.ask({"ledger", "--as-of", day}));
  const auto after = facts(other.ask({"ledger", "--as-of", day}));
  ASSERT_GT(before.size(), 300U);
  EXPECT_EQ(before, after);
}

}  // namespace
}  // namespace guatu::test
