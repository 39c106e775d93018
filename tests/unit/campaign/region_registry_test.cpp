#include "guatu/campaign/region_registry.hpp"

#include <gtest/gtest.h>

namespace guatu::campaign {
namespace {

TEST(RegionRegistry, ReadsCitiesInTheirOrder) {
  const auto registry = parse_region_registry(R"(
[region]
name = "某自治区"
[[city]]
code = "150400"
name = "甲市"
name_en = "City A"
store = "sqlite:a.db"
[[city]]
code = "150500"
name = "乙市"
store = "postgresql://127.0.0.1/guatu?schema=b"
)",
                                              "region.toml");
  ASSERT_TRUE(registry);
  EXPECT_EQ(registry->name.zh, "某自治区");
  const std::vector<RegionCity> cities{{"150400", {"甲市", "City A"}, "sqlite:a.db"},
                                       {"150500", {"乙市", "乙市"}, "postgresql://127.0.0.1/guatu?schema=b"}};
  EXPECT_EQ(registry->cities, cities);
}

struct Wrong {
  const char* text;
  const char* reason;
};

class WrongRegistry : public testing::TestWithParam<Wrong> {};

TEST_P(WrongRegistry, IsRefusedWithFileAndLine) {
  const auto registry = parse_region_registry(GetParam().text, "region.toml");
  ASSERT_FALSE(registry);
  EXPECT_EQ(registry.error().kind, ErrorKind::InvalidInput);
  std::string reasons;
  for (const auto& reason : registry.error().reasons)
    reasons += reason.en + "\n";
  EXPECT_NE(reasons.find(GetParam().reason), std::string::npos) << reasons;
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongRegistry,
    testing::Values(Wrong{"", "region"}, Wrong{"[region]\nname = \"r\"\n", "lists no city"},
                    Wrong{"[region]\nname = \"r\"\n[[city]]\ncode = \"1\"\nname = \"a\"\n", "store"},
                    Wrong{"[region]\nname = \"r\"\n[[city]]\ncode = \"1\"\nname = \"a\"\nstore = \"s\"\n"
                          "[[city]]\ncode = \"1\"\nname = \"b\"\nstore = \"t\"\n",
                          "region.toml:8"},
                    Wrong{"[region]\nname = \"r\"\n[[city]]\ncode = \"1\"\nname = \"a\"\nstore = \"s\"\n"
                          "[[city]]\ncode = \"2\"\nname = \"b\"\nstore = \"s\"\n",
                          "region.toml:10"},
                    Wrong{"[region]\nname = \"r\"\n[[city]]\ncode = \"1\"\nname = \"a\"\nstore = \"s\"\nport = 1\n",
                          "port"},
                    Wrong{"[region\n", "region.toml:1"}));

}  // namespace
}  // namespace guatu::campaign
