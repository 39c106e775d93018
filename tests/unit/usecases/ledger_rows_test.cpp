#include "guatu/usecases/ledger/ledger_rows.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"

// The long form of the ledger: a row shows the days and the number on which its state rests, so that it contradicts itself
// nowhere and can be imported again. Source: contract 2, `ledger`.
namespace guatu::usecases {
namespace {

using ledger::DatedFact;
using ledger::PartFacts;

Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

/// "state submitted accepted handed_up finished number" of a part with these facts on 20 December.
std::string row_of(const PartFacts& facts) {
  Known known;
  auto version = std::make_shared<CampaignVersion>();
  version->campaign = testing::small_campaign();
  version->campaign.index();
  known.version = version;
  ledger::ProjectHistory project;
  project.record.id = ProjectId{"P0001"};
  project.record.name = "桥头镇污水处理厂";
  project.record.responsible = UnitCode{"north"};
  project.life = {{ledger::LifeAction::Join, Date::of(2022, 12, 1), "在库", "清单", {}, {}, {}, false}};
  project.parts = {{KindCode{"approval"}, "", facts}};
  known.ledger.projects = {project};
  const auto rows = ledger_rows(known, december(20));
  const auto column = [&](std::string_view name) {
    const auto place = std::ranges::find(kLedgerColumns, name) - kLedgerColumns.begin();
    return rows.front()[static_cast<std::size_t>(place)];
  };
  std::string text;
  for (const auto* name : {"state", "submitted_on", "accepted_on", "handed_up_on", "finished_on", "document_number"})
    text += (text.empty() ? "" : " ") + (column(name).empty() ? "-" : column(name));
  return text;
}

PartFacts finished_facts() {
  PartFacts facts;
  facts.authority = Authority::Region;
  facts.submitted = DatedFact{december(1), false};
  facts.accepted = {{december(2), false}};
  facts.handed_up = DatedFact{december(3), false};
  facts.finished = DatedFact{december(5), false};
  facts.document_number = "批1号";
  return facts;
}

TEST(LedgerRows, AFinishedPartShowsItsWholeWay) {
  EXPECT_EQ(row_of(finished_facts()), "finished 2022-12-01 2022-12-02 2022-12-03 2022-12-05 批1号");
}

TEST(LedgerRows, ACompletionTakenBackHasNoDay) {
  auto facts = finished_facts();
  facts.revoked = ledger::Revocation{december(8), false, "核查不实"};
  EXPECT_EQ(row_of(facts), "handed_up 2022-12-01 2022-12-02 2022-12-03 - 批1号");
}

TEST(LedgerRows, DaysOfAnEarlierRoundAreLeftOut) {
  auto facts = finished_facts();
  facts.finished.reset();
  facts.sent_back_on = december(6);
  facts.setbacks = {{{december(6), true}, ledger::SetbackKind::Correction, december(9)}};
  EXPECT_EQ(row_of(facts), "submitted 2022-12-01 - - - 批1号");
  facts.accepted.push_back({december(12), false});
  EXPECT_EQ(row_of(facts), "in_review 2022-12-01 2022-12-12 - - 批1号");
}

TEST(LedgerRows, WhatIsNotInvolvedHasNeitherDaysNorNumber) {
  auto facts = finished_facts();
  facts.not_applicable = ledger::NotApplicable{december(1), ledger::NotApplicableReason::NotInvolved, "north", {}};
  EXPECT_EQ(row_of(facts), "not_applicable - - - - -");
  facts.not_applicable->reason = ledger::NotApplicableReason::ExistingApproval;
  EXPECT_EQ(row_of(facts), "not_applicable - - - - 批1号");
}

}  // namespace
}  // namespace guatu::usecases
