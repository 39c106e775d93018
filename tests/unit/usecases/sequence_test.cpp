#include <gtest/gtest.h>

#include "guatu/planning/order/problem.hpp"
#include "guatu/usecases/planning/sequence_on_day.hpp"

#include "tests/support/campaign_builder.hpp"

// From a ledger to cases and back: approval (line `plan`) before land (`soil`) before works (`build`), 20 working days each.
namespace guatu::usecases {
namespace {

using ledger::DatedFact;
using ledger::PartFacts;
using ledger::ProjectHistory;

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

campaign::Campaign chain() {
  auto campaign = testing::small_campaign();
  campaign.kinds[1].predecessors.push_back({KindCode{"approval"}, campaign::EdgeKind::Law, {}, 2, ""});
  campaign.kinds[2].predecessors.push_back({KindCode{"land"}, campaign::EdgeKind::Law, {}, 0, ""});
  campaign.targets = {
      testing::make_target("t1", campaign::Measure::ProjectsFinished, campaign::AuthorityScope::All, Ratio{7, 10},
                           Date::of(2023, 3, 10)),
      testing::make_target("t2", campaign::Measure::ProceduresFinished, campaign::AuthorityScope::CityAndCounty,
                           Ratio{1, 1}, Date::of(2023, 3, 31))};
  campaign.index();
  return campaign;
}

ProjectHistory project(const std::string& id, std::vector<std::pair<std::string, PartFacts>> parts) {
  ProjectHistory history;
  history.record.id = ProjectId{id};
  history.record.name = id;
  history.record.responsible = UnitCode{"north"};
  history.life = {{ledger::LifeAction::Join, december(1), "在库", "清单", {}, {}, {}, false}};
  for (auto& [kind, facts] : parts)
    history.parts.push_back({KindCode{kind}, "", std::move(facts)});
  return history;
}

ledger::Ledger ledger_of(std::vector<ProjectHistory> projects) {
  ledger::Ledger ledger;
  ledger.projects = std::move(projects);
  return ledger;
}

PartFacts decided_by(Authority authority) {
  PartFacts facts;
  facts.authority = authority;
  return facts;
}

PartFacts finished() {
  auto facts = decided_by(Authority::City);
  facts.finished = DatedFact{december(1), false};
  facts.document_number = "批1号";
  return facts;
}

PartFacts not_applicable() {
  PartFacts facts;
  facts.not_applicable = ledger::NotApplicable{};
  facts.not_applicable->ruled_on = december(1);
  return facts;
}

TEST(OpenWork, OpenPartsBecomeCasesOfTheirDepartments) {
  const auto ledger = ledger_of({project("P1", {{"approval", decided_by(Authority::City)},
                                                {"land", decided_by(Authority::County)},
                                                {"works", decided_by(Authority::Region)}})});
  const auto work = open_work(ledger, chain(), december(1), {});
  EXPECT_EQ(work.first_on, Date::of(2023, 3, 10));
  EXPECT_EQ(work.second_on, Date::of(2023, 3, 31));
  EXPECT_EQ(work.departments,
            (std::vector<OpenDepartment>{{UnitCode{"plan"}, {}}, {UnitCode{"soil"}, UnitCode{"north"}}, {}}));
  EXPECT_EQ(work.input.desks, (std::vector<int>{2, 1, 1}));
  ASSERT_EQ(work.input.projects.size(), 1U);
  const auto& cases = work.input.projects[0].procedures;
  ASSERT_EQ(cases.size(), 4U);  // Three, and the lag of two days between the first two.
  EXPECT_EQ(cases[0].desk_days, 4);
  EXPECT_EQ(cases[0].lag_days, 16);
  EXPECT_EQ(cases[2].desk_days, 0);  // The region decides: nothing but waiting.
  EXPECT_EQ(cases[2].lag_days, 20);
  EXPECT_EQ(cases[3].lag_days, 2);
  EXPECT_EQ(cases[1].predecessors, (std::vector<std::uint32_t>{3}));
  EXPECT_EQ(cases[3].predecessors, (std::vector<std::uint32_t>{0}));
  EXPECT_TRUE(planning::order::make_problem(work.input));
}

TEST(OpenWork, WhatIsFinishedOrDoesNotApplyIsNoCase) {
  const auto ledger = ledger_of(
      {project("P1", {{"approval", finished()}, {"land", not_applicable()}, {"works", decided_by(Authority::City)}}),
       project("P2", {{"approval", not_applicable()}, {"land", not_applicable()}, {"works", not_applicable()}}),
       project("P3", {{"approval", finished()}, {"land", finished()}, {"works", finished()}})});
  const auto work = open_work(ledger, chain(), december(5), {});
  ASSERT_EQ(work.input.projects.size(), 2U);  // Nothing applies to the second: it stands outside every rate.
  EXPECT_EQ(work.input.projects[0].procedures.size(), 1U);
  EXPECT_TRUE(work.input.projects[1].procedures.empty());
}

TEST(OpenWork, WhatIsInReviewNeedsOnlyTheRest) {
  auto facts = decided_by(Authority::City);
  facts.submitted = DatedFact{december(1), false};
  facts.accepted = {{december(1), false}};
  const auto ledger =
      ledger_of({project("P1", {{"approval", facts}, {"land", not_applicable()}, {"works", not_applicable()}})});
  const auto work = open_work(ledger, chain(), december(15), {});
  ASSERT_EQ(work.input.projects[0].procedures.size(), 1U);
  const auto& rest = work.input.projects[0].procedures[0];
  EXPECT_EQ(rest.desk_days + rest.lag_days, 10);  // Of 20 working days ten have run.
  EXPECT_EQ(rest.not_before, 0);
  EXPECT_TRUE(work.cases[0][0].started);
}

TEST(OpenWork, PapersAboveOnlyWait) {
  auto facts = decided_by(Authority::Region);
  facts.handed_up = DatedFact{december(1), false};
  const auto ledger =
      ledger_of({project("P1", {{"approval", facts}, {"land", not_applicable()}, {"works", not_applicable()}})});
  const auto work = open_work(ledger, chain(), december(15), {});
  ASSERT_EQ(work.input.projects[0].procedures.size(), 1U);
  EXPECT_EQ(work.input.projects[0].procedures[0].desk_days, 0);
  EXPECT_EQ(work.input.projects[0].procedures[0].lag_days, 10);
  EXPECT_FALSE(work.cases[0][0].listed);
}

ledger::Ledger many_projects() {
  ledger::Ledger ledger;
  for (int i = 0; i < 24; ++i)
    ledger.projects.push_back(project("P" + std::to_string(100 + i), {{"approval", decided_by(Authority::City)},
                                                                      {"land", decided_by(Authority::County)},
                                                                      {"works", decided_by(Authority::City)}}));
  ledger.projects.push_back(project("P200", {{"approval", finished()}, {"land", finished()}, {"works", finished()}}));
  return ledger;
}

json::SequenceDocument sequence(Date as_of, const planning::order::Together& together) {
  auto document = sequence_on_day(many_projects(), chain(), {.as_of = as_of, .iterations = 2'000}, together,
                                  [](const auto&) { return true; });
  EXPECT_TRUE(document);
  return document ? *document : json::SequenceDocument{};
}

TEST(Sequence, ListsEveryCaseOnceWithItsReason) {
  const auto document = sequence(december(1), planning::order::one_after_the_other);
  std::size_t items = 0;
  for (const auto& order : document.order) {
    std::optional<Date> before;
    for (const auto& item : order.items) {
      ++items;
      EXPECT_FALSE(item.reason.empty());
      EXPECT_FALSE(item.reason_en.empty());
      if (item.start && before) {
        EXPECT_LE(*before, *item.start);
      }
      before = item.start ? item.start : before;
    }
  }
  EXPECT_EQ(items, 24U * 3);
  EXPECT_EQ(document.order.size(), 3U);
  EXPECT_LE(document.first.finished, *document.first.bound);
  EXPECT_GE(document.first.finished, 1U);  // The one that is finished already.
  EXPECT_LE(document.first.finished, document.second.finished);
  ASSERT_EQ(document.baselines.size(), 7U);
  for (const auto& baseline : document.baselines)
    EXPECT_LE(baseline.first, document.first.finished) << baseline.rule;
}

TEST(Sequence, IsTheSameWhateverThreads) {
  const auto reversed = [](std::size_t parts, const planning::order::Part& run) {
    for (std::size_t part = parts; part-- > 0;)
      run(part);
  };
  EXPECT_EQ(json::encode_sequence(sequence(december(1), planning::order::one_after_the_other)),
            json::encode_sequence(sequence(december(1), reversed)));
}

TEST(Sequence, WhatCannotBeInTimeIsNamedWithItsProcedure) {
  const auto document = sequence(Date::of(2023, 1, 31), planning::order::one_after_the_other);
  ASSERT_EQ(document.hopeless.size(), 24U);  // 62 working days from February on end in April.
  EXPECT_EQ(document.hopeless.front().project, "P100");
  EXPECT_EQ(document.hopeless.front().kind, "approval");
  EXPECT_EQ(document.first.finished, 1U);
}

TEST(Sequence, AfterTheLastDateThereIsNothingToOrder) {
  const auto document = sequence_on_day(many_projects(), chain(), {.as_of = Date::of(2023, 3, 31)},
                                        planning::order::one_after_the_other, [](const auto&) { return true; });
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().kind, ErrorKind::Refused);
}

}  // namespace
}  // namespace guatu::usecases
