#include "guatu/ledger/state_on_day.hpp"

#include <gtest/gtest.h>

namespace guatu::ledger {
namespace {

using campaign::Completion;
constexpr auto Unknown = ProcedureState::Unknown, Finished = ProcedureState::Finished,
               HandedUp = ProcedureState::HandedUp, Returned = ProcedureState::Returned,
               InReview = ProcedureState::InReview, Submitted = ProcedureState::Submitted,
               Preparing = ProcedureState::Preparing, NotStarted = ProcedureState::NotStarted;

const Date kDay = Date::of(2022, 12, 10);

struct Case {
  const char* name;
  PartFacts facts;
  ProcedureState before, on, after;  ///< On the day before, on the day, on the day after.
};

PartFacts with(auto&& change) {
  PartFacts facts;
  change(facts);
  return facts;
}

DatedFact on(Date day) {
  return {day, false};
}

TEST(StateOnDay, EachRowOfTheTableAloneAndTwoTogether) {
  const std::vector<Case> cases{
      {"nothing", {}, Unknown, Unknown, Unknown},
      {"not applicable",
       with([](auto& f) { f.not_applicable = NotApplicable{kDay, NotApplicableReason::Exempt, {}, {}}; }), Unknown,
       ProcedureState::NotApplicable, ProcedureState::NotApplicable},
      {"finished", with([](auto& f) { f.finished = on(kDay); }), Unknown, Finished, Finished},
      {"handed up, region", with([](auto& f) {
         f.authority = Authority::Region;
         f.handed_up = on(kDay);
       }),
       Unknown, HandedUp, HandedUp},
      {"handed up, city: never", with([](auto& f) {
         f.authority = Authority::City;
         f.handed_up = on(kDay);
       }),
       Unknown, Unknown, Unknown},
      {"returned", with([](auto& f) { f.setbacks = {{on(kDay), SetbackKind::Correction}}; }), Unknown, Returned,
       Returned},
      {"in review", with([](auto& f) { f.accepted = {on(kDay)}; }), Unknown, InReview, InReview},
      {"submitted", with([](auto& f) { f.submitted = on(kDay); }), Unknown, Submitted, Submitted},
      {"preparing", with([](auto& f) { f.preparing = on(kDay); }), Unknown, Preparing, Preparing},
      {"not started", with([](auto& f) { f.not_started = on(kDay); }), Unknown, NotStarted, NotStarted},
      {"finished after being accepted", with([](auto& f) {
         f.accepted = {on(kDay - 9)};
         f.finished = on(kDay);
       }),
       InReview, Finished, Finished},
      {"not applicable wins over finished", with([](auto& f) {
         f.finished = on(kDay - 9);
         f.not_applicable = NotApplicable{kDay, NotApplicableReason::NotInvolved, {}, {}};
       }),
       Finished, ProcedureState::NotApplicable, ProcedureState::NotApplicable},
      {"returned on the day of acceptance is in review", with([](auto& f) {
         f.accepted = {on(kDay)};
         f.setbacks = {{on(kDay), SetbackKind::Rejection}};
       }),
       Unknown, InReview, InReview},
      {"returned the day after acceptance", with([](auto& f) {
         f.accepted = {on(kDay - 1)};
         f.setbacks = {{on(kDay), SetbackKind::Rejection}};
       }),
       InReview, Returned, Returned},
      {"accepted again", with([](auto& f) {
         f.accepted = {on(kDay - 5), on(kDay)};
         f.setbacks = {{on(kDay - 2), SetbackKind::Correction}};
       }),
       Returned, InReview, InReview},
      {"sent back by the final authority", with([](auto& f) {
         f.authority = Authority::State;
         f.handed_up = on(kDay - 5);
         f.sent_back_on = kDay;
         f.accepted = {on(kDay - 9)};
       }),
       HandedUp, InReview, InReview},
      {"handed up again", with([](auto& f) {
         f.authority = Authority::State;
         f.handed_up = on(kDay);
         f.sent_back_on = kDay - 3;
       }),
       Unknown, HandedUp, HandedUp},
      {"revoked from a day on", with([](auto& f) {
         f.finished = on(kDay - 9);
         f.revoked = Revocation{kDay, false, {}};
       }),
       Finished, Unknown, Unknown},
      {"revoked for false papers: never finished", with([](auto& f) {
         f.finished = on(kDay - 9);
         f.revoked = Revocation{kDay + 9, true, {}};
         f.accepted = {on(kDay - 20)};
       }),
       InReview, InReview, InReview}};
  for (const auto& c : cases) {
    EXPECT_EQ(state_on_day(c.facts, kDay - 1, Completion::Claimed), c.before) << c.name << ", the day before";
    EXPECT_EQ(state_on_day(c.facts, kDay, Completion::Claimed), c.on) << c.name << ", on the day";
    EXPECT_EQ(state_on_day(c.facts, kDay + 1, Completion::Claimed), c.after) << c.name << ", the day after";
  }
}

TEST(StateOnDay, UnderThePolicyConfirmedAClaimIsNotEnough) {
  PartFacts facts;
  facts.accepted = {on(kDay - 9)};
  facts.finished = on(kDay);
  EXPECT_EQ(state_on_day(facts, kDay, Completion::Confirmed), InReview);
  facts.confirmed_on = kDay + 1;
  EXPECT_EQ(state_on_day(facts, kDay, Completion::Confirmed), InReview);
  EXPECT_EQ(state_on_day(facts, kDay + 1, Completion::Confirmed), Finished);
}

TEST(Unverified, AnAssumedDayOrNeitherNumberNorPaper) {
  PartFacts facts;
  EXPECT_FALSE(unverified_on(facts, kDay, Completion::Claimed));
  facts.finished = DatedFact{kDay, true};
  facts.document_number = "某审字〔2022〕1号";
  EXPECT_TRUE(unverified_on(facts, kDay, Completion::Claimed));
  EXPECT_FALSE(unverified_on(facts, kDay - 1, Completion::Claimed));
  facts.finished->assumed = false;
  EXPECT_FALSE(unverified_on(facts, kDay, Completion::Claimed));
  facts.document_number.clear();
  EXPECT_TRUE(unverified_on(facts, kDay, Completion::Claimed));
  facts.has_paper = true;
  EXPECT_FALSE(unverified_on(facts, kDay, Completion::Claimed));
}

TEST(Overdue, TheDayAfterThePlanDateAndOnlyWhileOpen) {
  PartFacts facts;
  facts.planned = exact_day(kDay);
  EXPECT_FALSE(overdue_on(facts, kDay, Completion::Claimed));
  EXPECT_TRUE(overdue_on(facts, kDay + 1, Completion::Claimed));
  facts.finished = on(kDay + 1);
  EXPECT_FALSE(overdue_on(facts, kDay + 1, Completion::Claimed));
  facts.finished.reset();
  facts.planned = VagueDate{kDay - 9, kDay + 20, DatePrecision::Month, "12月"};
  EXPECT_FALSE(overdue_on(facts, kDay + 20, Completion::Claimed));
  EXPECT_TRUE(overdue_on(facts, kDay + 21, Completion::Claimed));
}

}  // namespace
}  // namespace guatu::ledger
