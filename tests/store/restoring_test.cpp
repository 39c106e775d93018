#include <atomic>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <thread>

#include "guatu/store/postgres/backup.hpp"
#include "guatu/store/sqlite/backup.hpp"
#include "guatu/store/sqlite/replacing.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/store/store_suite.hpp"
#include "tests/support/postgres_place.hpp"

// What a restore takes, what it leaves alone, and what it leaves behind.
namespace guatu::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Restoring : public StoreSuite {
 protected:
  Restoring() {
    append(samples_.full_commit(1, 5));
    head_ = append(samples_.full_commit(2, 5));
  }

  [[nodiscard]] std::string in_folder(const std::string& name) const { return (folder_.path() / name).string(); }

  /// A store in use, whose commits stand in its log alone.
  [[nodiscard]] std::unique_ptr<ports::Store> store_in_use(const std::string& path) {
    EXPECT_TRUE(store::migrate_sqlite(path));
    auto store = std::move(store::open_sqlite(path)).value();
    for (int seq = 1; seq <= 3; ++seq)
      newest_ = store->append(samples_.full_commit(seq, 4), seq - 1).value();
    return store;
  }

  [[nodiscard]] Result<store::Restored> restore(const std::string& backup) const {
    if (engine_.name == "sqlite") return store::restore_sqlite(where_, backup);
    return store::restore_postgres(store::parse_postgres_url(where_).value(), backup);
  }

  /// Everything in the folder but the store itself.
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      if (!entry.path().string().starts_with(where_ + "-") && entry.path() != where_)
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
  }

  ports::CommitHead head_, newest_;
};
GUATU_ON_EVERY_ENGINE(Restoring);

TEST(RestoringSqlite, WhoHadTheFormerStoreOpenIsToldAndWritesNothing) {
  const TemporaryFolder folder;
  const auto path = (folder.path() / "guatu.db").string(), copy = (folder.path() / "copy.db").string();
  JournalSamples samples;
  ASSERT_TRUE(store::migrate_sqlite(path));
  const auto open_before = std::move(store::open_sqlite(path)).value();
  ASSERT_TRUE(open_before->append(samples.full_commit(1, 3), 0));
  ASSERT_TRUE(store::back_up_sqlite(path, copy));
  const auto restored = store::restore_sqlite(path, copy);
  ASSERT_TRUE(restored) << restored.error().message.en;
  const auto answer = open_before->append(samples.full_commit(2, 3), 1);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_THAT(answer.error().message.en, HasSubstr("was restored or moved away meanwhile"));
  EXPECT_EQ(std::move(store::open_sqlite(restored->replaced)).value()->find_head().value().seq, 1);
  EXPECT_EQ(std::move(store::open_sqlite(path)).value()->append(samples.full_commit(3, 3), 1).value().seq, 2);
}

TEST(RestoringSqlite, WaitsForWhoIsWriting) {
  const TemporaryFolder folder;
  const auto path = (folder.path() / "guatu.db").string(), copy = (folder.path() / "copy.db").string();
  JournalSamples samples;
  ASSERT_TRUE(store::migrate_sqlite(path));
  ASSERT_TRUE(std::move(store::open_sqlite(path)).value()->append(samples.full_commit(1, 3), 0));
  ASSERT_TRUE(store::back_up_sqlite(path, copy));
  std::atomic<bool> committed = false;
  soci::session writer(soci::sqlite3, "db=" + path);
  writer << "begin immediate";
  std::thread slow([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    committed = true;
    writer << "commit";
  });
  const auto restored = store::restore_sqlite(path, copy);
  EXPECT_TRUE(committed);
  slow.join();
  EXPECT_TRUE(restored) << restored.error().message.en;
}

TEST_P(Restoring, TakesTheLogOfAStoreInUseAndLeavesItThere) {
  const auto other = in_folder("other.db");
  const auto in_use = store_in_use(other);
  ASSERT_GT(fs::file_size(other + "-wal"), 0U);
  const auto before = read_text(other) + read_text(other + "-wal");
  store_.reset();
  const auto restored = restore(other);
  ASSERT_TRUE(restored) << restored.error().message.en;
  EXPECT_EQ(restored->head, newest_);
  EXPECT_EQ(reopened()->find_head().value(), newest_);
  EXPECT_EQ(read_text(other) + read_text(other + "-wal"), before);
}

TEST_P(Restoring, TakesTheLogThatAKilledProgramLeft) {
  const auto other = in_folder("other.db");
  const auto left = in_folder("left.db");
  {
    const auto in_use = store_in_use(other);
    for (const auto* ending : {"", "-wal"})
      fs::copy_file(other + ending, left + ending);
  }
  const auto before = read_text(left) + read_text(left + "-wal");
  store_.reset();
  const auto restored = restore(left);
  ASSERT_TRUE(restored) << restored.error().message.en;
  EXPECT_EQ(restored->head, newest_);
  EXPECT_EQ(read_text(left) + read_text(left + "-wal"), before);
}

TEST_P(Restoring, RefusesWhatHoldsNoStoreBeforeAnythingIsTouched) {
  write_text(in_folder("empty.db"), "");
  write_text(in_folder("bare.db"), "");
  engine_called("sqlite").tamper(in_folder("bare.db"), "pragma user_version = 1");
  fs::create_directory(in_folder("folder"));
  const std::vector<std::tuple<const char*, const char*, const char*>> cases{
      {"empty.db", "holds no Guatu store", "里面没有挂图的数据库"},
      {"bare.db", "holds no Guatu store", "里面没有挂图的数据库"},
      {"folder", "is a folder or a device", "是文件夹或设备"},
      {"nothing.db", "there is no backup", "没有备份文件"}};
  const auto there = files();
  for (const auto& [name, english, chinese] : cases) {
    const auto answer = restore(in_folder(name));
    ASSERT_FALSE(answer) << name;
    EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
    EXPECT_EQ(answer.error().subject, in_folder(name));
    EXPECT_THAT(answer.error().message.en, HasSubstr(english)) << name;
    EXPECT_THAT(answer.error().message.zh, HasSubstr(chinese)) << name;
    for (const auto& text : {answer.error().message.zh, answer.error().message.en}) {
      EXPECT_THAT(text, HasSubstr(in_folder(name)));
      EXPECT_THAT(text, Not(HasSubstr("filesystem error")));
      EXPECT_THAT(text, Not(HasSubstr("restor")));
    }
  }
  EXPECT_EQ(files(), there);
  EXPECT_EQ(reopened()->find_head().value(), head_);
}

TEST_P(Restoring, SeveralAtOnceLeaveOneStoreAndEveryFormerOne) {
  const auto copy = in_folder("copy.db");
  const auto later = store_in_use(copy)->find_head().value();
  store_.reset();
  std::atomic<int> kept = 0;
  std::vector<std::thread> programs;
  for (int i = 0; i < 4; ++i)
    programs.emplace_back([&] {
      const auto restored = restore(copy);
      EXPECT_TRUE(restored) << restored.error().message.en;
      if (restored && !restored->replaced.empty()) ++kept;
    });
  for (auto& program : programs)
    program.join();
  EXPECT_EQ(kept, 4);
  EXPECT_EQ(reopened()->find_head().value(), later);
  EXPECT_EQ(reopened()->verify_chain(later).value(), std::nullopt);
  auto first = where_ + ".replaced";
  if (engine_.name == "postgres") first = postgres_url() + "?schema=" + schema_of(where_) + "_replaced_1";
  EXPECT_EQ(std::move(engine_.open(first, std::chrono::seconds(30))).value()->find_head().value(), head_);
}

TEST_P(Restoring, LeavesTheDataOfOtherProgramsWhereItIs) {
  const auto copy = in_folder("copy.db");
  store_in_use(copy).reset();
  store_.reset();
  if (engine_.name == "sqlite") {
    where_ = in_folder("contacts.db");
    write_text(where_, "");
    engine_.tamper(where_, "create table contacts (name text)");
  } else {
    where_ = fresh_postgres_place();
    engine_.tamper(where_, "create schema " + schema_of(where_));
    engine_.tamper(where_, "create table " + schema_of(where_) + ".schema_migrations (version text)");
  }
  const auto there = files();
  const auto answer = restore(copy);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::Refused);
  EXPECT_THAT(answer.error().message.en, HasSubstr("is not moved; name another"));
  EXPECT_THAT(answer.error().message.zh, HasSubstr("不会移走"));
  EXPECT_EQ(files(), there);
  const auto* table = engine_.name == "sqlite" ? "contacts" : "schema_migrations";
  EXPECT_EQ(engine_.look(where_, "select count(*) from " + std::string(table)), std::vector<std::string>{"0"});
}

class RestoringFiles : public testing::Test {
 protected:
  RestoringFiles() {
    EXPECT_TRUE(store::migrate_sqlite(path_));
    const auto store = std::move(store::open_sqlite(path_)).value();
    head_ = store->append(samples_.full_commit(1, 3), 0).value();
  }

  TemporaryFolder folder_;
  JournalSamples samples_;
  std::string path_ = (folder_.path() / "guatu.db").string();
  std::string copy_ = (folder_.path() / "copy.db").string();
  ports::CommitHead head_;
};

TEST_F(RestoringFiles, OfAStoreOntoItselfIsRefused) {
  fs::create_symlink(path_, folder_.path() / "link.db");
  fs::create_hard_link(path_, folder_.path() / "same.db");
  for (const auto& name : {path_, (folder_.path() / "link.db").string(), (folder_.path() / "same.db").string(),
                           (folder_.path() / "." / "guatu.db").string()}) {
    const auto answer = store::restore_sqlite(path_, name);
    ASSERT_FALSE(answer) << name;
    EXPECT_EQ(answer.error().kind, ErrorKind::Refused);
    EXPECT_THAT(answer.error().message.en, HasSubstr("is itself the store"));
  }
  EXPECT_EQ(std::move(store::open_sqlite(path_)).value()->find_head().value(), head_);
}

TEST_F(RestoringFiles, MoveTheFormerStoreBackWhenTheLastStepFails) {
  write_text(path_ + "-wal", "");
  EXPECT_THROW(static_cast<void>(store::take_place((folder_.path() / "gone").string(), path_)), fs::filesystem_error);
  EXPECT_FALSE(fs::exists(path_ + ".replaced"));
  EXPECT_TRUE(fs::exists(path_ + "-wal"));
  EXPECT_EQ(std::move(store::open_sqlite(path_)).value()->find_head().value(), head_);
}

TEST_F(RestoringFiles, ALogWithoutItsStoreIsNotTakenForPartOfTheNextOne) {
  ASSERT_TRUE(store::back_up_sqlite(path_, copy_));
  fs::remove(path_);
  write_text(path_ + "-wal", "of another store");
  const auto restored = store::restore_sqlite(path_, copy_);
  ASSERT_TRUE(restored) << restored.error().message.en;
  EXPECT_EQ(restored->replaced, "");
  EXPECT_EQ(read_text(path_ + ".replaced-wal"), "of another store");
  EXPECT_EQ(std::move(store::open_sqlite(path_)).value()->find_head().value(), head_);
}

TEST_F(RestoringFiles, AreReadByTheirOwnerAloneWhateverTheBackupAllows) {
  ASSERT_TRUE(store::back_up_sqlite(path_, copy_));
  fs::permissions(copy_, fs::perms::group_read | fs::perms::others_read, fs::perm_options::add);
  ASSERT_TRUE(store::restore_sqlite(path_, copy_));
  struct stat status{};
  ASSERT_EQ(stat(path_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(RestoringFiles, AFolderIsNotReplaced) {
  const auto folder = (folder_.path() / "folder").string();
  fs::create_directory(folder);
  ASSERT_TRUE(store::back_up_sqlite(path_, copy_));
  const auto answer = store::restore_sqlite(folder, copy_);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::Refused);
  EXPECT_TRUE(fs::is_directory(folder));
}

TEST_F(RestoringFiles, ABackupThatFailsLeavesNothingUnfinished) {
  fs::create_directory(folder_.path() / "copies");
  // The name is as long as one may be, so that the unfinished copy cannot have a longer one.
  const auto answer = store::back_up_sqlite(path_, (folder_.path() / "copies" / std::string(255, 'x')).string());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_THAT(answer.error().message.zh, Not(HasSubstr("filesystem error")));
  EXPECT_THAT(answer.error().message.en, Not(HasSubstr(".part")));
  EXPECT_TRUE(fs::is_empty(folder_.path() / "copies"));
}

}  // namespace
}  // namespace guatu::test
