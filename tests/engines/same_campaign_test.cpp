#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "guatu/calendar/dekad.hpp"

#include "tests/engines/seeded_office.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/postgres_place.hpp"
#include "tests/support/program.hpp"

// One campaign through the command line on each engine: the same instants and salts give the same bytes everywhere.
namespace guatu::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

std::vector<std::string> sorted_entries(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().string());
  std::ranges::sort(names);
  return names;
}

std::string campaign_folder() {
  return std::string(GUATU_SOURCE_DIR) + "/campaigns/example";
}

std::string last_day_of(const std::string& dekad) {
  return format_iso(parse_dekad(dekad).value().last_day());
}

/// Everything that an office gets out of its campaign, by what it is called.
using Outcome = std::map<std::string, std::string>;

class SameCampaign : public testing::Test {
 protected:
  SameCampaign() {
    const SeededOffice office("sqlite:" + path("sample.db"));
    office.run({"init", "--campaign", campaign_folder()});
    office.run({"sample", "--projects", "8", "--seed", "21", "--out", path("sample")});
    for (const auto& folder : sorted_entries(path("sample")))
      if (fs::is_directory(folder)) dekads_.push_back(fs::path(folder).filename().string());
    dekads_.resize(std::min<std::size_t>(dekads_.size(), 3));
  }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  [[nodiscard]] Words returns_of(const std::string& dekad) const {
    return sorted_entries(folder_.path() / "sample" / dekad);
  }

  /// Three dekads: reported, locked and published, the last one only reported.
  Outcome play(const std::string& url, const std::string& papers) const {
    const SeededOffice office(url);
    Outcome outcome;
    outcome["init"] = office.run({"init", "--campaign", campaign_folder(), "--now", "2020-01-01T08:00:00+08:00"});
    for (const auto& dekad : dekads_) {
      const Words now{"--now", last_day_of(dekad) + "T18:00:00+08:00"};
      const auto at = [&](Words words) {
        words.insert(words.end(), now.begin(), now.end());
        return words;
      };
      Words import{"import"};
      for (auto& file : returns_of(dekad))
        import.push_back(std::move(file));
      import.emplace_back("--json");
      outcome["import " + dekad] = office.run(at(import));
      if (dekad != dekads_.back()) {
        outcome["lock " + dekad] = office.run(at({"lock", "--dekad", dekad, "--json"}));
        outcome["publish " + dekad] = office.run(at({"publish", "--dekad", dekad, "--json"}));
        office.run(at({"bulletin", "--dekad", dekad, "--out", papers + "/" + dekad, "--format", "docx,xlsx,json"}));
      }
      ask(office, last_day_of(dekad), outcome);
    }
    outcome["verify"] = office.run({"verify", "--json"});
    for (const auto& entry : fs::recursive_directory_iterator(papers))
      if (entry.is_regular_file())
        outcome["paper " + fs::relative(entry.path(), papers).string()] = read_text(entry.path());
    return outcome;
  }

  static void ask(const SeededOffice& office, const std::string& day, Outcome& outcome) {
    for (const std::string verb : {"figures", "leagues", "plan"})
      outcome[verb + " " + day] = office.run({verb, "--as-of", day, "--json", "--now", day + "T20:00:00+08:00"});
    for (const std::string format : {"csv", "json"})
      outcome["ledger " + day + " " + format] = office.run({"ledger", "--as-of", day, "--format", format});
  }

  static void expect_same(const Outcome& one, const Outcome& other) {
    ASSERT_EQ(one.size(), other.size());
    for (const auto& [name, bytes] : one) {
      ASSERT_TRUE(other.contains(name)) << name;
      EXPECT_FALSE(bytes.empty()) << name;
      EXPECT_TRUE(other.at(name) == bytes) << name << " differs:\n" << bytes << "\n----\n" << other.at(name);
    }
  }

  TemporaryFolder folder_;
  std::vector<std::string> dekads_;
};

TEST_F(SameCampaign, GivesTheSameBytesOnEveryEngine) {
  ASSERT_EQ(dekads_.size(), 3U);
  const auto on_file = play("sqlite:" + path("guatu.db"), path("papers-file"));
  const auto on_server = play(fresh_postgres_place(), path("papers-server"));
  EXPECT_GE(std::ranges::count_if(on_file, [](const auto& each) { return each.first.starts_with("paper "); }), 6);
  expect_same(on_file, on_server);
}

TEST_F(SameCampaign, MovesFromAFileToAServerByABackup) {
  const auto file = "sqlite:" + path("guatu.db");
  const auto server = fresh_postgres_place();
  play(file, path("papers"));
  const SeededOffice on_file(file);
  const SeededOffice on_server(server);
  on_file.run({"backup", "--out", path("backup.db")});
  const auto told = on_server.run({"restore", path("backup.db")});
  EXPECT_EQ(told.find(server.substr(server.find("guatu:") + 6, 16)), std::string::npos) << "a password was shown";
  EXPECT_EQ(on_server.run({"verify", "--json"}), on_file.run({"verify", "--json"}));
  const auto day = last_day_of(dekads_.back());
  Outcome before;
  Outcome after;
  ask(on_file, day, before);
  ask(on_server, day, after);
  expect_same(before, after);
  // And back, without anything lost on the way.
  on_server.run({"backup", "--out", path("returned.db")});
  const SeededOffice returned("sqlite:" + path("returned.db"));
  EXPECT_EQ(returned.run({"verify", "--json"}), on_file.run({"verify", "--json"}));
}

TEST_F(SameCampaign, IsUpgradedWithoutNamingItsCampaign) {
  for (const auto& url : {"sqlite:" + path("guatu.db"), fresh_postgres_place()}) {
    const SeededOffice office(url);
    office.run({"init", "--json"}, 3);  // There is none yet.
    office.run({"init", "--campaign", campaign_folder(), "--now", "2020-01-01T08:00:00+08:00"});
    const auto before = office.run({"verify", "--json"});
    office.run({"init"});
    EXPECT_EQ(office.run({"verify", "--json"}), before);
  }
}

}  // namespace
}  // namespace guatu::test
