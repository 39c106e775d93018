#include <thread>

#include "tests/store/store_suite.hpp"

// Commits of several writers that become durable together, and what commits have added.
namespace guatu::test {
namespace {

using ports::CommitHead;

class Together : public StoreSuite {};
GUATU_ON_EVERY_ENGINE(Together);

TEST_P(Together, EachSeesTheOnesBeforeItAndOthersSeeAllOfThemAfterwards) {
  append(samples_.commit({{"part", "P1", "{\"a\":1}"}}));
  const auto other = reopened();
  const auto written = store_->write_together([&] {
    const auto second = append(samples_.commit({{"part", "P1", "{\"a\":2}"}}));
    EXPECT_EQ(second.seq, 2);
    EXPECT_EQ(store_->load_newest("part", 2).value().front().body, "{\"a\":2}");
    EXPECT_EQ(append(samples_.full_commit(3, 2)).seq, 3);
    EXPECT_EQ(other->find_head().value().seq, 1) << "nothing is told before it is durable";
  });
  ASSERT_TRUE(written) << written.error().message.en;
  EXPECT_EQ(other->find_head().value(), store_->find_head().value());
  EXPECT_EQ(reopened()->find_head().value().seq, 3);
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Together, AConflictStopsOneWriterAndNobodyElse) {
  append(samples_.commit({{"part", "P1", "{}"}}));
  const auto written = store_->write_together([&] {
    append(samples_.commit({{"part", "P2", "{}"}}));
    EXPECT_EQ(store_->append(samples_.commit({{"part", "P3", "{}"}}), 1).error().kind, ErrorKind::Conflict);
    append(samples_.commit({{"part", "P4", "{}"}}));
  });
  ASSERT_TRUE(written);
  EXPECT_EQ(store_->load_newest("part", 9).value().size(), 3U);
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Together, NothingIsLeftOfAGroupWhoseWriterThrows) {
  append(samples_.commit({{"part", "P1", "{}"}}));
  struct Mistake {};
  EXPECT_THROW(static_cast<void>(store_->write_together([&] {
                 append(samples_.commit({{"part", "P2", "{}"}}));
                 throw Mistake{};
               })),
               Mistake);
  EXPECT_EQ(store_->find_head().value().seq, 1);
  EXPECT_EQ(append(samples_.commit({{"part", "P3", "{}"}})).seq, 2) << "the store is as good as before";
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Together, OneInsideAnotherIsPartOfIt) {
  const auto outer = store_->write_together([&] {
    append(samples_.commit({{"part", "P1", "{}"}}));
    const auto inner = store_->write_together([&] { append(samples_.commit({{"part", "P2", "{}"}})); });
    EXPECT_TRUE(inner);
    EXPECT_EQ(reopened()->find_head().value().seq, 0);
  });
  ASSERT_TRUE(outer);
  EXPECT_EQ(reopened()->find_head().value().seq, 2);
}

TEST_P(Together, NobodyElseWritesMeanwhile) {
  const auto other = reopened();
  std::thread late;
  std::atomic<bool> asked = false;
  Result<CommitHead> answer = CommitHead{};
  const auto written = store_->write_together([&] {
    late = std::thread([&] {
      asked = true;
      answer = other->append(samples_.commit({{"part", "P9", "{}"}}), 2);
    });
    while (!asked)
      std::this_thread::yield();
    for (const auto* subject : {"P1", "P2"}) {
      ports::Commit commit;
      commit.recorded_at = kMorning;
      commit.actor = "cli:clerk";
      commit.action = "edit";
      commit.records = {{"part", subject, "{}"}};
      ASSERT_TRUE(store_->append(commit, store_->find_head().value().seq));
    }
  });
  late.join();
  ASSERT_TRUE(written);
  ASSERT_TRUE(answer) << "it waited, and came after both: " << answer.error().message.en;
  EXPECT_EQ(answer->seq, 3);
}

TEST_P(Together, GrowthIsWhatCommitsHaveAdded) {
  append(samples_.commit({{"part", "P1", "{\"a\":1}"}}));
  auto commit = samples_.full_commit(2, 2);
  append(commit);
  append(samples_.commit({{"part", "P1", "{\"a\":3}"}}));
  const auto growth = store_->load_growth(2, 3).value();
  ASSERT_EQ(growth.rows.size(), 3U);
  EXPECT_EQ(growth.rows[0].seq, 2);
  EXPECT_EQ(growth.rows[0].record, commit.records[0]);
  EXPECT_EQ(growth.rows[1].record, commit.records[1]);
  EXPECT_EQ(growth.rows[2].seq, 3);
  EXPECT_EQ(growth.rows[2].record.body, "{\"a\":3}");
  ASSERT_EQ(growth.personal.size(), 1U);
  EXPECT_EQ(growth.personal[0].value, commit.personal[0].value);
  EXPECT_EQ(growth.erased_personal, 0);
  ASSERT_TRUE(store_->erase_personal(commit.personal[0].digest));
  const auto after = store_->load_growth(2, 3).value();
  EXPECT_TRUE(after.personal.empty());
  EXPECT_EQ(after.erased_personal, 1);
  EXPECT_TRUE(store_->load_growth(4, 3).value().rows.empty());
}

}  // namespace
}  // namespace guatu::test
