#include "guatu/ledger/review.hpp"

#include <gtest/gtest.h>

// What the office looks at. Source: domain 2.5.
namespace guatu::ledger {
namespace {

const Date kDay = Date::of(2022, 12, 10);

campaign::Campaign small_campaign() {
  campaign::Campaign campaign;
  campaign.starts_on = Date::of(2022, 11, 15);
  campaign.review = {20, 2, 3};
  for (const char* code : {"east", "west"}) {
    campaign::Unit unit;
    unit.code = UnitCode{code};
    campaign.units.push_back(unit);
  }
  campaign::ProcedureKind kind;
  kind.code = KindCode{"land"};
  campaign.kinds.push_back(kind);
  return campaign;
}

PartFacts not_applicable() {
  PartFacts facts;
  facts.not_applicable = NotApplicable{Date::of(2022, 11, 15), NotApplicableReason::NotInvolved, "unit", ""};
  return facts;
}

PartFacts finished(Date on, bool assumed = false) {
  PartFacts facts;
  facts.finished = DatedFact{on, assumed};
  return facts;
}

ProjectHistory project(const std::string& id, const std::string& name, const char* unit, PartFacts facts) {
  ProjectHistory history;
  history.record.id = ProjectId{id};
  history.record.name = name;
  history.record.responsible = UnitCode{unit};
  history.life = with_event({}, {LifeAction::Join, Date::of(2022, 11, 15), {}, {}, {}, {}, {}, true});
  history.parts.push_back({KindCode{"land"}, "", std::move(facts)});
  return history;
}

TEST(Review, NothingUnusual) {
  Ledger ledger;
  ledger.projects = {project("P0001", "甲", "east", finished(Date::of(2022, 12, 1))),
                     project("P0002", "乙", "west", not_applicable())};
  const auto review = review_on(ledger, small_campaign(), kDay);
  EXPECT_TRUE(review.not_applicable.empty());  // One part each is too few to say anything.
  EXPECT_TRUE(review.authority.empty());
  EXPECT_TRUE(review.finishes.empty());
  EXPECT_TRUE(review.claimed_twice.empty());
}

TEST(Review, AUnitWithFarMoreNotApplicableThanTheOthers) {
  Ledger ledger;
  ledger.projects = {project("P0001", "甲", "east", not_applicable()), project("P0002", "乙", "east", not_applicable()),
                     project("P0003", "丙", "west", not_applicable()),
                     project("P0004", "丁", "west", finished(Date::of(2022, 12, 1)))};
  auto campaign = small_campaign();
  campaign.review.not_applicable_points = 50;  // 2/2 against 1/2: exactly fifty points.
  const auto review = review_on(ledger, campaign, kDay);
  ASSERT_EQ(review.not_applicable.size(), 1U);
  EXPECT_EQ(review.not_applicable[0].unit, UnitCode{"east"});
  EXPECT_EQ(review.not_applicable[0].others_parts, 2);
  campaign.review.not_applicable_points = 51;
  EXPECT_TRUE(review_on(ledger, campaign, kDay).not_applicable.empty());
  campaign.review = {50, 3, 3};
  EXPECT_TRUE(review_on(ledger, campaign, kDay).not_applicable.empty());
}

TEST(Review, WhatNobodyReportedIsNoShare) {
  Ledger ledger;
  ledger.projects = {project("P0001", "甲", "east", not_applicable()), project("P0002", "乙", "east", not_applicable()),
                     project("P0003", "丙", "west", {})};
  EXPECT_TRUE(review_on(ledger, small_campaign(), kDay).not_applicable.empty());
}

TEST(Review, AnotherLevelThanFirstReported) {
  auto facts = finished(Date::of(2022, 12, 1));
  facts.authority = Authority::City;
  facts.baseline_authority = Authority::Region;
  Ledger ledger;
  ledger.projects = {project("P0001", "甲", "east", facts)};
  const auto review = review_on(ledger, small_campaign(), kDay);
  ASSERT_EQ(review.authority.size(), 1U);
  EXPECT_EQ(review.authority[0].from, Authority::Region);
  EXPECT_EQ(review.authority[0].to, Authority::City);
}

TEST(Review, ManyFinishesOnOneDay) {
  const auto day = Date::of(2022, 12, 1);
  Ledger ledger;
  for (const char* id : {"P0001", "P0002", "P0003"})
    ledger.projects.push_back(project(id, id, "east", finished(day)));
  ledger.projects.push_back(project("P0004", "丁", "west", finished(day)));
  ASSERT_EQ(review_on(ledger, small_campaign(), kDay).finishes.size(), 1U);
  EXPECT_EQ(review_on(ledger, small_campaign(), kDay).finishes[0].finished, 3);
  ledger.projects.edit(0).parts[0].facts = finished(day, true);  // An assumed day is the dekad's, not the unit's word.
  EXPECT_TRUE(review_on(ledger, small_campaign(), kDay).finishes.empty());
}

TEST(Review, OneNameUnderTwoUnits) {
  Ledger ledger;
  ledger.projects = {project("P0001", "桥头镇（一期）", "east", {}), project("P0002", "桥头镇(一期)", "west", {}),
                     project("P0003", "别的", "west", {})};
  const auto review = review_on(ledger, small_campaign(), kDay);
  ASSERT_EQ(review.claimed_twice.size(), 1U);
  EXPECT_EQ(review.claimed_twice[0].units, (std::vector{UnitCode{"east"}, UnitCode{"west"}}));
}

}  // namespace
}  // namespace guatu::ledger
