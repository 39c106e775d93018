#include <atomic>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "guatu/store/postgres/backup.hpp"
#include "guatu/store/postgres/postgres_store.hpp"
#include "guatu/store/sqlite/backup.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/store/store_suite.hpp"
#include "tests/support/postgres_place.hpp"

// Backups: one file whatever the engine, and from it the same journal on every engine.
namespace guatu::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Result<ports::CommitHead> back_up(const StoreFactory& engine, const std::string& where, const std::string& copy) {
  if (engine.name == "sqlite") return store::back_up_sqlite(where, copy);
  return store::back_up_postgres(store::parse_postgres_url(where).value(), copy);
}

Result<store::Restored> restore(const StoreFactory& engine, const std::string& where, const std::string& backup) {
  if (engine.name == "sqlite") return store::restore_sqlite(where, backup);
  return store::restore_postgres(store::parse_postgres_url(where).value(), backup);
}

/// Every row of every table of the journal, as text.
std::vector<std::string> everything(const StoreFactory& engine, const std::string& where) {
  std::vector<std::string> all;
  for (const std::string query :
       {"select seq, recorded_at, actor, unit, action, source, reason, record_count, format, previous_digest, digest "
        "from commits order by seq",
        "select seq, ordinal, type, subject, body, digest from records order by seq, ordinal",
        "select type, subject, seq, ordinal from newest_records order by type, subject",
        "select seq, ordinal, digest from commit_personal order by seq, ordinal",
        "select seq, ordinal, digest from commit_blobs order by seq, ordinal",
        "select digest, salt, value from personal order by digest",
        "select digest from erased_personal order by digest", "select digest, bytes from blobs order by digest",
        "select seq, key, recorded_at, digest, signature, signed_at from head_signatures order by seq, key",
        "select id, at, account, address, action, outcome, detail from access_events order by id"}) {
    all.push_back(query);
    const auto rows = engine.look(where, query);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

class Moving : public StoreSuite {
 protected:
  Moving() {
    const auto desk = std::move(engine_.open_desk(where_)).value();
    for (const auto* account : {"li", ""})
      EXPECT_TRUE(desk->put_event({0, 1000, account, "10.0.0.7", "sign_in", "refused", "“引号”"}));
    EXPECT_TRUE(desk->put_session({"digest", "id", "li", "", "10.0.0.7", "", 1000, 1000}));
    for (int i = 1; i <= 3; ++i)
      append(samples_.full_commit(i, 5));
    // What text can hold, a subject twice in one commit, and a commit without anything.
    append(samples_.commit({{"part", "P1", "{\"引号\":\"\\\"\\\\\\u0001\"}"},
                            {"part", "P1", std::string("\x01\t\n\r\"\\/\x7f é中𠀀")},
                            {"中 文", "a'b\"c", ""}}));
    append(samples_.commit({}));
    auto large = samples_.commit({});
    for (int i = 0; i < 2500; ++i)
      large.records.push_back({"part", "L" + std::to_string(i), std::to_string(i)});
    large.blobs = {make_blob(""), make_blob(std::string(300'000, '\xff'))};
    append(large);
    EXPECT_TRUE(store_->erase_personal(store_->load_personal().value().at(0).digest));
    head_ = store_->find_head().value();
    for (const auto* key : {"a1", "b2"})
      EXPECT_TRUE(store_->put_head_signature({head_, key, "3045", kMorning}));
  }

  [[nodiscard]] std::string copy() const { return (folder_.path() / "copy.db").string(); }

  /// An empty place on an engine.
  [[nodiscard]] std::string empty_place(const StoreFactory& engine) const {
    return engine.name == "sqlite" ? (folder_.path() / "empty" / "new.db").string() : fresh_postgres_place();
  }

  ports::CommitHead head_;
};
GUATU_ON_EVERY_ENGINE(Moving);

TEST_P(Moving, ABackupHoldsTheSameRowsAndComesBackOnEveryEngine) {
  const auto before = everything(engine_, where_);
  ASSERT_EQ(back_up(engine_, where_, copy()).value(), head_);
  EXPECT_EQ(everything(engine_called("sqlite"), copy()), before);
  const auto bytes = read_text(copy());
  for (const auto& other : all_engines()) {
    const auto there = empty_place(other);
    const auto restored = restore(other, there, copy());
    ASSERT_TRUE(restored) << restored.error().message.en;
    EXPECT_EQ(restored->head, head_);
    EXPECT_EQ(restored->replaced, "");
    EXPECT_EQ(everything(other, there), before) << other.name;
    const auto store = std::move(other.open(there, std::chrono::seconds(30))).value();
    EXPECT_EQ(store->verify_chain(head_).value(), std::nullopt);
    EXPECT_EQ(store->append(samples_.full_commit(9, 2), head_.seq).value().seq, head_.seq + 1);
  }
  EXPECT_EQ(read_text(copy()), bytes) << "the backup itself was changed";
}

TEST_P(Moving, NoTableIsForgotten) {
  // A new table has to be copied as well: add it to copy_journal and to `everything`.
  const auto* tables = engine_.name == "sqlite"
                           ? "select name from sqlite_master where type = 'table' order by name"
                           : "select relname from pg_class where relkind = 'r' and relnamespace = "
                             "cast(current_schema() as regnamespace) order by relname collate \"C\"";
  // Who was signed in, or had guessed, is of the place and stays there.
  std::vector<std::string> copied{"schema_migrations", "sessions", "failed_attempts"};
  const auto all = everything(engine_, where_);
  for (const auto& line : all)
    if (const auto at = line.find(" from "); line.starts_with("select ") && at != std::string::npos)
      copied.push_back(line.substr(at + 6, line.find(' ', at + 6) - at - 6));
  std::ranges::sort(copied);
  EXPECT_EQ(engine_.look(where_, tables), copied);
}

TEST_P(Moving, NobodyIsSignedInAfterARestore) {
  ASSERT_TRUE(back_up(engine_, where_, copy()));
  store_.reset();
  ASSERT_TRUE(restore(engine_, where_, copy()));
  const auto desk = std::move(engine_.open_desk(where_)).value();
  EXPECT_TRUE(desk->load_sessions({}).value().empty());
  EXPECT_EQ(desk->load_events(0, 2000).value().size(), 2U);
}

TEST_P(Moving, WhatStoodThereIsKeptAndNamed) {
  ASSERT_TRUE(back_up(engine_, where_, copy()));
  const auto later = append(samples_.full_commit(7, 2));
  store_.reset();
  for (int time = 1; time <= 2; ++time) {
    const auto restored = restore(engine_, where_, copy());
    ASSERT_TRUE(restored) << restored.error().message.en;
    EXPECT_EQ(restored->head, head_);
    auto aside = restored->replaced;
    if (engine_.name == "postgres") {
      EXPECT_EQ(aside, "schema=" + schema_of(where_) + "_replaced_" + std::to_string(time));
      aside = postgres_url() + "?" + aside;
    }
    const auto old = std::move(engine_.open(aside, std::chrono::seconds(30))).value();
    EXPECT_EQ(old->find_head().value(), time == 1 ? later : head_);
    EXPECT_EQ(reopened()->find_head().value(), head_);
  }
}

TEST_P(Moving, ABackupTakenWhileOthersWriteIsOneState) {
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    const auto store = reopened();
    JournalSamples samples;
    for (auto head = head_; !stop;) {
      const auto next = store->append(samples.full_commit(static_cast<int>(head.seq) + 1, 5), head.seq);
      if (!next) {
        ADD_FAILURE() << next.error().message.en;
        return;
      }
      head = *next;
    }
  });
  for (int i = 0; i < 5; ++i) {
    const auto file = (folder_.path() / ("copy" + std::to_string(i))).string();
    const auto head = back_up(engine_, where_, file);
    EXPECT_TRUE(head) << head.error().message.en;
    if (!head) break;
    const auto copied = std::move(store::open_sqlite(file)).value();
    EXPECT_EQ(copied->find_head().value(), *head);
    EXPECT_GE(head->seq, head_.seq);
    EXPECT_EQ(copied->verify_chain(*head).value(), std::nullopt);
  }
  stop = true;
  writer.join();
}

TEST_P(Moving, ABackupThatDoesNotHoldIsNotRestored) {
  ASSERT_TRUE(back_up(engine_, where_, copy()));
  const auto before = everything(engine_, where_);
  const auto whole = read_text(copy());
  write_text(folder_.path() / "cut.db", whole.substr(0, whole.size() / 2));
  write_text(folder_.path() / "letter.db", std::string(3000, 'a'));
  fs::copy_file(copy(), folder_.path() / "altered.db");
  engine_called("sqlite").tamper((folder_.path() / "altered.db").string(),
                                 "update records set body = 'x' where seq = 2 and ordinal = 1");
  const std::vector<std::tuple<const char*, ErrorKind, const char*>> cases{
      {"cut.db", ErrorKind::IntegrityBroken, "damaged"},
      {"letter.db", ErrorKind::StoreFailed, "is not a Guatu store"},
      {"altered.db", ErrorKind::IntegrityBroken, "commit 2: record 1 (part P2) does not match its digest"},
      {"nothing.db", ErrorKind::StoreFailed, "nothing.db"}};
  for (const auto& [name, kind, words] : cases) {
    const auto backup = (folder_.path() / name).string();
    const auto answer = restore(engine_, where_, backup);
    ASSERT_FALSE(answer) << name;
    EXPECT_EQ(answer.error().kind, kind) << name;
    EXPECT_EQ(answer.error().subject, backup);
    EXPECT_THAT(answer.error().message.en, HasSubstr(words)) << name;
  }
  EXPECT_EQ(everything(engine_, where_), before);
}

TEST_P(Moving, AStoreWhoseChainDoesNotHoldGivesNoBackup) {
  engine_.tamper(where_, "update records set body = 'x' where seq = 2 and ordinal = 1");
  const auto answer = back_up(engine_, where_, copy());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::IntegrityBroken);
  EXPECT_THAT(answer.error().message.en, HasSubstr("commit 2: record 1 (part P2) does not match its digest"));
  EXPECT_FALSE(fs::exists(copy()));
  EXPECT_FALSE(fs::exists(copy() + ".part"));
}

TEST_P(Moving, ABackupOverwritesNothing) {
  write_text(copy(), "older");
  const auto answer = back_up(engine_, where_, copy());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::Refused);
  EXPECT_EQ(read_text(copy()), "older");
}

}  // namespace
}  // namespace guatu::test
