#include "guatu/usecases/ledger/ledger_rows.hpp"

#include <algorithm>

#include "guatu/ledger/state_on_day.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"

namespace guatu::usecases {
namespace {

using ledger::DatedFact;
using ledger::PartFacts;

std::string day_text(const std::optional<DatedFact>& fact, Date as_of) {
  return fact && fact->on <= as_of ? format_iso(fact->on) : std::string{};
}

std::string vague_text(const std::optional<VagueDate>& date) {
  return date ? format_iso(date->last) : std::string{};
}

std::optional<DatedFact> last_acceptance(const PartFacts& facts, Date as_of) {
  std::optional<DatedFact> last;
  for (const auto& fact : facts.accepted)
    if (fact.on <= as_of) last = fact;
  return last;
}

std::string joined(const std::vector<UnitCode>& units) {
  std::string text;
  for (const auto& unit : units)
    text += (text.empty() ? "" : " ") + unit.text();
  return text;
}

/// How far a part has come when it is in this state: days of later steps were taken back, or belong to a round before.
int reached(ProcedureState state) {
  switch (state) {
    case ProcedureState::Finished:
      return 4;
    case ProcedureState::HandedUp:
    case ProcedureState::Returned:
      return 3;
    case ProcedureState::InReview:
      return 2;
    case ProcedureState::Submitted:
      return 1;
    default:
      return 0;
  }
}

/// A number beside work not begun, or beside plain 不涉及, would contradict it.
bool may_have_number(const PartFacts& facts, ProcedureState state) {
  if (state == ProcedureState::NotApplicable)
    return facts.not_applicable->reason != ledger::NotApplicableReason::NotInvolved;
  return reached(state) > 0;
}

/// Days and number that the state rests on: a row contradicts itself nowhere, so that it can be imported again.
void add_evidence(LedgerRow& row, const PartFacts& facts, ProcedureState state, Date as_of) {
  const int steps = reached(state);
  if (steps >= 1) row[16] = day_text(facts.submitted, as_of);
  if (steps >= 2) row[17] = day_text(last_acceptance(facts, as_of), as_of);
  if (steps >= 3) row[18] = day_text(facts.handed_up, as_of);
  if (steps >= 4) row[19] = day_text(facts.finished, as_of);
  if (may_have_number(facts, state)) row[21] = facts.document_number;
}

void add_facts(LedgerRow& row, const PlannedPart& part, Date as_of) {
  const auto* facts = part.procedure.facts;
  if (facts == nullptr) return;
  row[10] = facts->approver;
  row[11] = facts->variant.text();
  if (part.procedure.state == ProcedureState::NotApplicable)
    row[13] = std::string(not_applicable_reason_name(facts->not_applicable->reason));
  row[14] = vague_text(facts->planned);
  row[15] = vague_text(facts->baseline);
  add_evidence(row, *facts, part.procedure.state, as_of);
  row[22] = facts->responsible_person;
}

LedgerRow row_of(const ProjectPlan& plan, const PlannedPart& part, const campaign::Campaign& campaign, Date as_of,
                 bool carried) {
  const auto& history = *plan.project.history;
  const auto& record = history.record;
  const auto& procedure = part.procedure;
  const auto& kind = campaign.kinds[procedure.kind];
  LedgerRow row;
  row[0] = record.id.text();
  row[1] = record.code;
  row[2] = history.name_on(as_of);
  row[3] = plan.project.responsible.text();
  row[4] = joined(record.districts);
  row[5] = record.industry_department ? record.industry_department->text() : std::string{};
  row[6] = kind.code.text();
  row[7] = std::string(procedure.part);
  row[8] = procedure.authority ? std::string(authority_name(*procedure.authority)) : std::string{};
  row[9] =
      procedure.facts != nullptr && !procedure.facts->line.empty() ? procedure.facts->line.text() : kind.line.text();
  row[12] = std::string(state_name(procedure.state));
  add_facts(row, part, as_of);
  const bool assumed = procedure.state == ProcedureState::Finished && procedure.facts->finished->assumed;
  row[20] = assumed ? "true" : "false";
  row[23] = std::string(planning::light_name(part.light.light));
  row[24] = carried ? "true" : "false";
  return row;
}

}  // namespace

std::vector<LedgerRow> ledger_rows(const Known& known, Date as_of) {
  const auto& campaign = known.campaign();
  const auto carried = ledger::carried_units(known.ledger, as_of, campaign.first_dekad);
  std::vector<LedgerRow> rows;
  for (const auto& history : known.ledger.projects) {
    if (!history.in_campaign_on(as_of)) continue;
    const auto plan = plan_project(history, campaign, as_of, std::nullopt);
    const bool is_carried = std::ranges::find(carried, plan.project.responsible) != carried.end();
    for (const auto& part : plan.parts)
      rows.push_back(row_of(plan, part, campaign, as_of, is_carried));
  }
  return rows;
}

}  // namespace guatu::usecases
