#include <gtest/gtest.h>

#include "tests/cli/office.hpp"

// What the command line answers to mistakes: the exit codes of contract 2, and one JSON document under --json, always.
namespace guatu::test {
namespace {

struct Mistake {
  std::vector<std::string> words;
  int exit_code;
  const char* kind;
  const char* says;  ///< Part of the Chinese sentence.
};

TEST(Arguments, EveryMistakeIsOneDocumentASentenceAndItsExitCode) {
  const Office office("chifeng-2023");
  office.init();
  write_text(office.folder() / "garbage.db", std::string(20'000, 'x'));
  const std::vector<Mistake> mistakes{
      {{}, 2, "wrong_usage", "没有写命令"},
      {{"dance"}, 2, "wrong_usage", "没有“dance”这个命令"},
      {{"figures"}, 2, "wrong_usage", "缺少 --as-of"},
      {{"figures", "--as-of", "2022-12-10", "--colour", "red"}, 2, "wrong_usage", "不认识的参数"},
      {{"figures", "--as-of", "2022-13-10"}, 2, "wrong_usage", "应为日期"},
      {{"figures", "--as-of", "1900-01-01"}, 2, "wrong_usage", "应为日期"},
      {{"open", "--dekad", "2200-12-D3"}, 2, "wrong_usage", "应为旬"},
      {{"template", "--kind", "table4", "--out", "f.xlsx"}, 2, "wrong_usage", "不在可选值"},
      {{"import"}, 2, "wrong_usage", "缺少 FILE"},
      {{"verify", "--now", "yesterday"}, 2, "wrong_usage", "应为时刻"},
      {{"calendar", "--from", "2023-01-02", "--to", "2023-01-01"}, 2, "wrong_usage", "不能早于"},
      {{"bulletin", "--as-of", "2022-12-10", "--out", "b", "--format", "docx,odt"}, 2, "wrong_usage", "odt"},
      {{"verify", "--db", "mysql://h/d"}, 2, "wrong_usage", "sqlite:路径"},
      {{"verify", "--db", "sqlite:"}, 2, "wrong_usage", "sqlite:路径"},
      {{"verify", "--db", "sqlite:nowhere.db"}, 3, "store_failed", "没有数据库"},
      {{"verify", "--db", "sqlite:garbage.db"}, 3, "store_failed", "不是挂图的数据库"},
      {{"import", "nowhere.xlsx"}, 3, "file_failed", "无法打开"},
      {{"import", "/dev/zero"}, 3, "file_failed", "不是普通文件"},
      {{"lock", "--dekad", "2022-12-D1"}, 1, "refused", "不能办理"},
      {{"bulletin", "--dekad", "2022-12-D1", "--out", "b"}, 1, "not_found", "还没有通报"},
  };
  for (const auto& mistake : mistakes) {
    const auto document = office.ask(mistake.words, mistake.exit_code);
    const auto& error = document.at("error");
    EXPECT_EQ(error.at("kind").as_string(), mistake.kind) << mistake.says;
    const std::string message(error.at("message").as_string());
    EXPECT_NE(message.find(mistake.says), std::string::npos) << message;
    EXPECT_FALSE(error.at("message_en").as_string().empty()) << message;
    EXPECT_TRUE(error.at("reasons").is_array());
    const auto plain = office.run(mistake.words);
    EXPECT_EQ(plain.exit_code, mistake.exit_code) << message;
    EXPECT_NE(plain.err.find(mistake.says), std::string::npos) << plain.err;
  }
}

TEST(Arguments, JsonAndCsvDoNotShareStandardOutput) {
  const Office office("chifeng-2023");
  office.init();
  const std::vector<std::string> csv{"ledger", "--as-of", "2022-12-10", "--format", "csv"};
  EXPECT_EQ(office.ask(csv, 2).at("error").at("kind").as_string(), "wrong_usage");
  EXPECT_EQ(office.run(csv).exit_code, 0);
}

TEST(Arguments, APasswordInTheAddressIsNotRepeated) {
  const Office office("chifeng-2023");
  for (const std::string url : {"mysql://clerk:secret@host/db", "clerk:secret"}) {
    const auto refused = office.run({"verify", "--db", url, "--json"});
    EXPECT_NE(refused.exit_code, 0);
    EXPECT_EQ((refused.out + refused.err).find("secret"), std::string::npos) << refused.out << refused.err;
  }
}

TEST(Arguments, AWrongPathAmongManyLeavesNothingImported) {
  const Office office("chifeng-2023");
  office.init();
  office.make_sample(6, 3);
  const auto head = office.head();
  const auto file = office.returns_of(office.dekads().front()).front();
  EXPECT_EQ(office.run({"import", file, "nowhere.xlsx"}).exit_code, 3);
  EXPECT_EQ(office.head(), head);
}

TEST(Arguments, AClosedDekadIsAMessageOfTheReturn) {
  const Office office("chifeng-2023");
  office.init();
  office.make_sample(6, 3);
  const auto dekad = office.dekads().front();
  ASSERT_EQ(office.import(dekad).exit_code, 0);
  ASSERT_EQ(office.run({"lock", "--dekad", dekad}).exit_code, 0);
  const auto file = office.returns_of(dekad).front();
  const auto answer = office.ask({"import", file}, 1);
  EXPECT_EQ(answer.at("files").at(0).at("messages").at(0).at("code").as_string(), "dekad_closed");
  EXPECT_FALSE(answer.at("applied").as_bool());
  EXPECT_EQ(office.run({"import", file, "--reason", "补报"}).exit_code, 0);
}

}  // namespace
}  // namespace guatu::test
