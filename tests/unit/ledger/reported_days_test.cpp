#include <gtest/gtest.h>

#include "guatu/ledger/revise.hpp"
#include "guatu/ledger/state_on_day.hpp"

// Days and answers beside an empty state cell. Source: rules 2: a blank cell never erases a fact.
namespace guatu::ledger {
namespace {

constexpr auto kClaimed = campaign::Completion::Claimed;

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

RevisionContext dekad_ending(unsigned day) {
  return {december(day), Date::of(2022, 11, 15), std::nullopt, "unit"};
}

PartFacts after(const PartFacts& before, const ReportedPart& reported, unsigned day) {
  const auto revision = revise(before, reported, dekad_ending(day));
  EXPECT_FALSE(revision.refused);
  return revision.facts;
}

ReportedPart finished_at_region() {
  ReportedPart reported;
  reported.authority = Authority::Region;
  reported.state = ReportedState::Finished;
  reported.finished_on = december(8);
  return reported;
}

ReportedPart only(std::optional<Date> ReportedPart::* field, Date day) {
  ReportedPart reported;
  reported.*field = day;
  return reported;
}

struct DayAlone {
  std::optional<Date> ReportedPart::* field;
  ProcedureState state;  ///< Of a part of which nothing else is known.
};

class DaysBesideAnEmptyState : public testing::TestWithParam<DayAlone> {};

TEST_P(DaysBesideAnEmptyState, SayHowFarTheWorkHasCome) {
  auto reported = only(GetParam().field, december(5));
  reported.authority = Authority::Region;
  const auto facts = after({}, reported, 10);
  EXPECT_EQ(state_on_day(facts, december(4), kClaimed), ProcedureState::Unknown);
  EXPECT_EQ(state_on_day(facts, december(5), kClaimed), GetParam().state);
  EXPECT_EQ(state_on_day(facts, december(10), kClaimed), GetParam().state);
}

TEST_P(DaysBesideAnEmptyState, TakeNoFinishBack) {
  const auto known = after({}, finished_at_region(), 10);
  const auto facts = after(known, only(GetParam().field, december(5)), 20);
  EXPECT_EQ(state_on_day(facts, december(8), kClaimed), ProcedureState::Finished);
  EXPECT_EQ(state_on_day(facts, december(20), kClaimed), ProcedureState::Finished);
}

INSTANTIATE_TEST_SUITE_P(Fields, DaysBesideAnEmptyState,
                         testing::Values(DayAlone{&ReportedPart::submitted_on, ProcedureState::Submitted},
                                         DayAlone{&ReportedPart::accepted_on, ProcedureState::InReview},
                                         DayAlone{&ReportedPart::handed_up_on, ProcedureState::HandedUp},
                                         DayAlone{&ReportedPart::finished_on, ProcedureState::Finished}));

TEST(HandedUpDay, AloneIsAnErrorWhereCityOrCountyDecide) {
  for (const auto authority : {Authority::City, Authority::County}) {
    auto reported = only(&ReportedPart::handed_up_on, december(5));
    reported.authority = authority;
    const auto revision = revise({}, reported, dekad_ending(10));
    ASSERT_TRUE(revision.refused);
    EXPECT_EQ(revision.issues.back().code, "handed_up_not_allowed");
  }
}

TEST(Involved, AloneTakesNotApplicableBack) {
  ReportedPart no;
  no.involved = false;
  ReportedPart yes;
  yes.involved = true;
  const auto ruled = after({}, no, 10);
  ASSERT_EQ(state_on_day(ruled, december(10), kClaimed), ProcedureState::NotApplicable);
  const auto revision = revise(ruled, yes, dekad_ending(20));
  EXPECT_EQ(state_on_day(revision.facts, december(20), kClaimed), ProcedureState::Unknown);
  ASSERT_EQ(revision.issues.size(), 1U);
  EXPECT_EQ(revision.issues.front().code, "applicability_changed");
}

TEST(Involved, BlankLeavesNotApplicable) {
  ReportedPart no;
  no.involved = false;
  ReportedPart person_only;
  person_only.responsible_person = "某人";
  const auto facts = after(after({}, no, 10), person_only, 20);
  EXPECT_EQ(state_on_day(facts, december(20), kClaimed), ProcedureState::NotApplicable);
}

}  // namespace
}  // namespace guatu::ledger
