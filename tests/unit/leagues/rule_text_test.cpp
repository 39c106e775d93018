#include "guatu/leagues/rule_text.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"

namespace guatu::leagues {
namespace {

using campaign::Capacity;
using campaign::LeagueUnit;
using guatu::testing::make_league;
using guatu::testing::make_target;
using guatu::testing::small_campaign;

const Date kDay = Date::of(2022, 12, 20);
const Date kCut = Date::of(2022, 12, 31);

TEST(RuleText, DistrictsByProject) {
  const auto text =
      rule_text(small_campaign(), make_league("district", Capacity::District, LeagueUnit::Project, 3), kDay);
  EXPECT_EQ(text.zh,
            "以项目为单位统计：本单位为责任主体的项目中，手续全部办结的项目数÷计入统计的项目数（办结率）。"
            "从高到低排名，比率相同的并列（1、2、2、4）；没有可统计对象的不排名。"
            "末位为最后3名，并列跨线的全部列入；达到100%或并列第一的不列入。依据：工作方案 2.4。");
  EXPECT_EQ(
      text.en,
      "By project, projects for which the unit is responsible: finished ÷ counted projects. "
      "Best first, equal rates share a place (1, 2, 2, 4); units with nothing to count are not ranked. "
      "Bottom: the 3 lowest places, with all units tied across the line; never a unit at 100% or sharing the first "
      "place. Source: Plan 2.4.");
}

TEST(RuleText, ApproversByProcedureUnderGuardAtACut) {
  auto campaign = small_campaign();
  campaign.targets = {
      make_target("t1", campaign::Measure::ProceduresFinished, campaign::AuthorityScope::All, {70, 100}, kCut)};
  auto league = make_league("approver", Capacity::Approver, LeagueUnit::ProcedurePart, 2);
  league.approver_scope = campaign::ApproverScope::CityOnly;
  league.guard = campaign::Guard::TargetMissed;
  league.guard_target = "t1";
  EXPECT_EQ(rule_text(campaign, league, kCut).zh,
            "以手续为单位统计：本部门对口手续中市级权限的（缺审批层级的暂计入），办结数÷涉及数。"
            "从高到低排名，比率相同的并列（1、2、2、4）；没有可统计对象的不排名。"
            "末位为最后2名，并列跨线的全部列入；达到100%或并列第一的不列入。已达到“目标t1”的单位不列入。"
            "本日为考核节点：已报未核的办结不计入；列入末位且未获免予约谈的，列为约谈建议对象，由人确认。依据：工作方案"
            " 2.4。");
}

TEST(RuleText, EachPolicyHasItsWords) {
  auto campaign = small_campaign();
  auto league = make_league("x", Capacity::Sponsor, LeagueUnit::Project, 0);
  const auto zh = [&] { return rule_text(campaign, league, kDay).zh; };
  league.sponsor_counts = campaign::SponsorCounts::Line;
  EXPECT_NE(zh().find("本单位为行业主管部门的项目"), std::string::npos);
  EXPECT_EQ(zh().find("末位"), std::string::npos);  // A league without bottom group says nothing about one.
  campaign.policy.ranking = campaign::RankingMeasure::Meets;
  EXPECT_NE(zh().find("达标率"), std::string::npos);
  league.counts = LeagueUnit::ProcedurePart;
  EXPECT_NE(zh().find("各层级手续"), std::string::npos);
  league.clause.clear();
  EXPECT_EQ(zh().find("依据"), std::string::npos);
}

}  // namespace
}  // namespace guatu::leagues
