#include "guatu/http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guatu/http/routes.hpp"

namespace guatu::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Answer nothing(Context&, const Call&) {
  return Response{};
}

const Route kRoutes[] = {
    {"GET", "/", {}, kOpen, nothing},
    {"GET", "/things", {}, kOpen, nothing},
    {"POST", "/things", {}, kOpen, nothing},
    {"GET", "/things/{id}", {}, kOpen, nothing},
    {"PATCH", "/things/{id}/parts/{kind}", {}, kOpen, nothing},
};

TEST(FindRoute, KnowsMethodAndPath) {
  EXPECT_EQ(find_route(kRoutes, "GET", {}).route, &kRoutes[0]);
  EXPECT_EQ(find_route(kRoutes, "GET", {"things"}).route, &kRoutes[1]);
  EXPECT_EQ(find_route(kRoutes, "POST", {"things"}).route, &kRoutes[2]);
}

TEST(FindRoute, AnswersHeadWhereItAnswersGet) {
  EXPECT_EQ(find_route(kRoutes, "HEAD", {"things"}).route, &kRoutes[1]);
  EXPECT_EQ(find_route(kRoutes, "HEAD", {"things", "7", "parts", "water"}).route, nullptr);
}

TEST(FindRoute, FillsHoles) {
  const auto match = find_route(kRoutes, "PATCH", {"things", "P 7", "parts", "水"});
  EXPECT_EQ(match.route, &kRoutes[4]);
  EXPECT_THAT(match.holes, ElementsAre("P 7", "水"));
  EXPECT_EQ(find_route(kRoutes, "GET", {"things", ""}).route, nullptr) << "an empty hole";
}

TEST(FindRoute, SaysWhichMethodsAPathHas) {
  EXPECT_THAT(find_route(kRoutes, "DELETE", {"things"}).allowed, ElementsAre("GET", "HEAD", "POST"));
  EXPECT_EQ(find_route(kRoutes, "DELETE", {"things"}).route, nullptr);
  for (const std::vector<std::string>& path : {std::vector<std::string>{"thing"},
                                               {"things", "7", "parts"},
                                               {"things", "7", "parts", "x", "y"},
                                               {"{id}"},
                                               {""}})
    EXPECT_THAT(find_route(kRoutes, "GET", path).allowed, IsEmpty()) << testing::PrintToString(path);
}

TEST(Routes, AreWrittenFromTheRootOnceAndSayWhatTheyAreFor) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& route : routes()) {
    EXPECT_TRUE(route.path.starts_with('/'));
    EXPECT_TRUE(seen.emplace(route.method, route.path).second) << route.path;
    EXPECT_FALSE(route.purpose.zh.empty() || route.purpose.en.empty()) << route.path;
  }
}

}  // namespace
}  // namespace guatu::http
