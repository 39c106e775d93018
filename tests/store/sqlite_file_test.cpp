#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <sys/stat.h>

#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/store/helper.hpp"
#include "tests/store/journal_samples.hpp"
#include "tests/store/store_factory.hpp"
#include "tests/support/paths.hpp"

// The file: made, brought up to date, refused when it is not ours or not ours yet, damaged.
namespace guatu::test {
namespace {

namespace fs = std::filesystem;
using store::Migration;

class SqliteFile : public testing::Test {
 protected:
  [[nodiscard]] static std::vector<Migration> scripts_and(const Migration& more) {
    auto scripts = store::sqlite_migrations();
    scripts.push_back(more);
    return scripts;
  }

  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
  }

  ports::CommitHead write_commit(int records = 3) {
    const auto journal = std::move(store::open_sqlite(path_)).value();
    const auto head = journal->find_head().value();
    return journal->append(samples_.full_commit(static_cast<int>(head.seq) + 1, records), head.seq).value();
  }

  const StoreFactory& sqlite_ = engine_called("sqlite");
  TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "guatu.db").string();
  std::string version_ = std::to_string(store::sqlite_migrations().size());
  JournalSamples samples_;
};

const Migration kNext{
    "9999_note",
    "-- A table more.\ncreate table notes (\n  text text not null\n);\ninsert into notes values ('a;b');\n"};

/// The script of db/migrations that SQLite runs under this name.
std::string script_file(const std::string& name) {
  const auto place = std::string(GUATU_SOURCE_DIR) + "/db/migrations/" + name;
  return fs::exists(place + ".sqlite.sql") ? read_text(place + ".sqlite.sql") : read_text(place + ".sql");
}

TEST_F(SqliteFile, ScriptsAreNumberedFromOne) {
  const auto& scripts = store::sqlite_migrations();
  ASSERT_FALSE(scripts.empty());
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    EXPECT_EQ(std::stoul(std::string(scripts[i].name.substr(0, 4))), i + 1);
    EXPECT_EQ(scripts[i].script, script_file(std::string(scripts[i].name)));
  }
}

TEST_F(SqliteFile, IsMadeWithItsFolderForItsOwnerOnly) {
  path_ = (folder_.path() / "数 据" / "它" / "guatu.db").string();
  ASSERT_TRUE(store::migrate_sqlite(path_));
  ASSERT_TRUE(store::open_sqlite(path_));
  struct stat status{};
  ASSERT_EQ(stat(path_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(SqliteFile, ThatIsUpToDateIsLeftAlone) {
  ASSERT_TRUE(store::migrate_sqlite(path_));
  write_commit();
  const auto before = read_text(path_);
  ASSERT_TRUE(store::migrate_sqlite(path_));
  EXPECT_EQ(read_text(path_), before);
  EXPECT_EQ(files(), std::vector<std::string>{"guatu.db"});
}

TEST_F(SqliteFile, IsCopiedBeforeItIsBroughtUpToDate) {
  ASSERT_TRUE(store::migrate_sqlite(path_));
  const auto head = write_commit();
  ASSERT_TRUE(store::migrate_sqlite(path_, scripts_and(kNext)));
  EXPECT_EQ(sqlite_.look(path_, "select text from notes"), std::vector<std::string>{"a;b"});
  std::vector<std::string> applied;
  for (const auto& script : scripts_and(kNext))
    applied.push_back(std::to_string(applied.size() + 1) + "|" + std::string(script.name));
  EXPECT_EQ(sqlite_.look(path_, "select version, name from schema_migrations order by version"), applied);

  const auto backup = path_ + ".backup-" + version_;
  struct stat status{};
  ASSERT_EQ(stat(backup.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  const auto old = std::move(store::open_sqlite(backup)).value();
  EXPECT_EQ(old->find_head().value(), head);
  EXPECT_EQ(old->verify_chain(head).value(), std::nullopt);
  EXPECT_EQ(old->append(samples_.full_commit(2, 3), 1).value().seq, 2);
}

TEST_F(SqliteFile, ABackupIsNeverWrittenOver) {
  ASSERT_TRUE(store::migrate_sqlite(path_));
  const auto backup = "guatu.db.backup-" + version_;
  write_text(folder_.path() / backup, "older");
  write_text(folder_.path() / (backup + ".part"), "left by a program that was killed");
  ASSERT_TRUE(store::migrate_sqlite(path_, scripts_and(kNext)));
  EXPECT_EQ(read_text(folder_.path() / backup), "older");
  EXPECT_EQ(files(), (std::vector<std::string>{"guatu.db", backup, backup + "-2"}));
}

TEST_F(SqliteFile, AScriptThatFailsChangesNothing) {
  ASSERT_TRUE(store::migrate_sqlite(path_));
  const auto head = write_commit();
  const auto answer =
      store::migrate_sqlite(path_, scripts_and({"9999_bad", "create table notes (text text);\ncreate tabel x;\n"}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_EQ(answer.error().subject, path_);
  EXPECT_TRUE(sqlite_.look(path_, "select 1 from sqlite_master where name = 'notes'").empty());
  const auto journal = std::move(store::open_sqlite(path_)).value();
  EXPECT_EQ(journal->find_head().value(), head);
  EXPECT_EQ(journal->verify_chain().value(), std::nullopt);
}

TEST_F(SqliteFile, ANewerOneIsRefusedAndLeftAlone) {
  ASSERT_TRUE(store::migrate_sqlite(path_, scripts_and(kNext)));
  const auto before = read_text(path_);
  const auto expected = make_error(ErrorKind::StoreFailed, path_, path_ + " 由更新版本的程序建立，请升级程序后再打开",
                                   path_ + " was written by a newer program; upgrade this one first");
  const auto migrated = store::migrate_sqlite(path_);
  ASSERT_FALSE(migrated);
  EXPECT_EQ(migrated.error(), expected);
  const auto opened = store::open_sqlite(path_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error(), expected);
  EXPECT_EQ(read_text(path_), before);
  EXPECT_EQ(files(), std::vector<std::string>{"guatu.db"});
}

TEST_F(SqliteFile, OneWithAnotherScriptUnderTheSameNumberIsRefused) {
  auto scripts = store::sqlite_migrations();
  scripts[0].script = "create table commits (seq bigint);\n";
  ASSERT_TRUE(store::migrate_sqlite(path_, scripts));
  const auto answer = store::migrate_sqlite(path_);
  ASSERT_FALSE(answer);
  EXPECT_EQ(
      answer.error(),
      make_error(ErrorKind::StoreFailed, path_,
                 path_ + " 的结构（0001_journal）与本程序不符，由另一版本建立，请用原程序打开或从备份恢复",
                 path_ + " has a schema (0001_journal) that is not this program's; use the program that made it, or "
                         "restore a backup"));
}

TEST_F(SqliteFile, AForeignFileIsRefusedAndLeftAlone) {
  const auto other = (folder_.path() / "other.db").string();
  write_text(other, "");
  sqlite_.tamper(other, "create table contacts (name text)");
  write_text(folder_.path() / "letter.txt", std::string(3000, 'a'));
  for (const auto* name : {"other.db", "letter.txt"}) {
    path_ = (folder_.path() / name).string();
    const auto before = read_text(path_);
    const auto expected = make_error(ErrorKind::StoreFailed, path_, path_ + " 不是挂图的数据库，请换一个文件",
                                     path_ + " is not a Guatu store; use another file");
    const auto migrated = store::migrate_sqlite(path_);
    ASSERT_FALSE(migrated) << name;
    EXPECT_EQ(migrated.error(), expected);
    const auto opened = store::open_sqlite(path_);
    ASSERT_FALSE(opened) << name;
    EXPECT_EQ(opened.error(), expected);
    EXPECT_EQ(read_text(path_), before);
  }
  EXPECT_EQ(files(), (std::vector<std::string>{"letter.txt", "other.db"}));
}

TEST_F(SqliteFile, OneThatIsMissingIsNotMade) {
  const auto answer = store::open_sqlite(path_);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(),
            make_error(ErrorKind::StoreFailed, path_, "没有数据库 " + path_ + "，请先运行 guatu init --campaign 目录",
                       "there is no store " + path_ + "; run guatu init --campaign DIR first"));
  EXPECT_TRUE(files().empty());
}

TEST_F(SqliteFile, OneWithoutTablesWantsInit) {
  write_text(path_, "");
  const auto answer = store::open_sqlite(path_);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(), make_error(ErrorKind::StoreFailed, path_, path_ + " 需要升级，请运行 guatu init",
                                       path_ + " needs an upgrade; run guatu init"));
  ASSERT_TRUE(store::migrate_sqlite(path_));
  EXPECT_TRUE(store::open_sqlite(path_));
}

TEST_F(SqliteFile, AFolderCannotBeOpened) {
  const auto answer = store::open_sqlite(folder_.path().string());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
}

TEST_F(SqliteFile, TwoProgramsMayMakeItAtOnce) {
  for (int i = 0; i < 10; ++i) {
    const auto folder = folder_.path() / std::to_string(i);
    fs::create_directory(folder);
    const auto words = helper_words("sqlite", "create", folder.string());
    const auto both = run_program({"sh", "-c", R"("$@" & "$@"; one=$?; wait $! && [ $one = 0 ])", "sh", words[0],
                                   words[1], words[2], words[3], words[4]},
                                  folder_.path());
    ASSERT_EQ(both.exit_code, 0) << both.out << both.err;
    EXPECT_EQ(sqlite_.look((folder / "journal.db").string(), "select count(*) from schema_migrations"),
              std::vector<std::string>{version_});
  }
}

/// Everything that a user of the store can read.
std::string everything(ports::Store& journal) {
  std::string all;
  const auto commits = journal.load_commits(0, 99).value();
  for (const auto& commit : commits)
    all += commit.head.digest + commit.actor + commit.unit + commit.action + commit.source + commit.reason;
  const auto history = journal.load_history("part", 99, std::nullopt).value();
  for (const auto& record : history)
    all += record.subject + record.body;
  const auto newest = journal.load_newest("part", 99).value();
  for (const auto& record : newest)
    all += record.subject + record.body;
  const auto values = journal.load_personal().value();
  for (const auto& personal : values)
    all += personal.salt + personal.value;
  return all;
}

/// Bytes that a bad disk changed are found, or were not in use.
TEST_F(SqliteFile, DamageIsNeverReadAsTruth) {
  ASSERT_TRUE(store::migrate_sqlite(path_));
  for (int i = 0; i < 5; ++i)
    write_commit(100);
  const auto sound = read_text(path_);
  const auto truth = everything(*store::open_sqlite(path_).value());
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  int found = 0;
  for (int i = 0; i < 300; ++i) {
    auto damaged = sound;
    // Half of the hits are runs of bytes; the other half are single bits.
    const auto at = random() % damaged.size();
    if (i % 2 == 0) {
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
    } else {
      for (auto j = at; j < std::min(at + 64, damaged.size()); ++j)
        damaged[j] = static_cast<char>(random());
    }
    write_text(path_, damaged);
    for (const auto* left : {"-wal", "-shm"})
      fs::remove(path_ + left);
    const auto journal = store::open_sqlite(path_);
    if (!journal) {
      ++found;
      continue;
    }
    const auto fault = (*journal)->verify_chain();
    if (!fault || *fault) {
      ++found;
      continue;
    }
    ASSERT_EQ(everything(**journal), truth) << "damage at byte " << at << " was not found";
  }
  EXPECT_GT(found, 50);
}

TEST_F(SqliteFile, AFileDamagedBeyondReadingIsAFault) {
  ASSERT_TRUE(store::migrate_sqlite(path_));
  for (int i = 0; i < 5; ++i)
    write_commit();
  auto damaged = read_text(path_);
  std::fill(damaged.begin() + 3 * 4096, damaged.end(), '\xFF');
  write_text(path_, damaged);
  const auto journal = std::move(store::open_sqlite(path_)).value();
  const auto fault = journal->verify_chain();
  ASSERT_TRUE(fault) << fault.error().message.en;
  ASSERT_TRUE(*fault);
  EXPECT_THAT((*fault)->what, testing::HasSubstr("damaged"));
  EXPECT_THAT((*fault)->what_zh, testing::HasSubstr("损坏"));
  const auto history = journal->load_history("part", 9, std::nullopt);
  ASSERT_FALSE(history);
  EXPECT_EQ(history.error().kind, ErrorKind::IntegrityBroken);
}

}  // namespace
}  // namespace guatu::test
