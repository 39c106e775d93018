#include <gtest/gtest.h>

#include "tests/cli/example_file.hpp"
#include "tests/cli/office.hpp"

// api/examples holds one real body for each shape that the command line answers under --json, made on the shipped campaign.
// ./dev golden writes them anew; digests are left out of the comparison, since salts make them differ from run to run.
namespace guatu::test {
namespace {

namespace bj = boost::json;

class Examples : public testing::Test {
 protected:
  Office office_{"chifeng-2023"};

  void expect(const std::string& name, const std::vector<std::string>& words, int exit_code = 0) {
    expect_example(name, office_.ask(words, exit_code));
  }
};

TEST_F(Examples, GoldenBodiesOfTheCommandLine) {
  const std::string day = "2022-11-30";
  const std::vector<std::string> now{"--now", day + "T18:00:00+08:00"};
  const auto at = [&](std::vector<std::string> words) {
    words.insert(words.end(), now.begin(), now.end());
    return words;
  };
  expect("init", at({"init", "--campaign", office_.campaign_directory()}));
  office_.make_sample(2, 5);
  expect("template", at({"template", "--kind", "table3", "--out", "table3.xlsx"}));
  auto import = at({"import", "--dekad", "2022-11-D3"});
  const auto files = office_.returns_of("2022-11-D3");
  import.insert(import.end(), files.begin(), files.end());
  auto refused = at({"import", "--unit", "wlj"});
  refused.push_back(files.front());
  expect("import_refused", refused, 1);
  expect("import", import);
  expect("figures", {"figures", "--as-of", day});
  expect("leagues", {"leagues", "--as-of", day});
  const auto unit = std::filesystem::path(files.front()).stem().string();
  expect("leagues_explain", {"leagues", "--as-of", day, "--explain", unit});
  expect("ledger", {"ledger", "--as-of", day, "--format", "json"});
  expect("plan", {"plan", "--as-of", day});
  expect("sequence", {"sequence", "--as-of", day, "--iterations", "4000", "--seconds", "600"});
  expect("calendar", {"calendar", "--from", "2022-12-30", "--to", "2023-01-03"});
  expect("project", at({"project", "suspend", "--project", "P0001", "--on", "2022-12-05", "--reason", "资金未落实",
                        "--approval", "指挥部会议纪要第3期"}));
  expect("lock", at({"lock", "--dekad", "2022-11-D3"}));
  expect("publish_dry_run", at({"publish", "--dekad", "2022-11-D3", "--dry-run"}));
  expect("publish", at({"publish", "--dekad", "2022-11-D3"}));
  expect("error", at({"lock", "--dekad", "2022-11-D3"}), 1);
  expect("verify", {"verify"});
  expect("version", {"version"});
}

TEST_F(Examples, GoldenBodiesOfAComparisonWithAPlatform) {
  const std::string day = "2022-11-30";
  const std::vector<std::string> now{"--now", day + "T18:00:00+08:00"};
  office_.init();
  office_.make_sample(2, 5);
  ASSERT_EQ(office_.import("2022-11-D3").exit_code, 0);
  std::string lines = "项目代码,事项名称,办件状态,申报时间,受理时间,办结时间,批复文号,审批层级\n";
  const auto ledger = office_.ask({"ledger", "--as-of", day, "--format", "json"});
  for (const auto& row : ledger.as_array())
    if (row.at("kind").as_string() == "approval")
      lines += std::string(row.at("code").as_string()) + ",企业投资项目备案,审批中,2022-11-01,2022-11-02,,,\n";
  write_text(office_.folder() / "platform.csv",
             lines + "2212-150402-04-01-000000,取水许可审批,已办结,,,2022-11-20,,\n");
  const auto adapter = office_.campaign_directory() + "/adapters/investment-platform.toml";
  std::vector<std::string> match{"match", "platform.csv", "--adapter", adapter, "--as-of", day};
  match.insert(match.end(), now.begin(), now.end());
  expect("match", match);
  expect("disputes", {"disputes", "--as-of", day});
}

}  // namespace
}  // namespace guatu::test
