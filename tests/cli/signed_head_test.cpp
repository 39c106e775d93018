#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/cli/store_file.hpp"

// The head of the ledger under the office's key: what an auditor with the public key and a kept file can find out.
namespace guatu::test {
namespace {

using testing::HasSubstr;

class SignedHead : public testing::Test {
 protected:
  SignedHead() {
    office_.init();
    office_.make_sample(6, 12);
    dekads_ = office_.dekads();
    EXPECT_EQ(office_.run({"key", "new", "--out", "keys/office.key"}).exit_code, 0);
  }

  void publish(const std::string& dekad, const std::string& key) const {
    ASSERT_EQ(office_.import(dekad).exit_code, 0);
    ASSERT_EQ(office_.run({"lock", "--dekad", dekad}).exit_code, 0);
    std::vector<std::string> words{"publish", "--dekad", dekad};
    if (!key.empty()) words.insert(words.end(), {"--key", key});
    ASSERT_EQ(office_.run(words).exit_code, 0);
  }

  [[nodiscard]] ProgramRun verify(std::vector<std::string> more) const {
    more.insert(more.begin(), {"verify", "--lang", "en"});
    return office_.run(more);
  }

  Office office_{"example"};
  std::vector<std::string> dekads_;
};

TEST_F(SignedHead, APrivateKeyIsReadableByItsOwnerAloneAndNeverWrittenOver) {
  struct stat facts{};
  ASSERT_EQ(stat((office_.folder() / "keys/office.key").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  const auto before = read_text(office_.folder() / "keys/office.key");
  const auto again = office_.run({"key", "new", "--out", "keys/office.key", "--lang", "en"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.err, HasSubstr("keys/office.key exists"));
  EXPECT_EQ(read_text(office_.folder() / "keys/office.key"), before);
}

TEST_F(SignedHead, TheBulletinComesWithItAndVerifyHoldsItAgainstTheStore) {
  publish(dekads_[0], "keys/office.key");
  ASSERT_EQ(office_.run({"bulletin", "--dekad", dekads_[0], "--out", "papers"}).exit_code, 0);
  const auto kept = "papers/head-" + std::to_string(office_.head()) + ".json";
  ASSERT_TRUE(std::filesystem::exists(office_.folder() / kept));
  const auto answer = office_.ask({"verify", "--key", "keys/office.key.pub", "--head", kept});
  EXPECT_TRUE(answer.at("ok").as_bool());
  EXPECT_EQ(answer.at("signatures").as_int64(), 1);
}

TEST_F(SignedHead, AnotherKeyDoesNotPass) {
  publish(dekads_[0], "keys/office.key");
  ASSERT_EQ(office_.run({"bulletin", "--dekad", dekads_[0], "--out", "papers"}).exit_code, 0);
  ASSERT_EQ(office_.run({"key", "new", "--out", "keys/other.key"}).exit_code, 0);
  const auto uncovered = verify({"--key", "keys/other.key.pub"});
  EXPECT_EQ(uncovered.exit_code, 4);
  EXPECT_THAT(uncovered.err, HasSubstr("is covered by no signature of this key"));
  const auto foreign =
      verify({"--key", "keys/other.key.pub", "--head", "papers/head-" + std::to_string(office_.head()) + ".json"});
  EXPECT_EQ(foreign.exit_code, 4);
  EXPECT_THAT(foreign.err, HasSubstr("was signed by another key"));
}

TEST_F(SignedHead, WhatWasPublishedUnsignedIsNamedUntilSomebodySigns) {
  publish(dekads_[0], "keys/office.key");
  publish(dekads_[1], "");
  const auto found = verify({"--key", "keys/office.key"});
  EXPECT_EQ(found.exit_code, 4);
  EXPECT_THAT(found.err, HasSubstr("commit " + std::to_string(office_.head())));
  const auto made = office_.ask({"key", "sign", "--key", "keys/office.key", "--out", "head.json"});
  EXPECT_EQ(made.at("seq").as_int64(), office_.head());
  EXPECT_EQ(verify({"--key", "keys/office.key", "--head", "head.json"}).exit_code, 0);
}

TEST_F(SignedHead, AForgedSignatureIsFound) {
  publish(dekads_[0], "keys/office.key");
  ASSERT_EQ(office_.run({"key", "new", "--out", "keys/other.key"}).exit_code, 0);
  const auto thief = office_.ask({"key", "sign", "--key", "keys/other.key"});
  const auto victim = office_.ask({"key", "show", "--key", "keys/office.key.pub"});
  const std::string fingerprint(victim.at("fingerprint").as_string());
  {
    const auto store = store::open_sqlite((office_.folder() / kStoreFile).string()).value();
    auto signature = store->load_head_signatures().value().front();
    signature.key = fingerprint;
    signature.signature = std::string(thief.at("signature").as_string());
    ASSERT_TRUE(store->put_head_signature(signature));
  }
  const auto found = verify({"--key", "keys/office.key.pub"});
  EXPECT_EQ(found.exit_code, 4);
  EXPECT_THAT(found.err, HasSubstr("was not made by this key"));
}

TEST_F(SignedHead, AnOlderStoreInThePlaceOfTheTrueOneShowsAgainstAKeptFile) {
  publish(dekads_[0], "keys/office.key");
  const auto older = settled_store(office_);
  publish(dekads_[1], "keys/office.key");
  ASSERT_EQ(office_.run({"bulletin", "--dekad", dekads_[1], "--out", "papers"}).exit_code, 0);
  const auto kept = "papers/head-" + std::to_string(office_.head()) + ".json";
  put_back_store(office_, older);
  EXPECT_EQ(verify({"--key", "keys/office.key.pub"}).exit_code, 0) << "an older store is whole in itself";
  const auto found = verify({"--key", "keys/office.key.pub", "--head", kept});
  EXPECT_EQ(found.exit_code, 4);
  EXPECT_THAT(found.err, HasSubstr("the end was cut off"));
}

TEST_F(SignedHead, WhereOneOfTwoFilesExistsNeitherIsWritten) {
  write_text(office_.folder() / "a.key.pub", "older");
  EXPECT_EQ(office_.run({"key", "new", "--out", "a.key"}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(office_.folder() / "a.key"));
  write_text(office_.folder() / "b.db.key", "older");
  EXPECT_EQ(office_.run({"backup", "--out", "b.db", "--with-key", "keys/office.key"}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(office_.folder() / "b.db"));
}

TEST_F(SignedHead, ABackupTakesTheKeyAlong) {
  publish(dekads_[0], "keys/office.key");
  ASSERT_EQ(office_.run({"backup", "--out", "copy.db", "--with-key", "keys/office.key"}).exit_code, 0);
  EXPECT_EQ(read_text(office_.folder() / "copy.db.key"), read_text(office_.folder() / "keys/office.key"));
  std::filesystem::remove(office_.folder() / kStoreFile);
  ASSERT_EQ(office_.run({"restore", "copy.db"}).exit_code, 0);
  EXPECT_EQ(verify({"--key", "copy.db.key"}).exit_code, 0);
}

TEST_F(SignedHead, FilesThatAreNoKeyOrNoHeadAreRefusedBeforeAnythingIsDone) {
  write_text(office_.folder() / "note.json", "{}");
  EXPECT_EQ(verify({"--head", "note.json"}).exit_code, 1);
  EXPECT_EQ(verify({"--key", "note.json"}).exit_code, 1);
  ASSERT_EQ(office_.import(dekads_[0]).exit_code, 0);
  ASSERT_EQ(office_.run({"lock", "--dekad", dekads_[0]}).exit_code, 0);
  const auto head = office_.head();
  for (const auto* key : {"note.json", "keys/office.key.pub", "nowhere.key"})
    EXPECT_NE(office_.run({"publish", "--dekad", dekads_[0], "--key", key}).exit_code, 0) << key;
  EXPECT_EQ(office_.head(), head);
  EXPECT_EQ(office_.run({"key", "turn"}).exit_code, 2);
  EXPECT_EQ(office_.run({"key", "new"}).exit_code, 2);
}

}  // namespace
}  // namespace guatu::test
