#include "guatu/store/commit_check.hpp"

#include <gtest/gtest.h>

#include "guatu/ports/digest.hpp"

namespace guatu::store {
namespace {

bool accepts(const std::string& text) {
  ports::Commit commit;
  commit.records = {{"part", "P1", text}};
  return check_commit(commit).has_value();
}

TEST(CommitCheck, TakesAllOfUtf8) {
  for (const auto* text : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "热电厂 2×350MW\n"})
    EXPECT_TRUE(accepts(text)) << text;
}

TEST(CommitCheck, TakesNothingElse) {
  const std::vector<std::string> texts{std::string(1, '\0'),
                                       std::string("a\0", 2),
                                       "\x80",
                                       "\xBF",
                                       "\xC0\x80",
                                       "\xC1\xBF",
                                       "\xC2",
                                       "\xC2\x41",
                                       "\xE0\x9F\xBF",
                                       "\xE4\xB8",
                                       "\xED\xA0\x80",
                                       "\xED\xBF\xBF",
                                       "\xF0\x8F\xBF\xBF",
                                       "\xF0\x90\x80",
                                       "\xF0\x90\x41\x80",
                                       "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80",
                                       "\xFF",
                                       "中\xE4\xB8"};
  for (const auto& text : texts)
    EXPECT_FALSE(accepts(text)) << testing::PrintToString(text);
}

TEST(CommitCheck, ABlobHasALimit) {
  ports::Commit commit;
  commit.blobs = {{"not looked at", std::string(kMaxBlobBytes + 1, 'x')}};
  const auto answer = check_commit(commit);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(),
            make_error(ErrorKind::InvalidInput, "not looked at", "文件超过 256 MiB，无法存档，请拆分后重试",
                       "the file is over 256 MiB and cannot be kept; split it and try again"));
  commit.blobs = {{ports::sm3_hex("x"), "x"}};
  EXPECT_TRUE(check_commit(commit));
}

}  // namespace
}  // namespace guatu::store
