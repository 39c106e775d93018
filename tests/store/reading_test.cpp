#include <random>

#include "tests/store/store_suite.hpp"

// What is asked of the journal, at its head and at any commit before.
namespace guatu::test {
namespace {

using ports::Record;
using ports::StoredRecord;

bool same(const std::vector<StoredRecord>& a, const std::vector<StoredRecord>& b) {
  return std::ranges::equal(
      a, b, [](const auto& x, const auto& y) { return x.seq == y.seq && x.subject == y.subject && x.body == y.body; });
}

class Reading : public StoreSuite {};
GUATU_ON_EVERY_ENGINE(Reading);

TEST_P(Reading, TheNewestRecordOfEverySubjectIsAsOfTheCommitAskedFor) {
  append(samples_.commit({{"part", "P2", "old"}, {"part", "P1", "one"}, {"life", "P2", "joined"}}));
  append(samples_.commit({{"part", "P2", "new"}}));
  append(samples_.commit({{"part", "P3", "late"}}));
  EXPECT_TRUE(store_->load_newest("part", 0).value().empty());
  EXPECT_TRUE(same(store_->load_newest("part", 1).value(), {{1, "P1", "one"}, {1, "P2", "old"}}));
  EXPECT_TRUE(same(store_->load_newest("part", 2).value(), {{1, "P1", "one"}, {2, "P2", "new"}}));
  EXPECT_TRUE(same(store_->load_newest("part", 3).value(), {{1, "P1", "one"}, {2, "P2", "new"}, {3, "P3", "late"}}));
  EXPECT_TRUE(same(store_->load_newest("part", 99).value(), store_->load_newest("part", 3).value()));
  EXPECT_TRUE(same(store_->load_newest("life", 3).value(), {{1, "P2", "joined"}}));
  EXPECT_TRUE(store_->load_newest("dekad", 3).value().empty());
}

TEST_P(Reading, OfOneSubjectTwiceInACommitTheLastCounts) {
  append(samples_.commit({{"part", "P1", "a"}, {"part", "P1", "b"}}));
  append(samples_.commit({{"part", "P1", "c"}, {"part", "P1", "d"}, {"part", "P1", "e"}}));
  EXPECT_TRUE(same(store_->load_newest("part", 1).value(), {{1, "P1", "b"}}));
  EXPECT_TRUE(same(store_->load_newest("part", 2).value(), {{2, "P1", "e"}}));
}

TEST_P(Reading, SubjectsAreOrderedByTheirBytes) {
  std::vector<std::string> subjects{"a", "B", "Z", "aa", "中", "é", "_", "1", "10", "2", "A", "一"};
  std::vector<Record> records;
  for (const auto& subject : subjects)
    records.push_back({"part", subject, "{}"});
  append(samples_.commit(records));
  std::ranges::sort(subjects);
  std::vector<std::string> found;
  const auto newest = store_->load_newest("part", 1).value();
  for (const auto& record : newest)
    found.push_back(record.subject);
  EXPECT_EQ(found, subjects);
}

TEST_P(Reading, HistoryIsOldestFirstUpToTheCommitAskedFor) {
  append(samples_.commit({{"life", "P2", "joined"}, {"life", "P1", "joined"}, {"part", "P1", "x"}}));
  append(samples_.commit({{"life", "P1", "suspended"}}));
  EXPECT_TRUE(same(store_->load_history("life", 1, std::nullopt).value(), {{1, "P2", "joined"}, {1, "P1", "joined"}}));
  EXPECT_TRUE(same(store_->load_history("life", 2, std::nullopt).value(),
                   {{1, "P2", "joined"}, {1, "P1", "joined"}, {2, "P1", "suspended"}}));
  EXPECT_TRUE(same(store_->load_history("life", 2, "P1").value(), {{1, "P1", "joined"}, {2, "P1", "suspended"}}));
  EXPECT_TRUE(store_->load_history("life", 2, "P3").value().empty());
}

TEST_P(Reading, TheHeadAtAnInstantIncludesThatInstant) {
  append(samples_.commit({{"part", "P1", "{}"}}));  // 09:00
  append(samples_.commit({{"part", "P1", "{}"}}));  // 09:01
  samples_.clock.move_by(-60);
  append(samples_.commit({{"part", "P1", "{}"}}));  // 09:01 too
  EXPECT_EQ(store_->find_head_at(kMorning - 1).value(),
            (ports::CommitHead{0, store_->find_head_at(0).value().digest, 0}));
  EXPECT_EQ(store_->find_head_at(kMorning).value().seq, 1);
  EXPECT_EQ(store_->find_head_at(kMorning + 59).value().seq, 1);
  EXPECT_EQ(store_->find_head_at(kMorning + 60).value(), store_->find_head().value());
  EXPECT_EQ(store_->find_head_at(kMorning + 999).value().seq, 3);
}

TEST_P(Reading, AnErasedPersonalValueIsGoneFromTheDiskAndTheChainStaysWhole) {
  auto commit = samples_.commit({{"part", "P1", "{}"}});
  commit.personal = {samples_.personal("联系电话0000-0001"), samples_.personal("联系电话0000-0002")};
  const auto head = append(commit);
  std::ranges::sort(commit.personal, {}, &ports::PersonalValue::digest);
  const auto before = store_->load_personal().value();
  ASSERT_EQ(before.size(), 2U);
  EXPECT_EQ(before[0].digest, commit.personal[0].digest);
  EXPECT_EQ(before[0].salt, commit.personal[0].salt);
  EXPECT_EQ(before[1].value, commit.personal[1].value);
  ASSERT_THAT(engine_.read_files(where_), testing::HasSubstr(commit.personal[0].value));

  EXPECT_EQ(store_->report_server().value().erased_personal, 0);
  ASSERT_TRUE(store_->erase_personal(commit.personal[0].digest));
  EXPECT_EQ(store_->report_server().value().erased_personal, 1);
  const auto after = store_->load_personal().value();
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0].digest, commit.personal[1].digest);
  EXPECT_THAT(engine_.read_files(where_), testing::Not(testing::HasSubstr(commit.personal[0].value)));
  EXPECT_THAT(engine_.read_files(where_), testing::Not(testing::HasSubstr(commit.personal[0].salt)));
  EXPECT_EQ(store_->verify_chain(head).value(), std::nullopt);

  const auto again = store_->erase_personal(commit.personal[0].digest);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error(), make_error(ErrorKind::NotFound, commit.personal[0].digest, "没有这项个人信息，可能已清除",
                                      "there is no such personal value; it may be erased already"));
}

/// The journal's meaning in ten lines, to compare any number of random commits with.
std::vector<StoredRecord> newest_by_model(const std::vector<ports::Commit>& commits, const std::string& type,
                                          std::int64_t seq) {
  std::map<std::string, StoredRecord> newest;
  for (std::int64_t number = 1; number <= std::min<std::int64_t>(seq, std::ssize(commits)); ++number)
    for (const auto& record : commits[static_cast<std::size_t>(number - 1)].records)
      if (record.type == type) newest[record.subject] = {number, record.subject, record.body};
  std::vector<StoredRecord> records;
  for (auto& [subject, record] : newest)
    records.push_back(record);
  return records;
}

TEST_P(Reading, RandomJournalsAreWhatTheModelSays) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> types{"part", "par", "project"};
  std::vector<ports::Commit> commits;
  for (int i = 0; i < 40; ++i) {
    std::vector<Record> records;
    for (auto count = random() % 8; count-- > 0;)
      records.push_back({types[random() % 3], "P" + std::to_string(random() % 12), std::to_string(random())});
    commits.push_back(samples_.commit(records));
    append(commits.back());
  }
  for (std::int64_t seq = 0; seq <= 41; ++seq)
    for (const auto& type : types)
      ASSERT_TRUE(same(store_->load_newest(type, seq).value(), newest_by_model(commits, type, seq)))
          << type << " at " << seq;
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
