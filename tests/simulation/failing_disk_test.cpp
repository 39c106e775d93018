#include "tests/simulation/failing_disk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guatu/ports/digest.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/support/program.hpp"

// A commit on a disk that fails in its first write, its second, and so on to the last: told in a sentence, wholly there or
// wholly absent, and the store goes on.
namespace guatu::simulation {
namespace {

using failing_disk::Failure;

ports::Commit a_commit(int number) {
  ports::Commit commit;
  commit.recorded_at = 1'670'000'000 + number;
  commit.actor = "cli:办公室";
  commit.action = "import";
  for (int i = 0; i < 40; ++i)
    commit.records.push_back({"part", "P" + std::to_string(i), std::string(300, static_cast<char>('a' + number % 26))});
  const auto bytes = "工作簿 " + std::to_string(number) + std::string(20'000, 'w');
  commit.blobs.push_back({ports::sm3_hex(bytes), bytes});
  return commit;
}

class FailingDisk : public testing::Test {
 protected:
  FailingDisk() {
    failing_disk::install();
    EXPECT_TRUE(store::migrate_sqlite(path_));
    open();
    for (int i = 1; i <= 3; ++i)
      EXPECT_TRUE(store_->append(a_commit(i), i - 1));
  }
  ~FailingDisk() override { failing_disk::order(Failure::None, 0); }

  void open() {
    store_.reset();
    failing_disk::order(Failure::None, 0);
    store_ = std::move(store::open_sqlite(path_)).value();
  }

  /// One more commit whose `after`-th write or sync fails. True: the failure was met.
  bool append_failing(Failure failure, int after, const std::string& words) {
    const auto before = store_->find_head().value();
    failing_disk::order(failure, after);
    const auto answer = store_->append(a_commit(static_cast<int>(before.seq) + 1), before.seq);
    const bool met = failing_disk::has_struck();
    if (failure != Failure::Killed) failing_disk::order(Failure::None, 0);
    if (!answer) {
      EXPECT_TRUE(met);
      EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
      EXPECT_THAT(answer.error().message.en, testing::HasSubstr(words));
    }
    if (failure == Failure::Killed) open();
    const auto after_all = store_->find_head().value();
    EXPECT_TRUE(after_all.seq == before.seq || after_all.seq == before.seq + 1);
    if (answer) {
      EXPECT_EQ(after_all, *answer) << "acknowledged, and not there";
    }
    EXPECT_EQ(store_->verify_chain(before).value(), std::nullopt);
    return met;
  }

  /// Write by write, until a commit gets through without meeting the failure.
  void fail_everywhere(Failure failure, const std::string& words) {
    int after = 1;
    while (append_failing(failure, after, words)) {
      if (after % 3 == 0) open();  // The same seen by another process.
      ASSERT_LT(++after, 400) << "a commit takes no end of writes";
    }
    EXPECT_GT(after, failure == Failure::SyncFails ? 1 : 5) << "the failure was hardly met";
    const auto head = store_->find_head().value();
    EXPECT_EQ(store_->append(a_commit(99), head.seq).value().seq, head.seq + 1);
    open();
    EXPECT_EQ(store_->find_head().value().seq, head.seq + 1);
    EXPECT_EQ(store_->verify_chain(head).value(), std::nullopt);
  }

  guatu::test::TemporaryFolder folder_;
  std::string path_ = (folder_.path() / "guatu.db").string();
  std::unique_ptr<ports::Store> store_;
};

TEST_F(FailingDisk, AFullDiskAtAnyWrite) {
  fail_everywhere(Failure::Full, "the disk is full");
}

TEST_F(FailingDisk, AWriteThatFails) {
  fail_everywhere(Failure::WriteFails, "reading or writing the store failed");
}

TEST_F(FailingDisk, ASyncThatFails) {
  fail_everywhere(Failure::SyncFails, "reading or writing the store failed");
}

TEST_F(FailingDisk, AProcessThatDiesAtAnyWrite) {
  fail_everywhere(Failure::Killed, "");
}

/// The machine's clock was set back: the journal's does not follow.
TEST_F(FailingDisk, AClockThatGoesBack) {
  const auto head = store_->find_head().value();
  auto commit = a_commit(4);
  commit.recorded_at = head.recorded_at - 86'400;
  const auto next = store_->append(commit, head.seq).value();
  EXPECT_EQ(next.recorded_at, head.recorded_at);
  EXPECT_EQ(store_->find_head_at(head.recorded_at).value().seq, next.seq);
  EXPECT_EQ(store_->find_head_at(head.recorded_at - 1).value().seq, head.seq - 1);
}

}  // namespace
}  // namespace guatu::simulation
