#include "guatu/ledger/state_on_day.hpp"

#include <algorithm>

namespace guatu::ledger {
namespace {

using campaign::Completion;

bool by(const std::optional<DatedFact>& fact, Date day) {
  return fact && fact->on <= day;
}

/// Revoked for false papers from the claim date, otherwise from the effective date.
bool revoked_by(const PartFacts& facts, Date day) {
  if (!facts.revoked) return false;
  const auto from = facts.revoked->false_papers && facts.finished ? facts.finished->on : facts.revoked->effective_on;
  return from <= day;
}

bool finished_by(const PartFacts& facts, Date day, Completion completion) {
  if (!by(facts.finished, day) || revoked_by(facts, day)) return false;
  return completion == Completion::Claimed || (facts.confirmed_on && *facts.confirmed_on <= day);
}

/// The hand-up that holds on the day: at region or state, and not sent back since.
std::optional<DatedFact> hand_up_by(const PartFacts& facts, Date day) {
  if (!decides_above_city(facts.authority)) return std::nullopt;
  if (by(facts.handed_up, day)) {
    const bool sent_back =
        facts.sent_back_on && *facts.sent_back_on <= day && *facts.sent_back_on >= facts.handed_up->on;
    return sent_back ? std::nullopt : facts.handed_up;
  }
  for (const auto& round : facts.earlier_hand_ups)
    if (round.handed_up.on <= day && day < round.sent_back_on) return round.handed_up;
  return std::nullopt;
}

std::optional<DatedFact> last_acceptance(const PartFacts& facts, Date day) {
  std::optional<DatedFact> last;
  for (const auto& accepted : facts.accepted)
    if (accepted.on <= day && (!last || last->on <= accepted.on)) last = accepted;
  return last;
}

const Setback* last_setback(const PartFacts& facts, Date day) {
  const Setback* last = nullptr;
  for (const auto& setback : facts.setbacks)
    if (setback.fact.on <= day && (last == nullptr || last->fact.on <= setback.fact.on)) last = &setback;
  return last;
}

struct Held {
  ProcedureState state = ProcedureState::Unknown;
  std::optional<DatedFact> since;
};

/// The table of rules 2, row by row; the first that applies.
Held held_on(const PartFacts& facts, Date day, Completion completion) {
  if (facts.not_applicable && facts.not_applicable->ruled_on <= day)
    return {ProcedureState::NotApplicable, DatedFact{facts.not_applicable->ruled_on, false}};
  if (finished_by(facts, day, completion)) return {ProcedureState::Finished, facts.finished};
  if (const auto handed_up = hand_up_by(facts, day)) return {ProcedureState::HandedUp, handed_up};
  const auto accepted = last_acceptance(facts, day);
  const auto* setback = last_setback(facts, day);
  const bool set_back = setback != nullptr && (!accepted || setback->fact.on > accepted->on);
  // Submitted again after it came back: no longer with the applicant, not accepted yet.
  const bool answered = set_back && setback->answered_on && *setback->answered_on <= day;
  if (set_back && !answered) return {ProcedureState::Returned, setback->fact};
  if (accepted && !set_back) return {ProcedureState::InReview, accepted};
  if (by(facts.submitted, day)) return {ProcedureState::Submitted, facts.submitted};
  if (by(facts.preparing, day)) return {ProcedureState::Preparing, facts.preparing};
  if (by(facts.not_started, day)) return {ProcedureState::NotStarted, facts.not_started};
  return {};
}

}  // namespace

ProcedureState state_on_day(const PartFacts& facts, Date day, Completion completion) {
  return held_on(facts, day, completion).state;
}

std::optional<DatedFact> state_since(const PartFacts& facts, Date day, Completion completion) {
  return held_on(facts, day, completion).since;
}

bool unverified_on(const PartFacts& facts, Date day, Completion completion) {
  if (state_on_day(facts, day, completion) != ProcedureState::Finished) return false;
  return facts.finished->assumed || (facts.document_number.empty() && !facts.has_paper);
}

bool overdue_on(const PartFacts& facts, Date day, Completion completion) {
  if (!facts.planned || day <= facts.planned->deadline()) return false;
  const auto state = state_on_day(facts, day, completion);
  return state != ProcedureState::Finished && state != ProcedureState::HandedUp &&
         state != ProcedureState::NotApplicable;
}

bool disputed_on(const PartFacts& facts, Date day) {
  return std::ranges::any_of(facts.disputes, [day](const Dispute& dispute) {
    return dispute.raised_on <= day && (!dispute.settled_on || day < *dispute.settled_on);
  });
}

}  // namespace guatu::ledger
