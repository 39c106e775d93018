#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utime.h>

#include "guatu/values/date.hpp"

#include "tests/cli/store_file.hpp"

// What an administrator is told about machine and store, for each thing that can be wrong.
namespace guatu::test {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;
using testing::HasSubstr;

/// The finding of this name; the worst one when there are several.
bj::object finding(const bj::value& answer, std::string_view name) {
  bj::object worst;
  for (const auto& check : answer.at("checks").as_array()) {
    if (check.at("name").as_string() != name) continue;
    if (worst.empty() || !check.at("ok").as_bool()) worst = check.as_object();
  }
  EXPECT_FALSE(worst.empty()) << name << " was not looked at: " << bj::serialize(answer);
  return worst;
}

std::string severity(const bj::value& answer, std::string_view name) {
  const auto found = finding(answer, name);
  return found.empty() ? "" : std::string(found.at("severity").as_string());
}

class Doctor : public testing::Test {
 protected:
  Doctor() { office_.init(); }

  [[nodiscard]] bj::value ask(int exit_code, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"doctor"};
    if (std::ranges::find(more, "--now") == more.end())
      words.insert(words.end(), {"--now", "2020-01-02T08:00:00+08:00"});
    words.insert(words.end(), more.begin(), more.end());
    return office_.ask(words, exit_code);
  }

  Office office_{"example"};
};

TEST_F(Doctor, FindsNothingWrongWithAFreshStore) {
  const auto answer = ask(0);
  EXPECT_TRUE(answer.at("ok").as_bool());
  for (const auto* name :
       {"version", "locale", "store", "rights", "disk", "campaign", "clock", "calendar", "templates", "soffice"})
    EXPECT_TRUE(finding(answer, name).at("ok").as_bool()) << name;
  const auto said = office_.run({"doctor", "--now", "2020-01-02T08:00:00+08:00", "--lang", "en"});
  EXPECT_EQ(said.exit_code, 0);
  EXPECT_THAT(said.out, HasSubstr("✓ store：sqlite:guatu.db, commit 1"));
}

TEST_F(Doctor, SaysWhatToDoWithoutAStoreOrACampaign) {
  fs::remove(office_.folder() / kStoreFile);
  const auto answer = ask(1);
  EXPECT_FALSE(answer.at("ok").as_bool());
  const auto store = finding(answer, "store");
  EXPECT_EQ(store.at("severity").as_string(), "error");
  EXPECT_THAT(std::string(store.at("text_en").as_string()), HasSubstr("there is no store"));
  EXPECT_FALSE(store.at("why").as_string().empty());
  EXPECT_FALSE(store.at("remedy_en").as_string().empty());
}

TEST_F(Doctor, SeesADamagedStore) {
  write_text(office_.folder() / kStoreFile, "这不是数据库");
  EXPECT_EQ(severity(ask(1), "store"), "error");
}

TEST_F(Doctor, SeesWhoMayReadIt) {
  fs::permissions(office_.folder(), fs::perms::others_exec | fs::perms::others_read, fs::perm_options::add);
  fs::permissions(office_.folder() / kStoreFile, fs::perms::others_read, fs::perm_options::add);
  const auto rights = finding(ask(1), "rights");
  EXPECT_EQ(rights.at("severity").as_string(), "error");
  EXPECT_EQ(rights.at("remedy").as_string(), "chmod 600 guatu.db");
  // In a folder that others cannot enter they cannot read it.
  fs::permissions(office_.folder(), fs::perms::owner_all);
  EXPECT_EQ(severity(ask(0), "rights"), "ok");
}

TEST_F(Doctor, SeesAClockThatIsWrong) {
  EXPECT_EQ(severity(ask(1, {"--now", "2019-12-31T08:00:00+08:00"}), "clock"), "error");
  EXPECT_EQ(severity(ask(0, {"--now", "2020-06-01T08:00:00+08:00"}), "clock"), "ok");
}

TEST_F(Doctor, SeesADekadThatIsLateAndAYearWithoutHolidays) {
  office_.make_sample(4, 9);
  const auto dekad = office_.dekads().front();
  ASSERT_EQ(office_.import(dekad).exit_code, 0);
  const auto ended = parse_iso_date(last_day(dekad)).value();
  const auto evening = [&](int days) { return format_iso(ended + days) + "T18:00:00+08:00"; };
  EXPECT_EQ(severity(ask(0, {"--now", evening(1)}), "dekad"), "ok");
  const auto late = finding(ask(0, {"--now", evening(9)}), "dekad");
  EXPECT_EQ(late.at("severity").as_string(), "warning");
  EXPECT_THAT(std::string(late.at("why_en").as_string()), HasSubstr("9 days ago"));
  EXPECT_EQ(severity(ask(1, {"--now", "2149-01-01T08:00:00+08:00"}), "calendar"), "error");
}

TEST_F(Doctor, JudgesBackups) {
  const auto folder = office_.folder() / "copies";
  const auto judged = [&](int exit_code, const char* now = "2020-01-02T08:00:00+08:00") {
    return finding(ask(exit_code, {"--backups", "copies", "--now", now}), "backups");
  };
  EXPECT_EQ(judged(1).at("severity").as_string(), "error") << "there is no such folder";
  fs::create_directory(folder);
  EXPECT_THAT(std::string(judged(1).at("text_en").as_string()), HasSubstr("there is no backup"));
  ASSERT_EQ(office_.run({"backup", "--out", "copies/monday.db"}).exit_code, 0);
  const utimbuf made{1'577'900'000, 1'577'900'000};  // 2020-01-02 01:33 in Asia/Shanghai.
  ASSERT_EQ(utime((folder / "monday.db").c_str(), &made), 0);
  EXPECT_EQ(judged(0).at("severity").as_string(), "ok");
  EXPECT_THAT(std::string(judged(1, "2020-01-05T08:00:00+08:00").at("why_en").as_string()),
              HasSubstr("more than two days old"));
  write_text(folder / "tuesday.db.part", "half");
  const auto answer = ask(0, {"--backups", "copies", "--now", "2020-01-02T08:00:00+08:00"});
  EXPECT_THAT(bj::serialize(answer), HasSubstr("tuesday.db.part is a backup that was cut off"));
  fs::remove(folder / "tuesday.db.part");
  write_text(folder / "note.txt", "the disk is in the safe");
  write_text(folder / "monday.db.key", "a key");
  write_text(folder / "copied.db", std::string(4096, 'x'));
  EXPECT_THAT(std::string(judged(0).at("text_en").as_string()), HasSubstr("monday.db ")) << "the others are no backups";
  write_text(folder / "wednesday.db", "");
  EXPECT_EQ(judged(1).at("why_en").as_string(), "it is empty") << "the newest one is what counts";
}

}  // namespace
}  // namespace guatu::test
