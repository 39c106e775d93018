#include <filesystem>
#include <gtest/gtest.h>

#include "tests/engines/seeded_office.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/postgres_place.hpp"
#include "tests/support/program.hpp"

// Stores that released versions of the program have written, with data: today's program brings them up to date on each
// engine, finds the chain, the papers and the frozen figures whole, and says the same numbers as the program of then.
// A release that changes the schema adds its store here: released/schema-N.db.gz, made by its program and never again.
namespace guatu::test {
namespace {

namespace fs = std::filesystem;

struct ReleasedStore {
  std::string name;  ///< Under tests/engines/released, with what it answered in tests/golden.
  std::string head;  ///< Number and digest of its last commit.
  std::string day;
  std::string open_dekad;  ///< The one that was not locked yet.
};

void PrintTo(const ReleasedStore& store, std::ostream* out) {
  *out << store.name;
}

const std::vector<ReleasedStore>& released_stores() {
  static const std::vector<ReleasedStore> kStores{
      {"schema-1", "11:8389509870b9ec578c429b2b888bd4715cd1f3d0ec9ed4e6c1420456ef57e43a", "2024-12-31", "2024-12-D3"},
      {"schema-2", "23:473fc69a57751232f203e72ae36315d261987a6050551dfb0987cdf2010632b0", "2025-01-10", "2025-01-D1"}};
  return kStores;
}

fs::path released_folder() {
  return fs::path(GUATU_SOURCE_DIR) / "tests" / "engines" / "released";
}

class ReleasedStores : public ::testing::TestWithParam<ReleasedStore> {
 protected:
  ReleasedStores() : file_((folder_.path() / "guatu.db").string()) {
    const auto packed = released_folder() / (GetParam().name + ".db.gz");
    const auto unpacked = run_program({"gzip", "-dc", packed.string()}, folder_.path());
    EXPECT_EQ(unpacked.exit_code, 0) << unpacked.err;
    write_text(file_, unpacked.out);
  }

  /// Whole, and the same numbers as then.
  void expect_unchanged(const SeededOffice& office) const {
    const auto& [name, head, day, open_dekad] = GetParam();
    office.run({"verify", "--head", head});
    const auto now = day + "T20:00:00+08:00";
    for (const std::string verb : {"figures", "leagues"}) {
      SCOPED_TRACE(verb);
      testing::expect_golden("released_" + name + "." + verb + ".json",
                             office.run({verb, "--as-of", day, "--json", "--now", now}));
    }
    testing::expect_golden("released_" + name + ".ledger.csv",
                           office.run({"ledger", "--as-of", day, "--format", "csv", "--now", now}));
  }

  TemporaryFolder folder_;
  std::string file_;
};
INSTANTIATE_TEST_SUITE_P(Golden, ReleasedStores, ::testing::ValuesIn(released_stores()),
                         [](const auto& each) { return "schema" + each.param.name.substr(7); });

TEST_P(ReleasedStores, AFileIsBroughtUpToDate) {
  const SeededOffice office("sqlite:" + file_);
  office.run({"init"});
  expect_unchanged(office);
  office.run({"lock", "--dekad", GetParam().open_dekad, "--now", "2025-01-11T08:00:00+08:00"});  // And work goes on.
  office.run({"verify"});
}

TEST_P(ReleasedStores, ABackupIsRestoredOnEachEngine) {
  for (const auto& url : {"sqlite:" + (folder_.path() / "new.db").string(), fresh_postgres_place()}) {
    const SeededOffice office(url);
    const auto bytes = read_text(file_);
    office.run({"restore", file_});
    EXPECT_EQ(read_text(file_), bytes) << "the backup itself was changed";
    expect_unchanged(office);
    office.run({"lock", "--dekad", GetParam().open_dekad, "--now", "2025-01-11T08:00:00+08:00"});
    office.run({"verify"});
  }
}

}  // namespace
}  // namespace guatu::test
