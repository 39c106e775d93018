#include "guatu/store/chain.hpp"

#include "tests/store/store_suite.hpp"

// A journal that somebody changed behind the program's back.
namespace guatu::test {
namespace {

using ports::ChainFault;

/// Four commits of three records, each with a blob and a personal value.
class Verify : public StoreSuite {
 protected:
  Verify() {
    for (int i = 1; i <= 4; ++i)
      commits_.push_back(samples_.full_commit(i, 3));
    for (const auto& commit : commits_)
      heads_.push_back(append(commit));
  }

  void tamper(const std::vector<std::string>& statements) {
    for (const auto& statement : statements)
      engine_.tamper(where_, statement);
  }

  [[nodiscard]] std::optional<ChainFault> fault(const std::optional<ports::CommitHead>& seen = std::nullopt) {
    return store_->verify_chain(seen).value();
  }

  void expect(std::int64_t seq, const std::string& what) {
    const auto found = fault();
    ASSERT_TRUE(found) << "not found: " << what;
    EXPECT_EQ(found->seq, seq);
    EXPECT_EQ(found->what, what);
    EXPECT_FALSE(found->what_zh.empty());
  }

  [[nodiscard]] std::string blob(std::size_t commit) const { return commits_[commit - 1].blobs[0].digest; }
  [[nodiscard]] std::string personal(std::size_t commit) const { return commits_[commit - 1].personal[0].digest; }

  std::vector<ports::Commit> commits_;
  std::vector<ports::CommitHead> heads_;
};
GUATU_ON_EVERY_ENGINE(Verify);

TEST_P(Verify, FindsNothingInAJournalThatIsWhole) {
  EXPECT_EQ(fault(), std::nullopt);
  for (const auto& head : heads_)
    EXPECT_EQ(fault(head), std::nullopt);
  EXPECT_EQ(fault(ports::CommitHead{0, store::genesis_digest(), 0}), std::nullopt);
}

TEST_P(Verify, NamesAnAlteredRecord) {
  tamper({"update records set body = 'x' where seq = 2 and ordinal = 1"});
  expect(2, "commit 2: record 1 (part P2) does not match its digest");
  EXPECT_EQ(fault()->what_zh, "第 2 号提交：记录 1 (part P2) 与摘要不符");
}

TEST_P(Verify, NamesTheFirstOfManyFaults) {
  tamper({"update records set body = 'x' where seq > 1", "update blobs set bytes = ''", "delete from newest_records"});
  expect(2, "commit 2: record 0 (part P1) does not match its digest");
}

TEST_P(Verify, NamesARecordAlteredTogetherWithItsDigest) {
  const auto digest = store::record_digest({"part", "P2", "x"});
  tamper({"update records set body = 'x', digest = '" + digest + "' where seq = 2 and ordinal = 1"});
  expect(2, "commit 2: header, or the choice or order of its records and files, does not match its digest");
}

TEST_P(Verify, NamesAnAlteredHeader) {
  tamper({"update commits set reason = '' where seq = 3"});
  expect(3, "commit 3: header, or the choice or order of its records and files, does not match its digest");
}

TEST_P(Verify, NamesAnInstantOutOfOrder) {
  tamper({"update commits set recorded_at = 0 where seq = 3"});
  expect(3, "commit 3: recorded before the commit before it");
}

TEST_P(Verify, NamesAFormatThatItDoesNotKnow) {
  tamper({"update commits set format = 2 where seq = 1"});
  expect(1, "commit 1: unknown format 2");
}

TEST_P(Verify, NamesARemovedRecord) {
  tamper({"delete from newest_records where subject = 'P3'", "delete from records where seq = 4 and ordinal = 2"});
  expect(4, "commit 4: has 2 records, its header says 3");
}

TEST_P(Verify, NamesARecordRemovedFromTheMiddle) {
  tamper({"delete from records where seq = 2 and ordinal = 1"});
  expect(2, "commit 2: record 1 is missing");
}

TEST_P(Verify, NamesAnInsertedRecord) {
  const auto digest = store::record_digest({"part", "P9", "{}"});
  tamper({"insert into records (seq, ordinal, type, subject, body, digest) values (2, 3, 'part', 'P9', '{}', '" +
          digest + "')"});
  expect(2, "commit 2: has 4 records, its header says 3");
}

TEST_P(Verify, NamesReorderedRecords) {
  tamper({"update records set ordinal = 9 where seq = 2 and ordinal = 0",
          "update records set ordinal = 0 where seq = 2 and ordinal = 1",
          "update records set ordinal = 1 where seq = 2 and ordinal = 9"});
  expect(2, "commit 2: header, or the choice or order of its records and files, does not match its digest");
}

TEST_P(Verify, NamesARemovedCommit) {
  tamper({"delete from records where seq = 2", "delete from commit_blobs where seq = 2",
          "delete from commit_personal where seq = 2", "delete from commits where seq = 2"});
  expect(2, "commit 2: is missing");
}

TEST_P(Verify, NamesTheFirstCommitWhenThatWasRemoved) {
  tamper({"delete from commits where seq = 1"});
  expect(1, "commit 1: is missing");
}

TEST_P(Verify, NamesReorderedCommits) {
  for (const auto* table : {"commits", "records", "commit_blobs", "commit_personal"}) {
    const auto update = "update " + std::string(table) + " set seq = ";
    tamper({update + "9 where seq = 2", update + "2 where seq = 3", update + "3 where seq = 9"});
  }
  expect(2, "commit 2: does not follow the commit before it");
}

TEST_P(Verify, NamesACommitBeforeTheFirst) {
  tamper({"update commits set seq = 0 where seq = 1"});
  expect(0, "commit 0: has no valid number");
}

TEST_P(Verify, NamesAnEndCutOffWithoutCare) {
  tamper({"delete from commits where seq = 4"});
  expect(4, "commit 4: 3 rows belong to no commit: the end of the chain was cut off");
}

TEST_P(Verify, NamesFilesAndPersonalValuesOfNoCommit) {
  tamper({"delete from commits where seq = 4", "delete from records where seq = 4"});
  expect(4, "commit 4: 1 rows belong to no commit: the end of the chain was cut off");
  tamper({"delete from commit_personal where seq = 4"});
  expect(4, "commit 4: 1 rows belong to no commit: the end of the chain was cut off");
}

TEST_P(Verify, FindsAnEndCutOffWithCareByAHeadKeptOutside) {
  for (const auto* table : {"newest_records", "records", "commit_blobs", "commit_personal", "commits"})
    tamper({"delete from " + std::string(table) + " where seq = 4"});
  tamper(
      {"insert into newest_records (type, subject, seq, ordinal) select type, subject, seq, ordinal from records where "
       "seq = 3"});
  EXPECT_EQ(fault(), std::nullopt);  // The rest holds in itself.
  EXPECT_EQ(fault(heads_[2]), std::nullopt);
  const auto found = fault(heads_[3]);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->seq, 4);
  EXPECT_EQ(found->what, "commit 4: is missing: commit 4 was seen, the end was cut off");
}

TEST_P(Verify, FindsAChainComputedAnewByAHeadKeptOutside) {
  auto commit = commits_[3];
  store::CommitParts parts{4,  heads_[3].recorded_at, commit.actor, commit.unit, commit.action, commit.source, "改过",
                           {}, {personal(4)},         {blob(4)}};
  for (const auto& record : commit.records)
    parts.records.push_back(store::record_digest(record));
  tamper({"update commits set reason = '改过', digest = '" + store::commit_digest(heads_[2].digest, parts) +
          "' where seq = 4"});
  EXPECT_EQ(fault(), std::nullopt);
  EXPECT_EQ(fault(heads_[2]), std::nullopt);
  const auto found = fault(heads_[3]);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->what, "commit 4: is not the one whose digest was seen");
}

TEST_P(Verify, FindsAnotherBeginningByAHeadKeptOutside) {
  const auto found = fault(ports::CommitHead{0, heads_[0].digest, 0});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->what, "the digest before the first commit is not the one seen");
}

TEST_P(Verify, NamesAnAlteredFile) {
  tamper({"update blobs set bytes = 'AAAA' where digest = '" + blob(3) + "'"});
  expect(3, "commit 3: file " + blob(3) + " does not match its digest");
  const auto bytes = store_->load_blob(blob(3));
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error(), make_error(ErrorKind::IntegrityBroken, blob(3), "存档文件与其摘要 " + blob(3) + " 不符",
                                      "kept bytes do not match their digest " + blob(3)));
}

TEST_P(Verify, NamesAFileThatIsNoLongerBase64) {
  tamper({"update blobs set bytes = '!' where digest = '" + blob(3) + "'"});
  expect(3, "commit 3: file " + blob(3) + " does not match its digest");
}

TEST_P(Verify, NamesARemovedFile) {
  tamper({"delete from blobs where digest = '" + blob(3) + "'"});
  expect(3, "commit 3: file " + blob(3) + " is missing");
}

TEST_P(Verify, NamesAFileTakenOffItsCommit) {
  tamper({"delete from commit_blobs where seq = 3"});
  expect(3, "commit 3: header, or the choice or order of its records and files, does not match its digest");
}

TEST_P(Verify, NamesAnAlteredPersonalValue) {
  tamper({"update personal set value = '别人' where digest = '" + personal(2) + "'"});
  expect(2, "commit 2: personal value " + personal(2) + " does not match its digest");
}

TEST_P(Verify, NamesAPersonalValueErasedByOtherHands) {
  tamper({"delete from personal where digest = '" + personal(2) + "'"});
  expect(2, "commit 2: personal value " + personal(2) + " is missing and was not erased by the program");
}

TEST_P(Verify, NamesANewestRecordThatIsNot) {
  tamper({"update newest_records set seq = 3 where subject = 'P2'"});
  expect(4, "commit 4: the list of newest records does not lead to part P2");
}

TEST_P(Verify, NamesASubjectMissingFromTheNewest) {
  tamper({"delete from newest_records where subject = 'P2'"});
  expect(4, "commit 4: the list of newest records does not lead to part P2");
}

TEST_P(Verify, NamesASubjectTooManyAmongTheNewest) {
  tamper({"insert into newest_records (type, subject, seq, ordinal) values ('part', 'P9', 4, 0)"});
  expect(0, "the list of newest records names subjects without records");
}

/// No cell of the journal can be altered unseen: each is, in turn, and put back.
TEST_P(Verify, EveryCellCounts) {
  const std::map<std::string, std::vector<std::string>> columns{
      {"commits",
       {"seq", "recorded_at", "actor", "unit", "action", "source", "reason", "record_count", "format",
        "previous_digest", "digest"}},
      {"records", {"seq", "ordinal", "type", "subject", "body", "digest"}},
      {"newest_records", {"type", "subject", "seq", "ordinal"}},
      {"commit_personal", {"seq", "digest"}},
      {"commit_blobs", {"seq", "digest"}},
      {"personal", {"digest", "salt", "value"}},
      {"blobs", {"digest", "bytes"}}};
  const std::set<std::string> numbers{"seq", "recorded_at", "record_count", "format", "ordinal"};
  const std::map<std::string, std::string> keys{
      {"commits", "seq"}, {"personal", "digest"}, {"blobs", "digest"}, {"newest_records", "subject"}};
  int cells = 0;
  for (const auto& [table, names] : columns)
    for (const auto& name : names) {
      const auto key = keys.contains(table) ? keys.at(table) : "seq || '/' || ordinal";
      const bool number = numbers.contains(name);
      for (const auto& row : engine_.look(where_, "select " + key + " from " + table)) {
        const auto old =
            engine_.look(where_, "select " + name + " from " + table + " where " + key + " = '" + row + "'");
        ASSERT_EQ(old.size(), 1U);
        const auto altered = number ? std::to_string(std::stoll(old[0]) + 7) : old[0] + "x";
        const auto set = [&](const std::string& from, const std::string& to, const std::string& where) {
          const auto quote = number ? "" : "'";
          tamper({"update " + table + " set " + name + " = " + quote + to + quote + " where " + name + " = " + quote +
                  from + quote + where});
        };
        set(old[0], altered, " and " + key + " = '" + row + "'");
        EXPECT_TRUE(fault()) << table << " " << name << " of " << row;
        set(altered, old[0], "");
        ++cells;
      }
    }
  EXPECT_EQ(cells, 4 * 11 + 12 * 6 + 3 * 4 + 4 * 2 + 4 * 2 + 4 * 3 + 4 * 2);
  EXPECT_EQ(fault(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
