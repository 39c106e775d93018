#include "guatu/ports/digest.hpp"

#include "tests/store/store_suite.hpp"

// What a commit is, and when it is none.
namespace guatu::test {
namespace {

using ports::CommitHead;

class Append : public StoreSuite {};
GUATU_ON_EVERY_ENGINE(Append);

TEST_P(Append, AnEmptyJournalHasTheHeadBeforeTheFirstCommit) {
  EXPECT_EQ(store_->find_head().value(), (CommitHead{0, ports::sm3_hex(""), 0}));
  EXPECT_EQ(store_->find_head_at(kMorning).value().seq, 0);
  EXPECT_TRUE(store_->load_newest("part", 9).value().empty());
  EXPECT_TRUE(store_->load_history("part", 9, std::nullopt).value().empty());
  EXPECT_TRUE(store_->load_commits(0, 9).value().empty());
  EXPECT_TRUE(store_->load_personal().value().empty());
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Append, CommitsAreNumberedWithoutAGapAndReadBackAsWritten) {
  const auto commit = samples_.commit({{"part", "P1", "{\"a\":1}"}, {"project", "P1", "{\"名称\":\"热电厂\"}"}});
  const auto head = append(commit);
  EXPECT_EQ(head.seq, 1);
  EXPECT_EQ(head.recorded_at, kMorning);
  EXPECT_EQ(store_->find_head().value(), head);
  EXPECT_EQ(append(samples_.commit({{"part", "P2", "{}"}})).seq, 2);

  const auto infos = reopened()->load_commits(1, 2).value();
  ASSERT_EQ(infos.size(), 2U);
  EXPECT_EQ(infos[0].head, head);
  EXPECT_EQ(infos[0].actor, commit.actor);
  EXPECT_EQ(infos[0].unit, commit.unit);
  EXPECT_EQ(infos[0].action, commit.action);
  EXPECT_EQ(infos[0].source, commit.source);
  EXPECT_EQ(infos[0].reason, commit.reason);
  EXPECT_EQ(infos[0].record_count, 2);
  EXPECT_EQ(infos[1].head, store_->find_head().value());
  EXPECT_EQ(store_->load_commits(2, 2).value().size(), 1U);
  EXPECT_EQ(store_->load_newest("project", 1).value().front().body, "{\"名称\":\"热电厂\"}");
}

TEST_P(Append, AnInstantBeforeTheHeadIsRaisedToIt) {
  append(samples_.commit({{"part", "P1", "{}"}}));
  samples_.clock.move_by(-3600);
  EXPECT_EQ(append(samples_.commit({{"part", "P2", "{}"}})).recorded_at, kMorning);
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Append, AHeadThatMovedOnIsAConflictAndNothingIsWritten) {
  const auto other = reopened();
  const auto seen = store_->find_head().value();
  ASSERT_TRUE(other->append(samples_.commit({{"part", "P1", "{}"}}), seen.seq));
  const auto late = store_->append(samples_.commit({{"part", "P2", "{}"}}), seen.seq);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error(), make_error(ErrorKind::Conflict, "1", "期间已有他人提交，请重新办理",
                                     "somebody else wrote in between; load again and repeat"));
  EXPECT_EQ(store_->append(samples_.commit({{"part", "P2", "{}"}}), 7).error().kind, ErrorKind::Conflict);
  EXPECT_EQ(store_->find_head().value().seq, 1);
  EXPECT_EQ(store_->load_history("part", 9, std::nullopt).value().size(), 1U);
}

TEST_P(Append, TextThatNotEveryEngineKeepsIsRefused) {
  const std::string nul("a\0b", 3);
  const std::vector<std::pair<std::string, std::function<void(ports::Commit&)>>> cases{
      {"import", [&](auto& commit) { commit.actor = nul; }},
      {"import", [&](auto& commit) { commit.unit = nul; }},
      {nul, [&](auto& commit) { commit.action = nul; }},
      {"import", [&](auto& commit) { commit.source = "\xC3\x28"; }},
      {"import", [&](auto& commit) { commit.reason = "\xED\xA0\x80"; }},
      {nul + " P1", [&](auto& commit) { commit.records[0].type = nul; }},
      {"part " + nul, [&](auto& commit) { commit.records[0].subject = nul; }},
      {"part P1", [&](auto& commit) { commit.records[0].body = nul; }},
      {samples_.personal(nul).digest, nullptr},
  };
  for (const auto& [subject, spoil] : cases) {
    auto commit = samples_.commit({{"part", "P1", "{}"}});
    auto expected = subject;
    if (spoil) {
      spoil(commit);
    } else {
      commit.personal = {samples_.personal(nul)};
      expected = commit.personal[0].digest;
    }
    const auto answer = store_->append(commit, 0);
    ASSERT_FALSE(answer) << expected;
    EXPECT_EQ(answer.error(), make_error(ErrorKind::InvalidInput, expected,
                                         "内容含有空字符（U+0000）或不是 UTF-8 编码，无法保存，请改正后重试",
                                         "the text holds a NUL character or is not UTF-8; correct it and try again"));
  }
  EXPECT_EQ(store_->find_head().value().seq, 0);
}

TEST_P(Append, ADigestThatDoesNotFitIsTheCallersMistake) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  auto commit = samples_.full_commit(1, 1);
  commit.blobs[0].bytes += "x";
  EXPECT_DEATH(static_cast<void>(store_->append(commit, 0)), "contract broken");
  commit = samples_.full_commit(1, 1);
  commit.personal[0].value += "x";
  EXPECT_DEATH(static_cast<void>(store_->append(commit, 0)), "contract broken");
}

TEST_P(Append, BlobsAreKeptOnceWhateverTheirBytes) {
  std::string bytes;
  for (int i = 0; i < 256; ++i)
    bytes.push_back(static_cast<char>(i));
  for (const auto& content : {std::string(), std::string(1, '\0'), std::string("ab"), std::string("abc"), bytes}) {
    auto commit = samples_.commit({{"part", "P1", "{}"}});
    commit.blobs = {make_blob(content)};
    append(commit);
    append(commit);
    EXPECT_EQ(store_->load_blob(commit.blobs[0].digest).value(), content);
  }
  EXPECT_EQ(engine_.look(where_, "select count(*) from blobs"), std::vector<std::string>{"5"});
  const auto missing = store_->load_blob("00");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error(),
            make_error(ErrorKind::NotFound, "00", "存档中没有摘要为 00 的文件", "no bytes are kept under digest 00"));
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(Append, AnotherWriterAtWorkIsWaitedForAndThenNamed) {
  append(samples_.full_commit(1, 2));
  const auto writer = engine_.hold_write_lock(where_);
  const auto impatient = reopened(std::chrono::milliseconds(50));
  EXPECT_EQ(impatient->load_newest("part", 1).value().size(), 2U);  // Who reads is not held up.
  const auto answer = impatient->append(samples_.full_commit(2, 2), 1);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_EQ(answer.error().subject, engine_.shown(where_));
  EXPECT_THAT(answer.error().message.zh, testing::HasSubstr("正由另一程序写入"));
  EXPECT_THAT(answer.error().message.en, testing::HasSubstr("another program is writing"));
  EXPECT_EQ(impatient->find_head().value().seq, 1);
}

TEST_P(Append, AfterTheOtherWriterHasGoneTheSameConnectionWrites) {
  const auto impatient = reopened(std::chrono::milliseconds(50));
  {
    const auto writer = engine_.hold_write_lock(where_);
    ASSERT_FALSE(impatient->append(samples_.full_commit(1, 2), 0));
  }
  EXPECT_EQ(impatient->append(samples_.full_commit(1, 2), 0).value().seq, 1);
  EXPECT_EQ(impatient->verify_chain().value(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
