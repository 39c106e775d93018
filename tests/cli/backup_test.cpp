#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/store_file.hpp"

// A whole store copied while it is in use, and the way back after it was lost, damaged or confused.
namespace guatu::test {
namespace {

using testing::HasSubstr;

class Backup : public testing::Test {
 protected:
  Backup() {
    office_.init();
    office_.make_sample(8, 3);
    office_.publish(office_.dekads().front());
  }

  [[nodiscard]] std::string ledger() const {
    return office_.run({"ledger", "--as-of", last_day(office_.dekads().back()), "--format", "csv"}).out;
  }

  Office office_{"example"};
};

TEST_F(Backup, HoldsEverythingAndComesBack) {
  const auto before = ledger();
  const auto nowhere = office_.run({"backup", "--out", "copies/tuesday.db", "--lang", "en"});
  EXPECT_EQ(nowhere.exit_code, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("there is no folder copies"));
  std::filesystem::create_directory(office_.folder() / "copies");
  const auto made = office_.ask({"backup", "--out", "copies/tuesday.db"});
  EXPECT_EQ(made.at("seq").as_int64(), office_.head());
  const auto bytes = read_text(office_.folder() / "copies/tuesday.db");
  ASSERT_EQ(office_.import(office_.dekads()[1]).exit_code, 0);
  ASSERT_NE(ledger(), before);
  const auto restored = office_.ask({"restore", "copies/tuesday.db"});
  EXPECT_EQ(restored.at("head"), made.at("head"));
  EXPECT_EQ(ledger(), before);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
  EXPECT_EQ(read_text(office_.folder() / "copies/tuesday.db"), bytes) << "the backup itself was changed";
  // What stood there is kept, and is a store still.
  EXPECT_EQ(std::string(restored.at("replaced").as_string()), "guatu.db.replaced");
  EXPECT_EQ(office_.run({"verify", "--db", "sqlite:guatu.db.replaced"}).exit_code, 0);
}

TEST_F(Backup, ComesBackWhereThereIsNoStoreOrADamagedOne) {
  ASSERT_EQ(office_.run({"backup", "--out", "copy.db"}).exit_code, 0);
  const auto before = ledger();
  std::filesystem::remove(office_.folder() / kStoreFile);
  EXPECT_EQ(office_.run({"restore", "copy.db"}).exit_code, 0);
  EXPECT_EQ(ledger(), before);
  put_back_store(office_, std::string(5000, 'x'));
  EXPECT_EQ(office_.run({"restore", "copy.db"}).exit_code, 0);
  EXPECT_EQ(ledger(), before);
  EXPECT_EQ(read_text(office_.folder() / "guatu.db.replaced"), std::string(5000, 'x'));
}

TEST_F(Backup, NeverOverwritesAFile) {
  write_text(office_.folder() / "copy.db", "older");
  const auto refused = office_.run({"backup", "--out", "copy.db", "--lang", "en"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("copy.db exists"));
  EXPECT_EQ(read_text(office_.folder() / "copy.db"), "older");
}

TEST_F(Backup, WantsANameAndAStoreThatIsAFile) {
  EXPECT_EQ(office_.run({"backup", "--out", ""}).exit_code, 2);
  const auto url = office_.run({"backup", "--out", "copy.db", "--db", "sqlite://clerk:secret@host/db", "--lang", "en"});
  EXPECT_EQ(url.exit_code, 2);
  EXPECT_THAT(url.err, HasSubstr("a path without user and host"));
  EXPECT_THAT(url.out + url.err, testing::Not(HasSubstr("secret")));
  EXPECT_FALSE(std::filesystem::exists(office_.folder() / "copy.db"));
}

TEST_F(Backup, OneThatDoesNotHoldIsNotRestored) {
  const auto before = ledger();
  ASSERT_EQ(office_.run({"backup", "--out", "copy.db"}).exit_code, 0);
  const auto whole = read_text(office_.folder() / "copy.db");
  tamper(office_, {"update commits set reason = 'another' where seq = 2"});
  EXPECT_EQ(office_.run({"backup", "--out", "broken.db"}).exit_code, 4);
  EXPECT_FALSE(std::filesystem::exists(office_.folder() / "broken.db"));
  tamper(office_, {"update commits set reason = '' where seq = 2"});
  write_text(office_.folder() / "cut.db", whole.substr(0, whole.size() / 2));
  write_text(office_.folder() / "letter.db", "这不是数据库");
  EXPECT_EQ(office_.run({"restore", "cut.db"}).exit_code, 4);
  const auto letter = office_.run({"restore", "letter.db", "--lang", "en"});
  EXPECT_EQ(letter.exit_code, 3);
  EXPECT_EQ(letter.err, "letter.db is not a Guatu store; use another file\n");
  EXPECT_EQ(office_.run({"restore", "nothing.db"}).exit_code, 3);
  EXPECT_EQ(ledger(), before);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
  EXPECT_FALSE(std::filesystem::exists(office_.folder() / "guatu.db.replaced"));
  for (const auto& file : std::filesystem::directory_iterator(office_.folder()))
    EXPECT_THAT(file.path().filename().string(), testing::Not(HasSubstr("restoring")));
}

}  // namespace
}  // namespace guatu::test
