#include <gtest/gtest.h>

#include "guatu/ledger/revise.hpp"

// What a later return says differently: days, the plan and the number. Source: rules 2; Plan 2.1 (figures have to be true).
namespace guatu::ledger {
namespace {

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

RevisionContext dekad_ending(unsigned day) {
  return {december(day), Date::of(2022, 11, 15), std::nullopt, "unit"};
}

ReportedPart first() {
  ReportedPart reported;
  reported.state = ReportedState::Finished;
  reported.authority = Authority::City;
  reported.submitted_on = december(1);
  reported.accepted_on = december(2);
  reported.finished_on = december(8);
  reported.planned = exact_day(december(20));
  reported.document_number = "样发〔2022〕1号";
  return reported;
}

std::vector<std::string> said(const ReportedPart& later) {
  const auto known = revise({}, first(), dekad_ending(10)).facts;
  std::vector<std::string> lines;
  for (const auto& issue : revise(known, later, dekad_ending(20)).issues)
    lines.push_back(issue.code + " " + issue.text.en);
  return lines;
}

TEST(Moves, TheSameAgainSaysNothing) {
  EXPECT_EQ(said(first()), std::vector<std::string>{});
}

TEST(Moves, EachDayIsNamedWithWhatItWas) {
  auto later = first();
  later.submitted_on = december(2);
  later.accepted_on = december(3);
  later.finished_on = december(9);
  EXPECT_EQ(said(later), (std::vector<std::string>{"date_moved the day moved from 2022-12-01 to 2022-12-02",
                                                   "date_moved the day moved from 2022-12-02 to 2022-12-03",
                                                   "date_moved the day moved from 2022-12-08 to 2022-12-09"}));
}

TEST(Moves, ThePlanAndTheNumber) {
  auto later = first();
  later.planned = exact_day(december(25));
  later.document_number = "样发〔2022〕2号";
  EXPECT_EQ(said(later),
            (std::vector<std::string>{
                "plan_moved the plan date moved from 2022-12-20 to 2022-12-25",
                "number_changed the document number changed from “样发〔2022〕1号” to “样发〔2022〕2号”"}));
}

TEST(Moves, BlanksMoveNothing) {
  EXPECT_EQ(said({}), std::vector<std::string>{});
}

TEST(Moves, ADayInPlaceOfAnAssumedOneIsNoMove) {
  ReportedPart undated;
  undated.state = ReportedState::Finished;
  const auto known = revise({}, undated, dekad_ending(10)).facts;
  auto dated = undated;
  dated.finished_on = december(7);
  EXPECT_TRUE(revise(known, dated, dekad_ending(20)).issues.empty());
}

TEST(Moves, AfterASetbackTheDaysOfTheNextRoundAreNew) {
  ReportedPart accepted;
  accepted.state = ReportedState::InReview;
  accepted.submitted_on = december(1);
  accepted.accepted_on = december(2);
  auto facts = revise({}, accepted, dekad_ending(10)).facts;
  ReportedPart back;
  back.state = ReportedState::Rejected;
  facts = revise(facts, back, dekad_ending(20)).facts;
  auto again = accepted;
  again.submitted_on = december(22);
  again.accepted_on = december(24);
  for (const auto& issue : revise(facts, again, dekad_ending(31)).issues)
    EXPECT_NE(issue.code, "date_moved");
}

}  // namespace
}  // namespace guatu::ledger
