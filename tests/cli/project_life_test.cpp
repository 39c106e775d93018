#include <algorithm>
#include <array>
#include <gtest/gtest.h>

#include "tests/cli/office.hpp"

// project …: what each verb does to the counts on the day before, the day and the day after, and what is refused.
namespace guatu::test {
namespace {

class ProjectLife : public testing::Test {
 protected:
  void SetUp() override {
    office_.init();
    office_.make_sample(13, 2);
    dekad_ = office_.dekads().front();
    ASSERT_EQ(office_.import(dekad_).exit_code, 0);
  }

  [[nodiscard]] std::int64_t counted(const std::string& day) const {
    return office_.ask({"figures", "--as-of", day}).at("projects").at("counted").as_int64();
  }

  /// Of `project`, recorded on the 10th.
  [[nodiscard]] ProgramRun change(const std::string& action, const std::string& project, const std::string& on,
                                  const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"project",  action, "--project",  project,   "--on",  on,
                                   "--reason", "理由", "--approval", "批示1号", "--now", "2022-12-10T09:00:00+08:00"};
    words.insert(words.end(), more.begin(), more.end());
    return office_.run(words);
  }

  /// The project's rows of the ledger on a day: name and responsible unit, empty when it is out.
  [[nodiscard]] std::pair<std::string, std::string> standing(const std::string& project, const std::string& day) const {
    const auto ledger = office_.ask({"ledger", "--as-of", day});
    for (const auto& row : ledger.as_array())
      if (row.at("project").as_string() == project)
        return {std::string(row.at("name").as_string()), std::string(row.at("responsible_unit").as_string())};
    return {};
  }

  Office office_{"chifeng-2023"};
  std::string dekad_;
};

TEST_F(ProjectLife, TakesAProjectOutAndBackFromTheDayOn) {
  const auto before = counted("2022-12-04");
  // One project after the other, so that everybody is in between.
  const std::vector<std::array<std::string, 6>> verbs{
      {"suspend", "resume", "2022-12-04", "2022-12-05", "2022-12-06", "2022-12-07"},
      {"withdraw", "join", "2022-12-14", "2022-12-15", "2022-12-16", "2022-12-17"},
      {"end", "join", "2022-12-24", "2022-12-25", "2022-12-26", "2022-12-27"}};
  for (const auto& [out, back, eve, on, after, end] : verbs) {
    ASSERT_EQ(change(out, "P0001", on).exit_code, 0) << out;
    EXPECT_EQ(counted(eve), before) << out;
    EXPECT_EQ(counted(on), before - 1) << out;
    EXPECT_EQ(counted(after), before - 1) << out;
    const auto returned = change(back, "P0001", end);
    ASSERT_EQ(returned.exit_code, 0) << returned.err;
    EXPECT_EQ(counted(eve), before) << back;
    EXPECT_EQ(counted(after), before - 1) << back;
    EXPECT_EQ(counted(end), before) << back;
  }
}

TEST_F(ProjectLife, MergesAndSplits) {
  const auto before = counted("2022-12-04");
  ASSERT_EQ(change("merge", "P0001", "2022-12-05", {"--to", "P0002"}).exit_code, 0);
  EXPECT_EQ(counted("2022-12-04"), before);
  EXPECT_EQ(counted("2022-12-05"), before - 1);
  ASSERT_EQ(change("split", "P0002", "2022-12-06", {"--name", "二期（虚构）"}).exit_code, 0);
  EXPECT_EQ(counted("2022-12-05"), before - 1);
  EXPECT_EQ(counted("2022-12-06"), before);
}

TEST_F(ProjectLife, MovesAndRenamesFromTheDayOn) {
  const auto [name, unit] = standing("P0001", "2022-12-04");
  const std::string other = unit == "150402" ? "150403" : "150402";
  ASSERT_EQ(change("move", "P0001", "2022-12-05", {"--to", other}).exit_code, 0);
  ASSERT_EQ(change("rename", "P0001", "2022-12-06", {"--name", "新名（虚构）"}).exit_code, 0);
  using Standing = std::pair<std::string, std::string>;
  EXPECT_EQ(standing("P0001", "2022-12-04"), Standing(name, unit));
  EXPECT_EQ(standing("P0001", "2022-12-05"), Standing(name, other));
  EXPECT_EQ(standing("P0001", "2022-12-06"), Standing("新名（虚构）", other));
}

TEST_F(ProjectLife, ACompletionIsTakenBackFromTheDayOnOnce) {
  const auto last = last_day(dekad_);
  const auto finished = [&](const std::string& day) {
    return office_.ask({"figures", "--as-of", day}).at("procedures").at("strict").at("numerator").as_int64();
  };
  // Any finish of the sample will do.
  const auto ledger = office_.ask({"ledger", "--as-of", last});
  const auto& rows = ledger.as_array();
  const auto row =
      std::ranges::find_if(rows, [](const auto& any) { return any.at("state").as_string() == "finished"; });
  ASSERT_NE(row, rows.end());
  const auto text = [&](const char* field) { return std::string(row->at(field).as_string()); };
  const auto revoke = [&](const std::string& kind) {
    std::vector<std::string> words{
        "revoke", "--project", text("project"),    "--kind",         kind,    "--on",
        last,     "--reason",  "材料虚假（虚构）", "--false-papers", "--now", last + "T20:00:00+08:00"};
    if (const auto part = text("part"); !part.empty()) words.insert(words.end(), {"--part", part});
    return office_.run(words);
  };
  const auto before = finished(last);
  const auto done = revoke(text("kind"));
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(finished(last), before - 1);
  EXPECT_EQ(revoke(text("kind")).exit_code, 1) << "what is not finished cannot be taken back";
  EXPECT_EQ(revoke("nothing").exit_code, 1);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_F(ProjectLife, RefusesWithEveryReason) {
  struct Case {
    std::vector<std::string> words;
    int code;
    std::vector<std::string> reasons;
  };
  const auto name = standing("P0002", "2022-12-05").first;
  const auto unit = standing("P0001", "2022-12-05").second;
  if (standing("P0002", "2022-12-05").second != unit) {
    ASSERT_EQ(change("move", "P0002", "2022-12-01", {"--to", unit}).exit_code, 0);
  }
  const std::vector<Case> cases{
      {{"suspend", "P9999", "2022-12-05"}, 1, {"P9999"}},
      {{"suspend", "P9999", "2022-01-05", "--name", "x"}, 1, {"P9999", "早于攻坚行动开始日", "--name 不用于暂缓"}},
      {{"suspend", "P0001", "2022-01-05"}, 1, {"早于攻坚行动开始日", "不在库"}},
      {{"resume", "P0001", "2022-12-05"}, 1, {"未暂缓"}},
      {{"move", "P0001", "2022-12-05"}, 1, {"--to"}},
      {{"move", "P0001", "2022-12-05", "--to", unit}, 1, {"已是责任单位"}},
      {{"move", "P0001", "2022-12-05", "--to", "nobody"}, 1, {"nobody"}},
      {{"rename", "P0001", "2022-12-05"}, 1, {"--name"}},
      {{"rename", "P0001", "2022-12-05", "--name", name}, 1, {"该单位已有同名项目 P0002"}},
      {{"split", "P0001", "2022-12-05", "--name", name}, 1, {"该单位已有同名项目 P0002"}},
      {{"merge", "P0001", "2022-12-05"}, 1, {"--to"}},
      {{"merge", "P0001", "2022-12-05", "--to", "P0001"}, 1, {"并入自身"}},
      {{"merge", "P0001", "2022-12-05", "--to", "P9999"}, 1, {"没有要并入的项目“P9999”"}},
      {{"merge", "P0001", "2022-01-05", "--to", "P9999", "--name", "x"},
       1,
       {"早于攻坚行动开始日", "--name 不用于合并", "没有要并入的项目", "不在库"}},
      {{"suspend", "P0001", "2022-12-05", "--to", "150402"}, 1, {"--to 不用于暂缓"}},
      {{"suspend", "P0001", "2022-02-30"}, 2, {"2022-02-30"}},
      {{"vanish", "P0001", "2022-12-05"}, 2, {"join suspend resume withdraw end move rename merge split"}}};
  const auto head = office_.head();
  for (const auto& [words, code, reasons] : cases) {
    const auto refused = change(words[0], words[1], words[2], {words.begin() + 3, words.end()});
    EXPECT_EQ(refused.exit_code, code) << words[0];
    for (const auto& reason : reasons)
      EXPECT_NE(refused.err.find(reason), std::string::npos) << words[0] << "\n" << refused.err;
  }
  EXPECT_EQ(office_.run({"project", "end", "--project", "P0001", "--on", "2022-12-05", "--reason", "理由"}).exit_code,
            2);
  EXPECT_EQ(
      office_.run({"project", "end", "--project", "P0001", "--on", "2022-12-05", "--reason", "", "--approval", " "})
          .exit_code,
      1);
  EXPECT_EQ(office_.head(), head);
}

}  // namespace
}  // namespace guatu::test
