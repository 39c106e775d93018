#include <gtest/gtest.h>

#include "tests/cli/office.hpp"

// Questions and answers, what a return changes, whom to chase, and what the office looks at. Source: contract 2 and 4.
namespace guatu::test {
namespace {

namespace bj = boost::json;

std::string text(const bj::value& value) {
  return std::string(value.as_string());
}

/// A return of the district 150402 as text.
std::string table(const std::string& rows) {
  return "填报单位：红山区,,旬别：2022年12月上旬\n序号,项目名称,所属地区,立项,环评\n" + rows;
}

class Conversation : public testing::Test {
 protected:
  void SetUp() override { office_.init(); }

  bj::value import(const std::string& rows, std::vector<std::string> more = {}, int exit_code = 0) {
    write_text(office_.folder() / "红山区.csv", table(rows));
    std::vector<std::string> words{"import", "红山区.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return office_.ask(words, exit_code);
  }

  /// Codes of errors and warnings; notes say how the file was read.
  static std::vector<std::string> doubts(const bj::value& answer) {
    std::vector<std::string> codes;
    for (const auto& message : first(answer).at("messages").as_array())
      if (message.at("severity").as_string() != "note") codes.push_back(text(message.at("code")));
    return codes;
  }

  static const bj::object& first(const bj::value& answer) { return answer.at("files").at(0).as_object(); }

  Office office_{"chifeng-2023"};
};

TEST_F(Conversation, AQuestionIsAnsweredOnceAndRememberedForTheUnit) {
  const std::string rows = "1,桥头镇污水处理厂,红山区,—,办结 2022.12.5\n";
  const auto asked = import(rows, {"--questions", "q.txt"}, 1);
  EXPECT_EQ(doubts(asked), std::vector<std::string>{"ambiguous_cell"});
  EXPECT_NE(bj::serialize(asked).find(R"("question":"用语:—")"), std::string::npos);
  auto questions = read_text(office_.folder() / "q.txt");
  const auto open = questions.find("用语:— = \n");
  ASSERT_NE(open, std::string::npos) << questions;
  questions.insert(open + std::string("用语:— = ").size(), "不涉及");
  write_text(office_.folder() / "q.txt", questions);

  const auto answered = import(rows, {"--answer", "q.txt"});
  EXPECT_TRUE(answered.at("applied").as_bool());
  EXPECT_EQ(first(answered).at("new").as_int64(), 1);
  // Next time nobody is asked.
  const auto again = import(rows + "2,城南热力管网,红山区,—,\n");
  EXPECT_TRUE(again.at("applied").as_bool());
  EXPECT_EQ(doubts(again), std::vector<std::string>{});
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_F(Conversation, ANearNameIsRefusedUntilItIsAnswered) {
  import("1,桥头镇污水处理厂,红山区,未启动,\n");
  const std::string rows = "1,桥头镇污水处理站,红山区,未启动,\n";
  EXPECT_EQ(doubts(import(rows, {}, 1)), std::vector<std::string>{"near_match"});
  const auto same = import(rows, {"--answer", "项目:桥头镇污水处理站 = 同一项目"});
  EXPECT_EQ(first(same).at("unchanged").as_int64(), 1);
  EXPECT_EQ(first(import(rows)).at("unchanged").as_int64(), 1);
}

TEST_F(Conversation, AnAnswerThatIsNoneChangesNothing) {
  const auto head = office_.head();
  const auto refused = office_.run({"import", "none.csv", "--answer", "胡话=1"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("胡话=1"), std::string::npos) << refused.err;
  EXPECT_EQ(office_.head(), head);
}

TEST_F(Conversation, ChangesAreListedCellByCell) {
  import("1,桥头镇污水处理厂,红山区,未启动,\n");
  const auto changed = import("1,桥头镇污水处理厂,红山区,办结 2022.12.5,\n", {"--changes"});
  const auto& changes = first(changed).at("changes").as_array();
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(text(changes[0].at("field")), "state");
  EXPECT_EQ(text(changes[0].at("before")), "not_started");
  EXPECT_EQ(text(changes[0].at("after")), "finished");
  EXPECT_EQ(text(changes[1].at("field")), "finished_on");
  EXPECT_EQ(text(changes[1].at("after")), "2022-12-05");
  EXPECT_EQ(text(changes[1].at("cell")), "D3");
  EXPECT_FALSE(first(import("1,桥头镇污水处理厂,红山区,,\n")).contains("changes"));
}

TEST_F(Conversation, AUnitIsChasedForWhatIsOpen) {
  import("1,桥头镇污水处理厂,红山区,办结,\n2,城南热力管网,红山区,未启动,未启动\n");
  import("1,桥头镇污水处理厂,红山区,办结,\n");
  const auto chased = office_.ask({"chase", "--dekad", "2022-12-D1", "--by", "2022-12-12"});
  ASSERT_EQ(chased.at("letters").as_array().size(), 1U);
  const auto& letter = chased.at("letters").at(0);
  EXPECT_EQ(text(letter.at("missing_projects").at(0)), "城南热力管网");
  EXPECT_EQ(text(letter.at("corrections").at(0).at("place")), "红山区!D3");
  EXPECT_EQ(text(letter.at("without_number").at(0).at("kinds").at(0)), "立项");
  const auto words = text(letter.at("text"));
  EXPECT_NE(words.find("请于12月12日前报送"), std::string::npos) << words;
  EXPECT_NE(words.find("一、没有填报的项目（1个）"), std::string::npos) << words;

  const auto next = office_.ask({"chase", "--dekad", "2022-12-D2"});
  EXPECT_FALSE(next.at("letters").at(0).at("reported").as_bool());
  EXPECT_EQ(office_.run({"chase", "--dekad", "2022-12-D1", "--unit", "nobody"}).exit_code, 1);
}

TEST_F(Conversation, TheOfficeIsShownWhatIsUnusual) {
  std::string rows;
  for (int i = 1; i <= 6; ++i)
    rows += std::to_string(i) + ",第" + std::to_string(i) + "号水厂,红山区,办结 2022.12.5,\n";
  import(rows);
  const auto review = office_.ask({"review", "--as-of", "2022-12-10"});
  ASSERT_EQ(review.at("same_day_finishes").as_array().size(), 1U);
  EXPECT_EQ(review.at("same_day_finishes").at(0).at("finished").as_int64(), 6);
}

}  // namespace
}  // namespace guatu::test
