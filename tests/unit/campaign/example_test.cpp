#include "tests/unit/campaign/small_files.hpp"

/// campaigns/example is invented, says so, and differs from the other wherever a city may differ.
namespace guatu::campaign {
namespace {

const Campaign& example() {
  static const Campaign kCampaign = testing::load_shipped("example").campaign;
  return kCampaign;
}

TEST(Example, SaysThatItIsInvented) {
  EXPECT_TRUE(example().title.zh.find("虚构") != std::string::npos);
  EXPECT_TRUE(example().paper.office_name.find("虚构") != std::string::npos);
}

TEST(Example, HasElevenProceduresOfItsOwn) {
  std::vector<std::string> codes;
  for (const auto& kind : example().kinds)
    codes.push_back(kind.code.text());
  EXPECT_EQ(codes,
            (std::vector<std::string>{"approval", "site", "land_conversion", "forest", "soil_conservation", "flood",
                                      "environment", "energy", "land_permit", "works_permit", "construction"}));
  EXPECT_EQ(example().kinds_on(Date::of(2023, 12, 31)).size(), 10U);  // Flood comes into force on 2024-01-01.
  EXPECT_EQ(example().kinds_on(Date::of(2024, 1, 1)).size(), 11U);
}

TEST(Example, AimsAtOtherTargets) {
  EXPECT_EQ(example().thresholds(), (std::vector<Ratio>{{2, 3}, {80, 100}, {9, 10}}));
  EXPECT_EQ(example().targets[0].measure, Measure::ProjectsMeet);
  EXPECT_EQ(example().stages.size(), 4U);
  EXPECT_EQ(example().assessment_cuts, (std::vector{Date::of(2025, 2, 28), Date::of(2025, 4, 30)}));
}

TEST(Example, RanksTwoLeagues) {
  ASSERT_EQ(example().leagues.size(), 2U);
  EXPECT_EQ(example().leagues[0].bottom, 2);
  EXPECT_EQ(example().leagues[0].minimum_size, 5);
  const auto& approvers = example().leagues[1];
  EXPECT_EQ(approvers.bottom, 1);
  EXPECT_EQ(approvers.approver_scope, ApproverScope::CityOnly);
  EXPECT_EQ(approvers.guard, Guard::TargetMissed);
  EXPECT_EQ(approvers.guard_target, "t2");
}

TEST(Example, ChoosesOtherPolicies) {
  const auto& policy = example().policy;
  EXPECT_EQ(policy.completion, Completion::Claimed);
  EXPECT_EQ(policy.ranking, RankingMeasure::Meets);
  EXPECT_EQ(policy.due_shift, ShiftPolicy::Following);
  EXPECT_TRUE(policy.practice_edges);
  EXPECT_EQ(example().authority_word(Authority::Region), "省级");
}

TEST(Example, RenamesAUnit) {
  const auto* unit = example().find_unit(UnitCode{"sw"});
  EXPECT_EQ(unit->name_on(Date::of(2025, 1, 14)).name.zh, "市水利水电局");
  EXPECT_EQ(unit->name_on(Date::of(2025, 1, 15)).name.zh, "市水务局");
  EXPECT_EQ(example().find_unit_by_name("市水利水电局"), unit);
  EXPECT_EQ(example().find_unit_by_name("市水务局"), unit);
}

TEST(Example, HasADayOffOfItsOwn) {
  EXPECT_FALSE(example().calendar.is_working(Date::of(2025, 4, 10)));
  EXPECT_TRUE(example().calendar.is_working(Date::of(2025, 4, 12)));
  EXPECT_EQ(example().calendar.find_source(Date::of(2025, 4, 10)), "云泽建市纪念日（虚构）");
  EXPECT_FALSE(example().calendar.is_working(Date::of(2025, 1, 28)));  // The national notice holds beside it.
}

TEST(Example, PromisesLessThanTheLimit) {
  const auto& variant = example().find_kind(KindCode{"environment"})->variants.front();
  EXPECT_EQ(variant.legal_limit, (DayLimit{40, DayUnit::CalendarDay}));
  EXPECT_EQ(variant.promised_limit, (DayLimit{20, DayUnit::CalendarDay}));
  EXPECT_EQ(example().find_kind(KindCode{"forest"})->predecessors.front().lag_days, 3);
}

}  // namespace
}  // namespace guatu::campaign
