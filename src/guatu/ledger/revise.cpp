#include "guatu/ledger/revise.hpp"

#include <algorithm>

#include "guatu/ledger/reported_state.hpp"
#include "guatu/ledger/revise_issues.hpp"

namespace guatu::ledger {
namespace {

struct DatedField {
  ReportedField field;
  std::optional<Date> day;
};

/// In the order in which they happen.
std::vector<DatedField> dated_fields(const ReportedPart& reported) {
  return {{ReportedField::Submitted, reported.submitted_on},
          {ReportedField::Accepted, reported.accepted_on},
          {ReportedField::HandedUp, reported.handed_up_on},
          {ReportedField::Finished, reported.finished_on}};
}

/// The state that contradicts a day, by how far the work has come at least when that day is known.
bool day_fits_state(ReportedField field, ReportedState state) {
  switch (state) {
    case ReportedState::NotApplicable:
    case ReportedState::NotStarted:
    case ReportedState::Preparing:
      return false;
    case ReportedState::Submitted:
      return field == ReportedField::Submitted;
    case ReportedState::InReview:
      return field == ReportedField::Submitted || field == ReportedField::Accepted;
    case ReportedState::CorrectionAsked:
    case ReportedState::Rejected:
    case ReportedState::HandedUp:
    case ReportedState::ReportedToRegion:
      return field != ReportedField::Finished;
    case ReportedState::Finished:
      return true;
  }
  return true;
}

void check_contradictions(const ReportedPart& reported, std::vector<RevisionIssue>& issues) {
  const bool not_involved = reported.involved == false;
  if (not_involved && reported.state && *reported.state != ReportedState::NotApplicable)
    issues.push_back(state_contradiction(ReportedField::Involved, ReportedField::State));
  if (reported.involved == true && reported.state == ReportedState::NotApplicable)
    issues.push_back(state_contradiction(ReportedField::Involved, ReportedField::State));
  if (!reported.document_number.empty()) {
    const bool only_not_involved =
        !reported.not_applicable_reason || *reported.not_applicable_reason == NotApplicableReason::NotInvolved;
    const bool not_applicable = not_involved || reported.state == ReportedState::NotApplicable;
    // 沿用已有批复 and alike rest on a paper; plain 不涉及 and work not begun have none.
    if (not_applicable && only_not_involved)
      issues.push_back(state_contradiction(not_involved ? ReportedField::Involved : ReportedField::State,
                                           ReportedField::DocumentNumber));
    if (reported.state == ReportedState::NotStarted || reported.state == ReportedState::Preparing)
      issues.push_back(state_contradiction(ReportedField::State, ReportedField::DocumentNumber));
  }
  for (const auto& [field, day] : dated_fields(reported)) {
    if (!day) continue;
    if (not_involved) issues.push_back(state_contradiction(ReportedField::Involved, field));
    if (!not_involved && reported.state && !day_fits_state(field, *reported.state))
      issues.push_back(state_contradiction(ReportedField::State, field));
  }
}

void check_days(const PartFacts& before, const ReportedPart& reported, const RevisionContext& context,
                std::vector<RevisionIssue>& issues) {
  const auto known = [&](ReportedField field, Date day) {
    const auto same = [day](const std::optional<DatedFact>& fact) { return fact && fact->on == day; };
    switch (field) {
      case ReportedField::Submitted:
        return same(before.submitted);
      case ReportedField::Accepted:
        return std::ranges::any_of(before.accepted, [day](const DatedFact& fact) { return fact.on == day; });
      case ReportedField::HandedUp:
        return same(before.handed_up);
      default:
        return same(before.finished);
    }
  };
  std::optional<DatedField> earlier;
  for (const auto& dated : dated_fields(reported)) {
    if (!dated.day) continue;
    if (*dated.day > context.report_day)
      issues.push_back(date_after_report(dated.field, *dated.day, context.report_day));
    if (context.published_through && *dated.day <= *context.published_through && !known(dated.field, *dated.day))
      issues.push_back(date_in_published_dekad(dated.field, *dated.day));
    if (earlier && *dated.day < *earlier->day) issues.push_back(date_order(dated.field, earlier->field));
    earlier = dated;
  }
}

/// What was reported with its day or number before and is reported with another now. After a setback, days are new ones.
void check_moves(const PartFacts& before, const ReportedPart& reported, std::vector<RevisionIssue>& issues) {
  const auto moved = [&](ReportedField field, const std::optional<DatedFact>& was, const std::optional<Date>& now) {
    if (was && !was->assumed && now && was->on != *now) issues.push_back(date_moved(field, was->on, *now));
  };
  if (before.setbacks.empty()) {
    moved(ReportedField::Submitted, before.submitted, reported.submitted_on);
    if (before.accepted.size() == 1) moved(ReportedField::Accepted, before.accepted.front(), reported.accepted_on);
  }
  if (!before.sent_back_on) moved(ReportedField::HandedUp, before.handed_up, reported.handed_up_on);
  if (!before.revoked) moved(ReportedField::Finished, before.finished, reported.finished_on);
  if (before.planned && reported.planned && before.planned->last != reported.planned->last)
    issues.push_back(plan_moved(*before.planned, *reported.planned));
  if (!before.document_number.empty() && !reported.document_number.empty() &&
      before.document_number != reported.document_number)
    issues.push_back(number_changed(before.document_number, reported.document_number));
}

void merge_text(std::string& known, const std::string& said) {
  if (!said.empty()) known = said;
}

void merge_attributes(PartFacts& facts, const ReportedPart& reported, std::vector<RevisionIssue>& issues) {
  if (reported.authority) {
    if (facts.authority && *facts.authority != *reported.authority)
      issues.push_back(authority_changed(*facts.authority, *reported.authority));
    facts.authority = reported.authority;
    if (!facts.baseline_authority) facts.baseline_authority = reported.authority;
  }
  merge_text(facts.approver, reported.approver);
  merge_text(facts.responsible_person, reported.responsible_person);
  merge_text(facts.document_number, reported.document_number);
  merge_text(facts.receipt, reported.receipt);
  merge_text(facts.overdue_reason, reported.overdue_reason);
  merge_text(facts.note, reported.note);
  if (!reported.variant.empty()) facts.variant = reported.variant;
  if (reported.planned && facts.planned != reported.planned) {
    if (facts.planned) ++facts.plan_changes;
    facts.planned = reported.planned;
    if (!facts.baseline) facts.baseline = reported.planned;
  }
}

/// The state meant: as written, or finished by what stands beside an empty state. Other days speak for themselves: they
/// are facts, and an empty state beside them takes nothing back.
std::optional<ReportedState> meant_state(const ReportedPart& reported, std::vector<RevisionIssue>& issues) {
  if (reported.involved == false) return ReportedState::NotApplicable;
  if (reported.state) return reported.state;
  if (reported.finished_on || !reported.document_number.empty()) {
    issues.push_back(
        finished_by_evidence(reported.finished_on ? ReportedField::Finished : ReportedField::DocumentNumber));
    return ReportedState::Finished;
  }
  return std::nullopt;
}

/// 已报自治区: handed up where the region decides, in review where the state decides. Source: rules 2.
std::optional<ReportedState> at_its_level(ReportedState state, const ReportedPart& reported, const PartFacts& facts,
                                          std::vector<RevisionIssue>& issues) {
  if (state != ReportedState::HandedUp && state != ReportedState::ReportedToRegion) return state;
  const auto field = reported.state ? ReportedField::State : ReportedField::HandedUp;
  if (!facts.authority) {
    issues.push_back(missing_authority(field));
    return std::nullopt;
  }
  if (!decides_above_city(facts.authority)) {
    issues.push_back(handed_up_not_allowed(field));
    return std::nullopt;
  }
  if (state == ReportedState::ReportedToRegion)
    return *facts.authority == Authority::Region ? ReportedState::HandedUp : ReportedState::InReview;
  return state;
}

}  // namespace

Revision revise(const PartFacts& before, const ReportedPart& reported, const RevisionContext& context) {
  Revision revision{before, false, false, {}};
  check_contradictions(reported, revision.issues);
  check_days(before, reported, context, revision.issues);
  check_moves(before, reported, revision.issues);
  merge_attributes(revision.facts, reported, revision.issues);
  const auto meant = meant_state(reported, revision.issues);
  const auto claimed = !meant && reported.handed_up_on ? std::optional(ReportedState::HandedUp) : meant;
  const auto at_level = claimed ? at_its_level(*claimed, reported, revision.facts, revision.issues) : std::nullopt;
  if (at_level || !claimed)
    apply_state(revision.facts, meant ? at_level : std::nullopt, reported, context, revision.issues);
  revision.refused = std::ranges::any_of(revision.issues,
                                         [](const RevisionIssue& issue) { return issue.severity == Severity::Error; });
  if (revision.refused) revision.facts = before;
  revision.changed = revision.facts != before;
  return revision;
}

}  // namespace guatu::ledger
