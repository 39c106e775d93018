#include <gtest/gtest.h>

#include "guatu/ledger/revise.hpp"
#include "guatu/ledger/state_on_day.hpp"

// What came back and went in again: each return says the state of its day, and no earlier day changes. Source: rules 2.
namespace guatu::ledger {
namespace {

constexpr auto kFirst = 10U, kSecond = 20U, kThird = 31U;  // Last days of the dekads of December.

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

ReportedPart said(ReportedState state) {
  ReportedPart reported;
  reported.state = state;
  return reported;
}

class Rounds : public testing::Test {
 protected:
  void report(unsigned dekad_end, ReportedPart reported) {
    reported.authority = Authority::Region;
    const auto revision = revise(facts_, reported, {december(dekad_end), Date::of(2022, 11, 15), std::nullopt, "unit"});
    EXPECT_FALSE(revision.refused);
    for (const auto& issue : revision.issues)
      EXPECT_NE(issue.code, "gone_backwards");
    facts_ = revision.facts;
  }

  [[nodiscard]] ProcedureState on(unsigned day) const {
    return state_on_day(facts_, december(day), campaign::Completion::Claimed);
  }

  PartFacts facts_;
};

TEST_F(Rounds, HandedUpAgainKeepsTheRoundThatCameBack) {
  auto first = said(ReportedState::HandedUp);
  first.handed_up_on = december(8);
  report(kFirst, first);
  report(kSecond, said(ReportedState::CorrectionAsked));
  report(kThird, said(ReportedState::HandedUp));
  EXPECT_EQ(on(7), ProcedureState::Unknown);
  EXPECT_EQ(on(8), ProcedureState::HandedUp);
  EXPECT_EQ(on(19), ProcedureState::HandedUp);
  EXPECT_EQ(on(20), ProcedureState::Returned);
  EXPECT_EQ(on(30), ProcedureState::Returned);
  EXPECT_EQ(on(31), ProcedureState::HandedUp);
}

TEST_F(Rounds, TheDayOfTheRoundThatCameBackIsNotTheDayOfTheNext) {
  auto handed_up = said(ReportedState::HandedUp);
  handed_up.handed_up_on = december(8);
  report(kFirst, handed_up);
  report(kSecond, said(ReportedState::Rejected));
  report(kThird, handed_up);  // The form still shows the old day.
  EXPECT_EQ(on(19), ProcedureState::HandedUp);
  EXPECT_EQ(on(30), ProcedureState::Returned);
  EXPECT_EQ(on(31), ProcedureState::HandedUp);
}

TEST_F(Rounds, BackFromRegionAndInReviewKeepsTheHandUp) {
  auto first = said(ReportedState::HandedUp);
  first.handed_up_on = december(8);
  report(kFirst, first);
  report(kSecond, said(ReportedState::Rejected));
  report(kThird, said(ReportedState::InReview));
  EXPECT_EQ(on(10), ProcedureState::HandedUp);
  EXPECT_EQ(on(20), ProcedureState::Returned);
  EXPECT_EQ(on(31), ProcedureState::InReview);
}

TEST_F(Rounds, ReportedAsReturnedBesideItsHandUpIsReturned) {
  auto reported = said(ReportedState::CorrectionAsked);
  reported.handed_up_on = december(3);
  report(kFirst, reported);
  EXPECT_EQ(on(9), ProcedureState::HandedUp);
  EXPECT_EQ(on(10), ProcedureState::Returned);
}

TEST_F(Rounds, SubmittedAgainKeepsTheAcceptanceBefore) {
  auto first = said(ReportedState::InReview);
  first.accepted_on = december(5);
  report(kFirst, first);
  report(kSecond, said(ReportedState::Rejected));
  auto again = said(ReportedState::Submitted);
  again.submitted_on = december(25);
  report(kThird, again);
  EXPECT_EQ(on(4), ProcedureState::Unknown);
  EXPECT_EQ(on(5), ProcedureState::InReview);
  EXPECT_EQ(on(19), ProcedureState::InReview);
  EXPECT_EQ(on(20), ProcedureState::Returned);
  EXPECT_EQ(on(24), ProcedureState::Returned);
  EXPECT_EQ(on(25), ProcedureState::Submitted);
  EXPECT_EQ(on(31), ProcedureState::Submitted);
}

TEST_F(Rounds, StillSubmittedChangesNothing) {
  auto first = said(ReportedState::InReview);
  first.accepted_on = december(5);
  report(kFirst, first);
  report(kSecond, said(ReportedState::Rejected));
  report(kSecond + 5, said(ReportedState::Submitted));
  const auto before = facts_;
  report(kThird, said(ReportedState::Submitted));
  EXPECT_EQ(facts_, before);
  EXPECT_EQ(on(5), ProcedureState::InReview);
  EXPECT_EQ(on(24), ProcedureState::Returned);
  EXPECT_EQ(on(31), ProcedureState::Submitted);
}

TEST_F(Rounds, ReturnedASecondTimeIsReturned) {
  report(kFirst, said(ReportedState::Rejected));
  report(kSecond, said(ReportedState::Submitted));
  report(kThird, said(ReportedState::Rejected));
  EXPECT_EQ(on(10), ProcedureState::Returned);
  EXPECT_EQ(on(20), ProcedureState::Submitted);
  EXPECT_EQ(on(31), ProcedureState::Returned);
}

}  // namespace
}  // namespace guatu::ledger
