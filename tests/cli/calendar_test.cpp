#include <gtest/gtest.h>

#include "tests/cli/office.hpp"

// calendar: national without a store, the campaign's own with one, never a guess.
namespace guatu::test {
namespace {

TEST(Calendar, IsNationalWithoutAStoreAndTheCampaignsWithOne) {
  const Office office("example");
  const std::vector<std::string> words{"calendar", "--from", "2025-04-10", "--to", "2025-04-10"};
  EXPECT_TRUE(office.ask(words).at("days").at(0).at("working").as_bool());
  office.init();
  const auto answer = office.ask(words);
  const auto& day = answer.at("days").at(0);
  EXPECT_FALSE(day.at("working").as_bool());
  EXPECT_FALSE(day.at("source").as_string().empty());
}

TEST(Calendar, RefusesWhatCannotBeAnswered) {
  const TemporaryFolder folder;
  const auto run = [&](const std::vector<std::string>& words) { return run_guatu(words, folder.path()); };
  const auto backwards = run({"calendar", "--from", "2023-02-01", "--to", "2023-01-31"});
  EXPECT_EQ(backwards.exit_code, 2);
  EXPECT_NE(backwards.err.find("--to 不能早于 --from"), std::string::npos);
  EXPECT_EQ(run({"calendar", "--from", "2023-02-01", "--to", "2023-02-01", "--db", "sqlite:none.db"}).exit_code, 3);
}

TEST(Calendar, WarnsOfAYearWithoutNotice) {
  const TemporaryFolder folder;
  const auto answer = run_guatu({"calendar", "--from", "2026-12-31", "--to", "2027-01-01", "--json"}, folder.path());
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_NE(answer.err.find("没有 2027 年放假安排"), std::string::npos);
}

}  // namespace
}  // namespace guatu::test
