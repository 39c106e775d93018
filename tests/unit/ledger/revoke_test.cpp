#include "guatu/ledger/revoke.hpp"

#include <gtest/gtest.h>

#include "guatu/ledger/revise.hpp"
#include "guatu/ledger/state_on_day.hpp"

// A completion taken back. Source: rules 2, "Revoked".
namespace guatu::ledger {
namespace {

constexpr auto kClaimed = campaign::Completion::Claimed;

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

PartFacts finished_facts() {
  PartFacts facts;
  facts.authority = Authority::City;
  facts.accepted = {{december(1), false}};
  facts.finished = DatedFact{december(5), false};
  return facts;
}

std::vector<std::string> said(const std::vector<Bilingual>& objections) {
  std::vector<std::string> texts;
  for (const auto& objection : objections)
    texts.push_back(objection.en);
  return texts;
}

TEST(Revoke, WhatCanBeTakenBackMeetsNoObjection) {
  EXPECT_TRUE(revocation_objections(finished_facts(), {december(5), false, "核查不实"}).empty());
  EXPECT_TRUE(revocation_objections(finished_facts(), {december(9), true, "核查不实"}).empty());
}

TEST(Revoke, EveryObjectionIsSaid) {
  EXPECT_EQ(
      said(revocation_objections({}, {december(5), false, ""})),
      (std::vector<std::string>{"give the reason for taking it back", "the procedure was never reported as finished"}));
  auto facts = finished_facts();
  facts.revoked = Revocation{december(8), false, "核查不实"};
  EXPECT_EQ(said(revocation_objections(facts, {december(4), false, "核查不实"})),
            (std::vector<std::string>{"the completion was taken back already, from 2022-12-08",
                                      "the day lies before that of finishing, 2022-12-05"}));
}

TEST(Revoke, FromTheEffectiveDayOrForFalsePapersFromTheClaim) {
  const auto state = [](bool false_papers, unsigned day) {
    return state_on_day(with_revocation(finished_facts(), {december(8), false_papers, "核查不实"}), december(day),
                        kClaimed);
  };
  EXPECT_EQ(state(false, 7), ProcedureState::Finished);
  EXPECT_EQ(state(false, 8), ProcedureState::InReview);
  EXPECT_EQ(state(true, 4), ProcedureState::InReview);
  EXPECT_EQ(state(true, 5), ProcedureState::InReview);
}

PartFacts reported(const PartFacts& before, ReportedState state, std::optional<Date> finished_on) {
  ReportedPart part;
  part.state = state;
  part.finished_on = finished_on;
  const auto revision = revise(before, part, {december(20), Date::of(2022, 11, 25), std::nullopt, "north"});
  EXPECT_FALSE(revision.refused);
  return revision.facts;
}

/// What the return says of today takes nothing back of the days on which it was finished.
TEST(Revoke, ALaterReturnLeavesThePastAsItWas) {
  const auto revoked = with_revocation(finished_facts(), {december(8), false, "核查不实"});
  const auto facts = reported(revoked, ReportedState::InReview, std::nullopt);
  EXPECT_EQ(facts, revoked);
  EXPECT_EQ(state_on_day(facts, december(7), kClaimed), ProcedureState::Finished);
  EXPECT_EQ(state_on_day(facts, december(20), kClaimed), ProcedureState::InReview);
}

TEST(Revoke, IsFinishedAnewByALaterDay) {
  const auto revoked = with_revocation(finished_facts(), {december(8), true, "核查不实"});
  const auto facts = reported(revoked, ReportedState::Finished, december(15));
  EXPECT_FALSE(facts.revoked);
  EXPECT_EQ(state_on_day(facts, december(14), kClaimed), ProcedureState::InReview);
  EXPECT_EQ(state_on_day(facts, december(15), kClaimed), ProcedureState::Finished);
}

}  // namespace
}  // namespace guatu::ledger
