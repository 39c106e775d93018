#include "guatu/counting/faults.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::counting {
namespace {

using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;

const Date kDay = Date::of(2022, 12, 20);

std::vector<std::string> codes(const std::string& cells) {
  const auto campaign = small_campaign();
  std::vector<std::string> found;
  for (const auto& fault : find_faults(campaign, TallyBuilder(campaign, kDay).project("P1", "north", cells).build()))
    found.push_back(fault.code);
  return found;
}

using Codes = std::vector<std::string>;

TEST(Faults, EachClauseAlone) {
  EXPECT_EQ(codes("F F F"), Codes{});
  EXPECT_EQ(codes("X X X"), Codes{"nothing_applicable"});
  EXPECT_EQ(codes("F? F F"), Codes{"missing_authority"});
  EXPECT_EQ(codes("X? F F"), Codes{});  // What is not applicable needs no authority…
  EXPECT_EQ(codes("X?0 X?0 X?0"), Codes{"nothing_applicable"});
  EXPECT_EQ(codes("U0 F F"), Codes{"no_plan_date"});
  EXPECT_EQ(codes("R0 F F"), Codes{"no_plan_date"});
  EXPECT_EQ(codes("F0 Hr0 X0"), Codes{});  // …and what is finished, handed up or not applicable no plan date.
  EXPECT_EQ(codes("U?0 U? F"), (Codes{"missing_authority", "no_plan_date"}));
}

TEST(Faults, TextNamesTheKindsAndParts) {
  const auto campaign = small_campaign();
  const auto faults =
      find_faults(campaign, TallyBuilder(campaign, kDay).project("P1", "north", "F? F+I?+U? F").build());
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].project, ProjectId{"P1"});
  EXPECT_EQ(faults[0].name, "项目P1");
  EXPECT_EQ(faults[0].text.zh, "缺审批层级，暂按市县权限统计，请补填：立项、用地（2标段）、用地（3标段）");
  EXPECT_EQ(faults[0].text.en,
            "authority missing, counted with city and county until filled in: Kind approval, Kind land (2标段), Kind "
            "land (3标段)");
}

TEST(Faults, StandByProjectThenCode) {
  const auto campaign = small_campaign();
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "U?0 F F")
                         .project("P2", "north", "X X X")
                         .project("P3", "north", "F F F")
                         .project("P4", "north", "F? F F")
                         .build();
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& fault : find_faults(campaign, input))
    found.emplace_back(fault.project.text(), fault.code);
  const std::vector<std::pair<std::string, std::string>> expected{
      {"P1", "missing_authority"}, {"P1", "no_plan_date"}, {"P2", "nothing_applicable"}, {"P4", "missing_authority"}};
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace guatu::counting
