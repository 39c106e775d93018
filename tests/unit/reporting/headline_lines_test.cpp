#include <gtest/gtest.h>

#include "guatu/reporting/headline.hpp"

#include "tests/support/campaign_builder.hpp"

// The lines on a screen: every number has its unit.
namespace guatu::reporting {
namespace {

using campaign::AuthorityScope;
using campaign::Measure;
using guatu::testing::make_target;

counting::TargetFigures figures(const std::string& id, Ratio ratio, Ratio threshold, Date deadline) {
  counting::TargetFigures target;
  target.id = id;
  target.name = {id == "t1" ? "项目办结" : "手续办结", id};
  target.rate = {ratio, shown_tenths(ratio, {}), {}};
  target.threshold = threshold;
  target.deadline = deadline;
  return target;
}

std::string line_of(const counting::TargetFigures& target, Date as_of) {
  auto campaign = guatu::testing::small_campaign();
  campaign.targets = {make_target("t1", Measure::ProjectsFinished, AuthorityScope::All, {70, 100}, target.deadline),
                      make_target("t2", Measure::ProceduresFinished, AuthorityScope::All, {70, 100}, target.deadline)};
  counting::Figures all;
  all.targets = {target};
  return headline(campaign, all, as_of).at(2).zh;
}

const Date kDeadline = Date::of(2023, 2, 28);

TEST(Headline, ADistanceNamesWhatItCounts) {
  EXPECT_EQ(line_of(figures("t1", {1, 10}, {70, 100}, kDeadline), Date::of(2023, 2, 10)),
            "项目办结（2023年2月28日前 70%）：现为 10%，还差 6 个项目，剩 18 天（2 旬），每旬需完成 3 个项目");
  EXPECT_EQ(line_of(figures("t2", {1, 10}, {70, 100}, kDeadline), Date::of(2023, 2, 10)),
            "手续办结（2023年2月28日前 70%）：现为 10%，还差 6 项手续，剩 18 天（2 旬），每旬需完成 3 项手续");
}

TEST(Headline, TheLastDaysHaveNoDekadLeft) {
  EXPECT_EQ(line_of(figures("t1", {1, 10}, {70, 100}, Date::of(2023, 2, 25)), Date::of(2023, 2, 21)),
            "项目办结（2023年2月25日前 70%）：现为 10%，还差 6 个项目，剩 4 天");
}

TEST(Headline, MissedReachedAndNothingToCount) {
  EXPECT_EQ(line_of(figures("t2", {1, 10}, {70, 100}, kDeadline), Date::of(2023, 3, 1)),
            "手续办结（2023年2月28日前 70%）：现为 10%，到期未达到，差 6 项手续");
  auto reached = figures("t1", {7, 10}, {70, 100}, kDeadline);
  reached.met = true;
  EXPECT_EQ(line_of(reached, Date::of(2023, 2, 10)), "项目办结（2023年2月28日前 70%）：现为 70%，已达到");
  EXPECT_EQ(line_of(figures("t1", {0, 0}, {70, 100}, kDeadline), Date::of(2023, 2, 10)),
            "项目办结（2023年2月28日前 70%）：现为 —，暂无应统计的内容");
}

}  // namespace
}  // namespace guatu::reporting
