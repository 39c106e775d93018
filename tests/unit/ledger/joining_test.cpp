#include <gtest/gtest.h>

#include "guatu/ledger/project.hpp"

// When a project is in the campaign, by the joinings on record. Source: rules 3.
namespace guatu::ledger {
namespace {

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

LifeEvent event(LifeAction action, unsigned day, bool assumed = false) {
  LifeEvent made;
  made.action = action;
  made.on = december(day);
  made.assumed = assumed;
  return made;
}

ProjectHistory lived(const std::vector<LifeEvent>& events) {
  ProjectHistory project;
  for (const auto& each : events)
    project.life = with_event(std::move(project.life), each);
  return project;
}

TEST(Joining, AnApprovedOneReplacesTheAssumedOne) {
  const auto project = lived({event(LifeAction::Join, 1, true), event(LifeAction::Join, 11)});
  EXPECT_FALSE(project.in_campaign_on(december(10)));
  EXPECT_TRUE(project.in_campaign_on(december(11)));
}

TEST(Joining, AgainAfterLeavingKeepsTheTimeBefore) {
  for (const auto leaving : {LifeAction::Withdraw, LifeAction::End, LifeAction::Merge}) {
    const auto project = lived({event(LifeAction::Join, 1, true), event(leaving, 11), event(LifeAction::Join, 21)});
    EXPECT_TRUE(project.in_campaign_on(december(1)));
    EXPECT_TRUE(project.in_campaign_on(december(10)));
    EXPECT_FALSE(project.in_campaign_on(december(11)));
    EXPECT_FALSE(project.in_campaign_on(december(20)));
    EXPECT_TRUE(project.in_campaign_on(december(21)));
  }
}

TEST(Joining, AgainAfterMoveOrRenameAloneReplacesTheAssumedOne) {
  const auto project =
      lived({event(LifeAction::Join, 1, true), event(LifeAction::Rename, 5), event(LifeAction::Join, 11)});
  EXPECT_FALSE(project.in_campaign_on(december(10)));
  EXPECT_TRUE(project.in_campaign_on(december(11)));
}

}  // namespace
}  // namespace guatu::ledger
