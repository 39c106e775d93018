#include <cstdlib>
#include <gtest/gtest.h>
#include <set>

#include "tests/cli/office.hpp"
#include "tests/support/paths.hpp"

// The sample: found without a store, the same bytes everywhere, as many projects as asked for, and a truth that holds.
namespace guatu::test {
namespace {

namespace bj = boost::json;

std::string text(const bj::value& value) {
  return std::string(value.as_string());
}

std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
  std::map<std::string, std::string> bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes[entry.path().lexically_relative(folder).string()] = read_text(entry.path());
  return bytes;
}

TEST(Sample, NeedsNeitherStoreNorCampaign) {
  const TemporaryFolder folder;
  const auto made = run_guatu({"sample", "--projects", "1", "--seed", "1", "--out", "s"}, folder.path());
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "s" / "truth.json"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "guatu.db"));
}

TEST(Sample, AStoreThatIsNamedHasToBeThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(
      run_guatu({"sample", "--projects", "1", "--seed", "1", "--out", "s", "--db", "sqlite:none.db"}, folder.path())
          .exit_code,
      3);
}

TEST(Sample, IsTheSameInEveryFolderZoneAndLocale) {
  const TemporaryFolder one;
  const TemporaryFolder other;
  const std::vector<std::string> words{"sample", "--projects", "13", "--seed", "5", "--out", "s"};
  ASSERT_EQ(run_guatu(words, one.path()).exit_code, 0);
  std::vector<std::string> elsewhere{"/usr/bin/env", "TZ=America/New_York", "LC_ALL=de_DE.UTF-8", GUATU_BINARY};
  elsewhere.insert(elsewhere.end(), words.begin(), words.end());
  ASSERT_EQ(run_program(elsewhere, other.path()).exit_code, 0);
  EXPECT_EQ(files_below(one.path() / "s"), files_below(other.path() / "s"));
  auto seeded = words;
  seeded[4] = "6";
  ASSERT_EQ(run_guatu(seeded, other.path()).exit_code, 0);
  EXPECT_NE(read_text(one.path() / "s/truth.json"), read_text(other.path() / "s/truth.json"));
}

TEST(Sample, MessIsTheSameForTheSameSeedAndNoneIsTheFormItself) {
  const TemporaryFolder folder;
  const auto make = [&](const char* out, std::vector<std::string> more) {
    std::vector<std::string> words{"sample", "--projects", "13", "--seed", "5", "--out", out};
    words.insert(words.end(), more.begin(), more.end());
    return run_guatu(words, folder.path()).exit_code;
  };
  ASSERT_EQ(make("plain", {}), 0);
  ASSERT_EQ(make("none", {"--mess", "0"}), 0);
  EXPECT_EQ(files_below(folder.path() / "plain"), files_below(folder.path() / "none"));
  ASSERT_EQ(make("three", {"--mess", "3"}), 0);
  ASSERT_EQ(make("again", {"--mess", "3"}), 0);
  EXPECT_EQ(files_below(folder.path() / "three"), files_below(folder.path() / "again"));
  EXPECT_EQ(make("four", {"--mess", "4"}), 2);
}

TEST(Sample, MessSaysWhatEveryCellMeans) {
  const TemporaryFolder folder;
  ASSERT_EQ(
      run_guatu({"sample", "--projects", "13", "--seed", "5", "--mess", "2", "--out", "s"}, folder.path()).exit_code,
      0);
  const auto truth = bj::parse(read_text(folder.path() / "s/truth.json")).as_object();
  std::size_t files = 0;
  for (const auto& dekad : truth.at("dekads").as_array())
    files += dekad.at("files").as_array().size();
  ASSERT_EQ(truth.at("returns").as_array().size(), files);
  for (const auto& each : truth.at("returns").as_array()) {
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "s" / text(each.at("file"))));
    EXPECT_GE(each.at("cells").as_array().size(), each.at("projects").as_array().size());
    for (const auto& question : each.at("questions").as_array())
      EXPECT_FALSE(question.at("planted").as_bool()) << "traps begin at 3";
  }
}

class Truth : public testing::TestWithParam<const char*> {
 protected:
  Office office_{GetParam()};

  bj::object make(int projects) {
    office_.init();
    office_.make_sample(projects, 4);
    return bj::parse(read_text(office_.folder() / "sample" / "truth.json")).as_object();
  }

  void record_life(const bj::object& truth, const std::string& after, const std::string& until) {
    for (const auto& event : truth.at("life_events").as_array()) {
      const auto on = text(event.at("on"));
      if (on <= after || until < on) continue;
      std::vector<std::string> words{"project",    text(event.at("action")),
                                     "--project",  text(event.at("project").at("code")),
                                     "--on",       on,
                                     "--reason",   text(event.at("reason")),
                                     "--approval", text(event.at("approval")),
                                     "--now",      until + "T18:00:00+08:00"};
      for (const auto* flag : {"to", "name"})
        if (!event.at(flag).as_string().empty())
          words.insert(words.end(), {std::string("--") + flag, text(event.at(flag))});
      const auto recorded = office_.run(words);
      EXPECT_EQ(recorded.exit_code, 0) << text(event.at("action")) << recorded.err;
    }
  }
};

TEST_P(Truth, HasAsManyProjectsAsAskedForAndEveryLifeEvent) {
  const auto truth = make(120);
  EXPECT_TRUE(truth.at("synthetic").as_bool());
  std::set<std::string> names;
  for (const auto& dekad : truth.at("dekads").as_array())
    for (const auto& project : dekad.at("projects").as_array()) {
      auto name = text(project.at("name"));
      EXPECT_NE(name.find("虚构"), std::string::npos) << name;
      if (const auto renamed = name.find("（重新命名）"); renamed != std::string::npos) name.resize(renamed);
      names.insert(name);
    }
  EXPECT_EQ(names.size(), 120U);
  EXPECT_EQ(truth.at("projects").as_int64(), 120);
  std::set<std::string> actions;
  for (const auto& event : truth.at("life_events").as_array())
    actions.insert(text(event.at("action")));
  EXPECT_EQ(actions, (std::set<std::string>{"join", "suspend", "resume", "withdraw", "end", "move", "rename", "merge",
                                            "split"}));
}

/// From truth.json alone: what each unit said last is what the ledger says.
TEST_P(Truth, IsWhatTheLedgerSaysAfterEveryDekad) {
  const auto truth = make(31);
  std::map<std::string, bj::object> said;
  std::string before = "0000-00-00";
  std::size_t compared = 0;
  for (const auto& dekad : truth.at("dekads").as_array()) {
    const auto day = text(dekad.at("as_of"));
    record_life(truth, before, day);
    before = day;
    const auto imported = office_.import(text(dekad.at("dekad")));
    ASSERT_EQ(imported.exit_code, 0) << imported.out << imported.err;
    std::set<std::string> silent;
    for (const auto& unit : dekad.at("missed").as_array())
      silent.insert(text(unit));
    std::map<std::string, std::string> expected;
    for (const auto& value : dekad.at("projects").as_array()) {
      const auto& project = value.as_object();
      const auto key = text(project.at("code")).empty() ? text(project.at("name")) : text(project.at("code"));
      if (!silent.contains(text(project.at("unit")))) said[key] = project;
      const auto last = said.find(key);
      if (last == said.end()) continue;
      for (const auto& [kind, state] : last->second.at("states").as_object()) {
        auto& cell = expected[key + "/" + std::string(kind)];
        cell = text(state);
        const auto& days = last->second.at("finished_on").as_object();
        if (const auto* finished = days.if_contains(kind)) cell += " " + text(*finished);
      }
    }
    std::map<std::string, std::string> found;
    const auto ledger = office_.ask({"ledger", "--as-of", day});
    for (const auto& row : ledger.as_array()) {
      const auto code = text(row.at("code"));
      const auto key = (code.empty() ? text(row.at("name")) : code) + "/" + text(row.at("kind"));
      if (!expected.contains(key)) continue;
      found[key] = text(row.at("state"));
      if (found[key] == "finished" && row.at("finished_assumed").as_string() == "false")
        found[key] += " " + text(row.at("finished_on"));
    }
    EXPECT_EQ(found, expected) << day;
    compared += expected.size();
  }
  EXPECT_GT(compared, 1000U);
}

/// About the first target's share of the projects is finished on its deadline, few at the beginning.
TEST_P(Truth, RisesLikeARealCampaign) {
  const auto truth = make(200);
  const auto share = [](const bj::value& dekad) {
    std::size_t finished = 0;
    const auto& projects = dekad.at("projects").as_array();
    for (const auto& project : projects) {
      bool whole = true;
      for (const auto& [kind, state] : project.at("states").as_object())
        whole = whole && (state == "finished" || state == "not_applicable");
      finished += whole ? 1 : 0;
    }
    return finished * 100 / projects.size();
  };
  const auto& dekads = truth.at("dekads").as_array();
  EXPECT_LE(share(dekads.front()), 12U);
  for (const auto& dekad : dekads)
    if (text(dekad.at("as_of")).substr(5) == "02-28") {
      EXPECT_GE(share(dekad), 60U);
      EXPECT_LE(share(dekad), 75U);
    }
  EXPECT_GE(share(dekads.back()), 85U);
}

INSTANTIATE_TEST_SUITE_P(Campaigns, Truth, testing::Values("chifeng-2023", "example"), [](const auto& info) {
  return std::string(info.param).substr(0, std::string(info.param).find('-'));
});

}  // namespace
}  // namespace guatu::test
