#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guatu/json/record_codec.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/cli/store_file.hpp"

// What `guatu verify` tells when somebody has been at the store: the first thing wrong, in words, exit code 4.
namespace guatu::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class VerifyCommand : public testing::Test {
 protected:
  VerifyCommand() {
    office_.init();
    office_.make_sample(8, 31);
    const auto dekads = office_.dekads();
    office_.publish(dekads[0]);
    office_.publish(dekads[1]);
    dekad_ = dekads[0];
    whole_ = settled_store(office_);
  }

  void expect_fault(const std::string& english, const std::string& chinese, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), "verify");
    auto in_english = more;
    in_english.insert(in_english.end(), {"--lang", "en"});
    const auto told = office_.run(in_english);
    EXPECT_EQ(told.exit_code, 4);
    EXPECT_THAT(told.err, StartsWith(english));
    EXPECT_EQ(told.out, "");
    EXPECT_THAT(office_.run(more).err, StartsWith(chinese));
    const auto answer = office_.ask(more, 4);
    EXPECT_FALSE(answer.at("ok").as_bool());
    EXPECT_THAT(std::string(answer.at("fault").as_string()), StartsWith(chinese));
    EXPECT_THAT(std::string(answer.at("fault_en").as_string()), StartsWith(english));
  }

  Office office_{"example"};
  std::string dekad_, whole_;
};

TEST_F(VerifyCommand, EveryCommitNamesWhoActedAndForWhichUnit) {
  const auto journal = store::open_sqlite((office_.folder() / kStoreFile).string());
  ASSERT_TRUE(journal);
  const auto commits = (*journal)->load_commits(1, 1000).value();
  ASSERT_GE(commits.size(), 7U);
  for (const auto& commit : commits) {
    EXPECT_THAT(commit.actor, StartsWith("cli:")) << commit.head.seq;
    EXPECT_EQ(commit.unit, "tsb") << commit.head.seq << " " << commit.action;
  }
}

struct Tampering {
  const char* name;
  std::vector<std::string> statements;
  const char* english;
  const char* chinese;
};

TEST_F(VerifyCommand, NamesTheFirstThingWrong) {
  ASSERT_EQ(office_.run({"verify"}).exit_code, 0);
  const Tampering kinds[] = {
      {"a fact",
       {"update records set body = body || ' ' where seq = 2 and ordinal = 0"},
       "the chain is broken: commit 2: record 0 (",
       "台账链不完整：第 2 号提交：记录 0 ("},
      {"who did it",
       {"update commits set actor = 'cli:nobody' where seq = 3"},
       "the chain is broken: commit 3: header",
       "台账链不完整：第 3 号提交：提交信息"},
      {"a removed commit",
       {"delete from commit_personal where seq = 2", "delete from commit_blobs where seq = 2",
        "delete from records where seq = 2", "delete from commits where seq = 2"},
       "the chain is broken: commit 2: is missing",
       "台账链不完整：第 2 号提交：缺失"},
      {"reordered commits",
       {"update commits set seq = 999 where seq = 2", "update commits set seq = 2 where seq = 3",
        "update commits set seq = 3 where seq = 999"},
       "the chain is broken: commit 2: does not follow",
       "台账链不完整：第 2 号提交：与前一号提交不衔接"},
      {"a published paper",
       {"update blobs set bytes = 'AAAA' where digest = (select digest from commit_blobs where ordinal = 3 and seq = "
        "(select max(seq) from commits))"},
       "the chain is broken: commit ",
       "台账链不完整：第 "},
      {"personal data",
       {"update personal set value = 'other' where digest = (select min(digest) from personal)"},
       "the chain is broken: commit ",
       "台账链不完整：第 "},
      {"a cut end",
       {"delete from commits where seq = (select max(seq) from commits)"},
       "the chain is broken: commit ",
       "台账链不完整：第 "},
  };
  for (const auto& kind : kinds) {
    SCOPED_TRACE(kind.name);
    put_back_store(office_, whole_);
    tamper(office_, kind.statements);
    expect_fault(kind.english, kind.chinese);
  }
  put_back_store(office_, whole_);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

/// Somebody who writes a proper commit holding another figure leaves a chain that holds; the facts do not say that figure.
TEST_F(VerifyCommand, ComputesPublishedFiguresAgain) {
  const auto opened = store::open_sqlite((office_.folder() / kStoreFile).string());
  ASSERT_TRUE(opened);
  auto& journal = **opened;
  const auto head = journal.find_head().value();
  const auto records = journal.load_newest(std::string(json::kPublicationRecord), head.seq).value();
  ASSERT_EQ(records.size(), 2U);
  auto publication = json::decode_publication(records[0].body).value();
  auto figures = journal.load_blob(publication.figures).value();
  const auto digit = figures.find("\"finished\":") + 11;
  figures[digit] = figures[digit] == '9' ? '8' : '9';
  publication.figures = ports::sm3_hex(figures);
  ports::Commit commit;
  commit.recorded_at = head.recorded_at;
  commit.action = "publish";
  commit.records.push_back(
      {std::string(json::kPublicationRecord), records[0].subject, json::encode_publication(publication)});
  commit.blobs.push_back({publication.figures, figures});
  ASSERT_TRUE(journal.append(commit, head.seq));
  ASSERT_EQ(journal.verify_chain().value(), std::nullopt);
  expect_fault("bulletin " + dekad_ + "/1: frozen figures differ from their recomputation (from byte " +
                   std::to_string(digit) + ")",
               "通报 " + dekad_ + "/1 冻结的数据与按当时台账重算的结果不一致");
}

/// The end cut off so well that the rest holds in itself: only the head printed on a bulletin tells.
TEST_F(VerifyCommand, AHeadPrintedOnABulletinShowsWhatWasCutOffWithCare) {
  const auto verified = office_.ask({"verify"});
  const auto number = std::to_string(verified.at("commits").as_int64());
  const auto head = number + ":" + std::string(verified.at("head").as_string());
  EXPECT_EQ(office_.run({"verify", "--head", head}).exit_code, 0);
  const auto of_last = " where seq = " + number;
  std::vector<std::string> statements{"delete from newest_records" + of_last};
  for (const auto* table : {"commit_personal", "commit_blobs", "records", "commits"})
    statements.push_back("delete from " + std::string(table) + of_last);
  statements.emplace_back(
      "insert into newest_records (type, subject, seq, ordinal) select r.type, r.subject, r.seq, r.ordinal from "
      "records r where not exists (select 1 from newest_records n where n.type = r.type and n.subject = r.subject) "
      "and r.seq = (select max(l.seq) from records l where l.type = r.type and l.subject = r.subject)");
  tamper(office_, statements);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
  expect_fault("the chain is broken: commit " + number + ": is missing", "台账链不完整：第 " + number + " 号提交：缺失",
               {"--head", head});
}

TEST_F(VerifyCommand, AHeadIsANumberAndADigest) {
  const std::string digest(64, 'a');
  for (const auto& wrong : {digest, "3:" + digest.substr(1), "x:" + digest, "-1:" + digest, "3:" + digest + "0",
                            "3:" + std::string(64, 'g'), std::string("3"), std::string(":")}) {
    const auto answer = office_.run({"verify", "--head", wrong, "--lang", "en"});
    EXPECT_EQ(answer.exit_code, 2) << wrong;
    EXPECT_THAT(answer.err, HasSubstr("--head")) << wrong;
  }
  EXPECT_EQ(office_.run({"verify", "--head", "1:" + digest}).exit_code, 4);
}

}  // namespace
}  // namespace guatu::test
