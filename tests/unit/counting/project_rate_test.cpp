#include "guatu/counting/project_rate.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/support/tally_builder.hpp"

namespace guatu::counting {
namespace {

using guatu::testing::small_campaign;
using guatu::testing::TallyBuilder;

const Date kDay = Date::of(2022, 12, 20);

struct Verdict {
  const char* why;
  const char* cells;
  bool counted, finished, meets;
};

// Rules 4: `finished(project)`, `meets(project)` and "counted projects", one clause a row.
const Verdict kVerdicts[] = {
    {"nothing wrong", "F F F", true, true, true},
    {"finished and not applicable", "F X X", true, true, true},
    {"everything not applicable is outside", "X X X", false, false, false},
    {"no cells at all is outside", "", false, false, false},
    {"blanks count and are unfinished", "U U U", true, false, false},
    {"one blank is enough to be unfinished", "F F U", true, false, false},
    {"a blank beside not applicable keeps the project in", "X X U", true, false, false},
    {"not started", "F F N", true, false, false},
    {"preparing", "F F P", true, false, false},
    {"submitted", "F F S", true, false, false},
    {"in review", "F F I", true, false, false},
    {"returned", "F F R", true, false, false},
    {"region's papers handed up: meets only", "F F Hr", true, false, true},
    {"state's papers handed up: meets only", "F F Hs", true, false, true},
    {"only handed up, nothing finished: meets", "X X Hr", true, false, true},
    {"city's papers handed up are neither", "F F Hc", true, false, false},
    {"county's papers handed up are neither", "F F Hk", true, false, false},
    {"missing authority counts with city and county", "F F H?", true, false, false},
    {"handed up does not help an unfinished city procedure", "F I Hr", true, false, false},
    {"region's procedure in review", "F F Ir", true, false, false},
    {"every part finished", "F F+F F", true, true, true},
    {"one part of two open", "F F+I F", true, false, false},
    {"one part of two not applicable", "F F+X F", true, true, true},
    {"unverified completions count in figures", "F! F! F!", true, true, true},
};

TEST(ProjectRate, EachClauseAlone) {
  const auto campaign = small_campaign();
  for (const auto& row : kVerdicts) {
    const auto input = TallyBuilder(campaign, kDay).project("P1", "north", row.cells).build();
    const auto verdict = judge(input, input.projects[0]);
    EXPECT_EQ(verdict.counted, row.counted) << row.why;
    EXPECT_EQ(verdict.finished, row.finished) << row.why;
    EXPECT_EQ(verdict.meets, row.meets) << row.why;
  }
}

TEST(ProjectRate, LeavingOutTheUnverifiedChangesOnlyThose) {
  const auto campaign = small_campaign();
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "north", "F F! F").project("P2", "north", "F F X!").build();
  const auto left_out = [&](std::size_t i) {
    return judge_parts(parts_of(input, input.projects[i]), Unverified::LeftOut);
  };
  EXPECT_TRUE(left_out(0).counted);
  EXPECT_FALSE(left_out(0).finished);
  EXPECT_FALSE(left_out(0).meets);
  EXPECT_TRUE(left_out(1).finished);
}

TEST(ProjectRate, TheScopeNarrowsTheVerdict) {
  using campaign::AuthorityScope;
  const auto campaign = small_campaign();
  const auto input =
      TallyBuilder(campaign, kDay).project("P1", "north", "F Hr F?").project("P2", "north", "F F X").build();
  const auto judged = [&](std::size_t i, AuthorityScope scope) {
    return judge_parts(parts_of(input, input.projects[i]), Unverified::Counted, scope);
  };
  EXPECT_TRUE(judged(0, AuthorityScope::CityAndCounty).finished);
  EXPECT_FALSE(judged(0, AuthorityScope::RegionAndState).finished);
  EXPECT_TRUE(judged(0, AuthorityScope::RegionAndState).meets);
  EXPECT_FALSE(judged(0, AuthorityScope::All).finished);
  EXPECT_FALSE(judged(1, AuthorityScope::RegionAndState).counted);
}

TEST(ProjectRate, CountsMoneyAndGains) {
  const auto campaign = small_campaign();
  const auto input = TallyBuilder(campaign, kDay)
                         .project("P1", "north", "F F F")
                         .invest(700, 70)
                         .finished_before()
                         .project("P2", "north", "F F F")
                         .invest(50, 5)
                         .project("P3", "south", "F Hr F")
                         .invest(11, 3)
                         .project("P4", "south", "U U U")
                         .invest(2000, 1)
                         .project("P5", "west", "X X X")
                         .invest(90000, 9000)
                         .build();
  const auto figures = count_projects(input, judge_all(input), {}, nullptr);
  EXPECT_EQ(figures.counted, 4);
  EXPECT_EQ(figures.finished, 2);
  EXPECT_EQ(figures.meets, 3);
  EXPECT_EQ(figures.gained, 1);  // P1 was finished before.
  EXPECT_EQ(figures.invested, (Invested{{2761}, {750}, {761}}));
  EXPECT_EQ(figures.year_plan, (Invested{{79}, {75}, {78}}));
  EXPECT_EQ(figures.finished_rate.ratio, (Ratio{2, 4}));
  EXPECT_EQ(figures.meets_rate.ratio, (Ratio{3, 4}));
}

TEST(ProjectRate, NothingToCount) {
  const auto campaign = small_campaign();
  const auto input = TallyBuilder(campaign, kDay).build();
  const auto figures = count_projects(input, judge_all(input), {}, nullptr);
  EXPECT_EQ(figures.finished_rate.ratio, (Ratio{0, 0}));
  EXPECT_EQ(figures.finished_rate.text(), "—");
  EXPECT_EQ(figures.finished_rate.change, std::nullopt);
}

}  // namespace
}  // namespace guatu::counting
