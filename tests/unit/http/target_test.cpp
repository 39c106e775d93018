#include "guatu/http/wire/target.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace guatu::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(ParseTarget, SplitsThePath) {
  EXPECT_THAT(parse_target("/")->path, IsEmpty());
  EXPECT_THAT(parse_target("/a/b")->path, ElementsAre("a", "b"));
  EXPECT_THAT(parse_target("/a/b/")->path, ElementsAre("a", "b"));
  EXPECT_THAT(parse_target("/a//b")->path, ElementsAre("a", "", "b"));
  EXPECT_THAT(parse_target("/a?b/c")->path, ElementsAre("a"));
}

TEST(ParseTarget, DecodesEachPartOnce) {
  EXPECT_THAT(parse_target("/%E6%B0%B4%20/x%2Fy")->path, ElementsAre("水 ", "x/y"));
  EXPECT_THAT(parse_target("/%2541")->path, ElementsAre("%41"));
  EXPECT_THAT(parse_target("/a+b")->path, ElementsAre("a+b"));
}

TEST(ParseTarget, ReadsTheQuery) {
  const auto target = parse_target("/x?a=1&b=2+3&c&=d&&a=%3D%26#part").value();
  EXPECT_THAT(target.query,
              ElementsAre(Pair("a", "1"), Pair("b", "2 3"), Pair("c", ""), Pair("", "d"), Pair("a", "=&")));
}

TEST(ParseTarget, RefusesWhatIsNoAddress) {
  for (const auto* text : {"", "a/b", "*", "http://x/", "/%", "/%4", "/%4g", "/x?a=%", "/%00", "/a%0ab", "/\x7f",
                           "/%ff", "/\xE6\xB0", "/x?%C0%AF=1"})
    EXPECT_FALSE(parse_target(text)) << text;
}

}  // namespace
}  // namespace guatu::http
