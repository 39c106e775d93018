#include "guatu/reporting/rows/figure_rules.hpp"

#include <gtest/gtest.h>
#include <set>

#include "tests/support/campaign_builder.hpp"

namespace guatu::reporting {
namespace {

campaign::Campaign campaign_with_everything() {
  using campaign::AuthorityScope;
  using campaign::Measure;
  auto campaign = testing::small_campaign();
  const auto deadline = Date::of(2023, 3, 31);
  campaign.targets = {
      testing::make_target("t1", Measure::ProjectsFinished, AuthorityScope::All, {70, 100}, deadline),
      testing::make_target("t2", Measure::ProceduresFinished, AuthorityScope::CityAndCounty, {1, 1}, deadline),
      testing::make_target("t3", Measure::ProceduresHandedUp, AuthorityScope::RegionAndState, {1, 1}, deadline),
      testing::make_target("t4", Measure::ProjectsMeet, AuthorityScope::CityAndCounty, {1, 2}, deadline)};
  campaign.leagues = {testing::make_league("district", campaign::Capacity::District, campaign::LeagueUnit::Project, 1)};
  return campaign;
}

std::string rows_of(const std::string& id) {
  for (const auto& rule : figure_rules(campaign_with_everything(), Date::of(2023, 1, 10)))
    if (rule.id == id) return rule.rows;
  return "no such rule";
}

TEST(FigureRules, SayInBothLanguagesWhatHoldsAndWhereItComesFrom) {
  std::set<std::string> ids;
  for (const auto& rule : figure_rules(campaign_with_everything(), Date::of(2023, 1, 10))) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    for (const auto& text : {rule.name, rule.text, rule.source}) {
      EXPECT_FALSE(text.zh.empty()) << rule.id;
      EXPECT_FALSE(text.en.empty()) << rule.id;
    }
  }
}

TEST(FigureRules, TargetsLeadToWhatTheyMeasure) {
  EXPECT_EQ(rows_of("targets.t1"), "projects?counted=true");
  EXPECT_EQ(rows_of("targets.t2"), "procedures?counted=true&applicable=true&scope=city_and_county");
  EXPECT_EQ(rows_of("targets.t3"), "procedures?counted=true&applicable=true&scope=region_and_state");
  EXPECT_EQ(rows_of("targets.t4"), "") << "projects by a part of their procedures have no list";
  EXPECT_EQ(rows_of("leagues.district"), "leagues?explain={unit}&league=district");
}

TEST(FigureRules, SourcesAreNamedAsPapersNameThem) {
  EXPECT_EQ(source_words("Plan 2.4"), (Bilingual{"工作方案 2.4", "Plan 2.4"}));
  EXPECT_EQ(source_words("会议纪要 3"), (Bilingual{"会议纪要 3", "会议纪要 3"}));
}

}  // namespace
}  // namespace guatu::reporting
