#include <gtest/gtest.h>

#include "guatu/ledger/project.hpp"

// What may happen to a project, and from which day it counts. Source: rules 3, "Project life is dated too".
namespace guatu::ledger {
namespace {

using enum LifeAction;

Date day(unsigned number) {
  return Date::of(2022, 12, number);
}

LifeEvent event(LifeAction action, unsigned on) {
  LifeEvent event{action, day(on), "理由", "批示", {}, {}, {}, false};
  if (action == Move) event.to_unit = UnitCode{"south"};
  if (action == Rename || action == Split) event.name = "新名称";
  if (action == Merge) event.to_project = ProjectId{"P0002"};
  return event;
}

/// Joined by a first return on the 1st, then `events`.
ProjectHistory project(const std::vector<LifeEvent>& events) {
  ProjectHistory history;
  history.record.id = ProjectId{"P0001"};
  history.record.name = "旧名称";
  history.record.responsible = UnitCode{"north"};
  auto join = event(Join, 1);
  join.assumed = true;
  history.life = {join};
  for (const auto& next : events)
    history.life = with_event(history.life, next);
  return history;
}

std::vector<std::string> objections(const std::vector<LifeEvent>& before, const LifeEvent& next) {
  std::vector<std::string> texts;
  for (const auto& objection : life_objections(project(before), next))
    texts.push_back(objection.zh);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(ProjectLife, TakesEffectOnTheDayItself) {
  struct Case {
    LifeAction action;
    bool in_before, in_on, in_after;
  };
  for (const auto& c : {Case{Suspend, true, false, false}, Case{Withdraw, true, false, false},
                        Case{End, true, false, false}, Case{Merge, true, false, false}, Case{Move, true, true, true},
                        Case{Rename, true, true, true}, Case{Split, true, true, true}}) {
    const auto changed = project({event(c.action, 10)});
    EXPECT_EQ(changed.in_campaign_on(day(9)), c.in_before) << life_action_name(c.action);
    EXPECT_EQ(changed.in_campaign_on(day(10)), c.in_on) << life_action_name(c.action);
    EXPECT_EQ(changed.in_campaign_on(day(11)), c.in_after) << life_action_name(c.action);
  }
  const auto moved = project({event(Move, 10), event(Rename, 12)});
  EXPECT_EQ(moved.responsible_on(day(9)), UnitCode{"north"});
  EXPECT_EQ(moved.responsible_on(day(10)), UnitCode{"south"});
  EXPECT_EQ(moved.name_on(day(11)), "旧名称");
  EXPECT_EQ(moved.name_on(day(12)), "新名称");
}

TEST(ProjectLife, ComesBack) {
  const auto resumed = project({event(Suspend, 5), event(Resume, 8)});
  EXPECT_FALSE(resumed.in_campaign_on(day(7)));
  EXPECT_TRUE(resumed.in_campaign_on(day(8)));
}

TEST(ProjectLife, JoiningAgainKeepsWhatWasBefore) {
  const auto again = project({event(Withdraw, 5), event(Join, 8)});
  EXPECT_TRUE(again.in_campaign_on(day(4)));
  EXPECT_FALSE(again.in_campaign_on(day(5)));
  EXPECT_FALSE(again.in_campaign_on(day(7)));
  EXPECT_TRUE(again.in_campaign_on(day(8)));
}

TEST(ProjectLife, AnApprovedJoiningReplacesTheAssumedOne) {
  const auto approved = project({event(Join, 6)});
  EXPECT_FALSE(approved.in_campaign_on(day(5)));
  EXPECT_TRUE(approved.in_campaign_on(day(6)));
}

TEST(ProjectLife, RefusesWhatCannotBe) {
  EXPECT_EQ(objections({}, event(Resume, 5)), Texts{"2022-12-05 该项目未暂缓，无从恢复"});
  EXPECT_EQ(objections({event(Suspend, 5)}, event(Suspend, 6)), Texts{"2022-12-06 该项目已暂缓"});
  EXPECT_EQ(objections({event(Withdraw, 5)}, event(Suspend, 6)), Texts{"2022-12-06 该项目不在库"});
  EXPECT_EQ(objections({event(Withdraw, 5)}, event(Withdraw, 5)), Texts{"2022-12-05 该项目不在库"});
  EXPECT_EQ(objections({event(Join, 5)}, event(Join, 6)), Texts{"2022-12-06 该项目已在库"});
  EXPECT_EQ(objections({event(Join, 5)}, event(End, 4)), Texts{"2022-12-04 该项目不在库"});
  EXPECT_EQ(objections({event(Suspend, 5)}, event(Move, 6)), Texts{});
  EXPECT_EQ(objections({event(Move, 5)}, event(Move, 6)), Texts{"该单位已是责任单位"});
  EXPECT_EQ(objections({event(Rename, 5)}, event(Rename, 6)), Texts{"新名称与现名称相同"});
  auto merge = event(Merge, 5);
  merge.to_project = ProjectId{"P0001"};
  EXPECT_EQ(objections({}, merge), Texts{"项目不能并入自身"});
}

TEST(ProjectLife, RefusesWhatContradictsALaterEvent) {
  EXPECT_EQ(objections({event(Suspend, 10)}, event(Suspend, 5)), Texts{"与已记录的 2022-12-10 暂缓相抵触"});
  EXPECT_EQ(objections({event(Suspend, 10)}, event(Withdraw, 5)), Texts{"与已记录的 2022-12-10 暂缓相抵触"});
  EXPECT_EQ(objections({event(Suspend, 10), event(Resume, 15)}, event(Withdraw, 12)),
            Texts{"与已记录的 2022-12-15 恢复相抵触"});
  EXPECT_EQ(objections({event(Withdraw, 10)}, event(Suspend, 5)), Texts{});
}

TEST(ProjectLife, GivesEveryReason) {
  auto unnamed = event(Rename, 6);
  unnamed.name.clear();
  EXPECT_EQ(objections({event(Withdraw, 5)}, unnamed), (Texts{"2022-12-06 该项目不在库", "请写明新名称（--name）"}));
}

}  // namespace
}  // namespace guatu::ledger
