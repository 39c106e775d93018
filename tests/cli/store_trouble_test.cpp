#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/cli/store_file.hpp"
#include "tests/support/paths.hpp"

// A store that is not there, not ours, damaged, full or busy: a plain sentence, the exit code of contract 2, nothing lost.
namespace guatu::test {
namespace {

using testing::HasSubstr;

class StoreTrouble : public testing::Test {
 protected:
  void expect(const std::vector<std::string>& words, int exit_code, const std::string& english,
              const std::string& chinese) const {
    auto in_english = words;
    in_english.insert(in_english.end(), {"--lang", "en"});
    const auto told = office_.run(in_english);
    EXPECT_EQ(told.exit_code, exit_code) << told.err;
    EXPECT_THAT(told.err, HasSubstr(english));
    EXPECT_EQ(std::ranges::count(told.err, '\n'), 1) << "one sentence, not: " << told.err;
    EXPECT_THAT(office_.run(words).err, HasSubstr(chinese));
  }

  Office office_{"example"};
};

TEST_F(StoreTrouble, AStoreThatCannotBeUsedIsToldInASentence) {
  const auto today = std::string("2022-11-30");
  expect({"figures", "--as-of", today}, 3, "there is no store guatu.db; run guatu init", "没有数据库 guatu.db");
  write_text(office_.folder() / "letter.db", "这不是数据库");
  expect({"figures", "--as-of", today, "--db", "sqlite:letter.db"}, 3, "is not a Guatu store", "不是挂图的数据库");
  expect({"init", "--campaign", office_.campaign_directory(), "--db", "sqlite:letter.db"}, 3, "is not a Guatu store",
         "不是挂图的数据库");
  EXPECT_EQ(read_text(office_.folder() / "letter.db"), "这不是数据库");
  office_.init();
  const auto whole = settled_store(office_);
  const auto early = office_.run({"figures", "--as-of", today, "--known-at", "2019-12-31", "--lang", "en"});
  EXPECT_EQ(early.exit_code, 1);
  EXPECT_THAT(early.err, HasSubstr("nothing had been recorded yet at 2019-12-31"));
  tamper(office_, {"insert into schema_migrations (version, name, digest, applied_at) values (999, 'later', '', 0)"});
  expect({"verify"}, 3, "was written by a newer program", "由更新版本的程序建立");
  put_back_store(office_, whole.substr(0, whole.size() / 2));
  expect({"figures", "--as-of", today}, 4, "damaged", "损坏");
  EXPECT_EQ(office_.run({"verify"}).exit_code, 4);
  put_back_store(office_, whole);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_F(StoreTrouble, ADiskThatTakesNoMoreLeavesTheStoreAsItWas) {
  office_.init();
  office_.make_sample(30, 5);
  const auto dekad = office_.dekads().front();
  const auto head = office_.head();
  const auto whole = settled_store(office_);
  int refused = 0, halfway = 0;
  for (const auto kilobytes : {1, 8, 64, 100, 140}) {
    // No file may grow beyond so much; a write that would is refused by the system, as on a full disk.
    std::string line = "ulimit -f " + std::to_string(kilobytes) + "; exec \"$@\"";
    std::vector<std::string> words{"bash", "-c", line, "bash", GUATU_BINARY, "import", "--lang", "en"};
    for (const auto& file : office_.returns_of(dekad))
      words.push_back(file);
    const auto starved = run_program(words, office_.folder());
    if (starved.exit_code == 0) continue;
    ++refused;
    EXPECT_EQ(starved.exit_code, 3) << kilobytes << "\n" << starved.err;
    EXPECT_THAT(starved.err, HasSubstr("disk"));
    const auto verified = office_.ask({"verify"});
    EXPECT_TRUE(verified.at("ok").as_bool()) << kilobytes;
    EXPECT_GE(verified.at("commits").as_int64(), head);
    if (verified.at("commits").as_int64() > head) {
      ++halfway;
      EXPECT_THAT(starved.err, HasSubstr("done and saved before it: "));
    }
    put_back_store(office_, whole);
  }
  EXPECT_GE(refused, 3) << "the limit was never met";
  EXPECT_GE(halfway, 1) << "no import stopped after its first file";
  EXPECT_EQ(office_.import(dekad).exit_code, 0);
}

TEST_F(StoreTrouble, AnAnswerThatCannotBeWrittenIsNotSuccess) {
  const auto answer = run_program({"bash", "-c", R"("$0" version > /dev/full)", GUATU_BINARY}, office_.folder());
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_THAT(answer.err, HasSubstr("标准输出"));
}

TEST_F(StoreTrouble, AFolderWithoutTheRightToWriteIsTold) {
  office_.init();
  office_.make_sample(8, 5);
  const auto file = office_.returns_of(office_.dekads().front()).front();
  const auto store = office_.folder() / kStoreFile;
  const auto head = office_.head();
  settled_store(office_);
  namespace fs = std::filesystem;
  fs::permissions(store, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(office_.folder(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read |
                                        fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec);
  // Root may write anywhere, so root becomes nobody for this.
  std::vector<std::string> words;
  if (geteuid() == 0) words = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
  words.insert(words.end(), {GUATU_BINARY, "import", file, "--lang", "en"});
  const auto refused = run_program(words, office_.folder());
  fs::permissions(office_.folder(), fs::perms::owner_all);
  fs::permissions(store, fs::perms::owner_read | fs::perms::owner_write);
  if (refused.exit_code == 126 || refused.exit_code == 127)
    GTEST_SKIP() << "this process cannot give up its rights: " << refused.err;
  EXPECT_EQ(refused.exit_code, 3) << refused.out << refused.err;
  EXPECT_THAT(refused.err, HasSubstr("rights"));
  EXPECT_EQ(office_.head(), head);
}

TEST_F(StoreTrouble, OnAMediumThatCannotBeWrittenItIsReadAndNotWritten) {
  office_.init();
  office_.make_sample(8, 5);
  const auto file = office_.returns_of(office_.dekads().front()).front();
  settled_store(office_);
  std::filesystem::remove(office_.folder() / "guatu.db-wal");
  std::filesystem::remove(office_.folder() / "guatu.db-shm");
  // The folder mounted over itself without the right to write, for these commands alone.
  const auto on_medium = [&](std::vector<std::string> words) {
    words.insert(
        words.begin(),
        {"unshare", "--mount", "--map-root-user", "bash", "-c",
         R"(mount --bind . . && mount -o remount,ro,bind . || exit 127; cd "$PWD" && exec "$0" "$@")", GUATU_BINARY});
    words.insert(words.end(), {"--lang", "en"});
    return run_program(words, office_.folder());
  };
  const auto read = on_medium({"verify"});
  if (read.exit_code == 127 || read.err.find("unshare") != std::string::npos)
    GTEST_SKIP() << "nothing can be mounted here: " << read.err;
  EXPECT_EQ(read.exit_code, 0) << read.err;
  const auto refused = on_medium({"import", file});
  EXPECT_EQ(refused.exit_code, 3) << refused.out << refused.err;
  EXPECT_THAT(refused.err, HasSubstr("read-only"));
}

TEST_F(StoreTrouble, WhatIsNoFileIsNoStore) {
  for (const auto* name : {"sqlite::memory:", "sqlite:file:guatu.db?mode=memory"})
    expect({"init", "--campaign", office_.campaign_directory(), "--db", name}, 2, "a store is kept in a file",
           "台账要存在文件里");
}

/// Both are taken whole, or one is told that the other is at work; whatever was acknowledged is there.
TEST_F(StoreTrouble, TwoImportsAtOnceLoseNothing) {
  office_.init();
  office_.make_sample(24, 8);
  const auto files = office_.returns_of(office_.dekads().front());
  ASSERT_GE(files.size(), 2U);
  std::vector<std::string> words{
      "bash", "-c",
      R"(for file in "${@:2}"; do "$1" import "$file" >"$(basename "$file").out" 2>&1 & processes="$processes $!"; done
         code=0; for process in $processes; do wait "$process" || code=$?; done; exit $code)",
      "bash", GUATU_BINARY};
  words.insert(words.end(), files.begin(), files.end());
  const auto together = run_program(words, office_.folder());
  std::string said;
  for (const auto& file : files)
    said += read_text(office_.folder() / (std::filesystem::path(file).filename().string() + ".out"));
  ASSERT_EQ(together.exit_code, 0) << said;
  const auto head = office_.head();
  EXPECT_EQ(head, 1 + std::ssize(files));
  EXPECT_EQ(office_.import(office_.dekads().front()).exit_code, 0);
  EXPECT_EQ(office_.head(), head) << "something that was acknowledged had to be imported again";
}

}  // namespace
}  // namespace guatu::test
