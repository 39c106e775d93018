#include <gtest/gtest.h>

#include "tests/cli/example_file.hpp"
#include "tests/cli/office.hpp"
#include "tests/support/scheduling_text.hpp"

// solve: one instance from a file, without any store.
namespace guatu::test {
namespace {

const std::string kFile = "own.sm";

class Solve : public testing::Test {
 protected:
  void SetUp() override { write_text(folder_.path() / kFile, small_instance_text()); }

  [[nodiscard]] ProgramRun run(const std::vector<std::string>& words) const { return run_guatu(words, folder_.path()); }

  TemporaryFolder folder_;
};

TEST_F(Solve, GoldenBodyOfTheCommandLine) {
  const auto answer = run({"solve", kFile, "--json"});
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto body = boost::json::parse(answer.out);
  expect_example("solve", body);
  EXPECT_EQ(body.at("activities"), 8);
  EXPECT_EQ(body.at("starts").as_array().size(), 10U);
  EXPECT_EQ(body.at("starts").as_array().back(), body.at("makespan"));
}

TEST_F(Solve, AnswersWithTheSameBytesForTheSameSeed) {
  const std::vector<std::string> words{"solve", kFile, "--schedules", "300", "--seed", "9", "--json"};
  const auto once = run(words);
  EXPECT_EQ(once.exit_code, 0);
  EXPECT_EQ(run(words).out, once.out);
  EXPECT_EQ(boost::json::parse(once.out).at("seed"), 9);
  EXPECT_LE(boost::json::parse(once.out).at("schedules").as_int64(), 300);
}

TEST_F(Solve, TellsPeopleWhatItFound) {
  const auto answer = run({"solve", kFile});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_NE(answer.out.find("own.sm：8 道工序，总工期 14，不可能短于 13"), std::string::npos) << answer.out;
  const auto english = run({"solve", kFile, "--lang", "en"});
  EXPECT_NE(english.out.find("own.sm: 8 activities, makespan 14, lower bound 13"), std::string::npos) << english.out;
}

TEST_F(Solve, RefusesAFileThatIsWrongWithItsLine) {
  auto text = small_instance_text();
  text.replace(text.find(" 7   8"), 6, " 7 800");
  write_text(folder_.path() / "wrong.sm", text);
  const auto answer = run({"solve", "wrong.sm", "--json"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_NE(answer.err.find("wrong.sm:22：后续工序 800 不存在"), std::string::npos) << answer.err;
  EXPECT_EQ(boost::json::parse(answer.out).at("error").at("subject"), "wrong.sm:22");
}

TEST_F(Solve, KnowsWrongUsageFromAFileThatIsNotThere) {
  EXPECT_EQ(run({"solve"}).exit_code, 2);
  EXPECT_EQ(run({"solve", kFile, "--schedules", "0"}).exit_code, 2);
  EXPECT_EQ(run({"solve", kFile, "--schedules", "many"}).exit_code, 2);
  EXPECT_EQ(run({"solve", kFile, "--seed", "-1"}).exit_code, 2);
  EXPECT_EQ(run({"solve", "none.sm"}).exit_code, 3);
}

}  // namespace
}  // namespace guatu::test
