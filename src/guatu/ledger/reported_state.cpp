#include "guatu/ledger/reported_state.hpp"

#include <algorithm>

#include "guatu/ledger/revise_issues.hpp"
#include "guatu/ledger/state_on_day.hpp"

namespace guatu::ledger {
namespace {

/// How far the work has come; setbacks stand beside a submitted one.
int step(ProcedureState state) {
  switch (state) {
    case ProcedureState::Finished:
      return 6;
    case ProcedureState::HandedUp:
      return 5;
    case ProcedureState::InReview:
      return 4;
    case ProcedureState::Returned:
    case ProcedureState::Submitted:
      return 3;
    case ProcedureState::Preparing:
      return 2;
    case ProcedureState::NotStarted:
      return 1;
    default:
      return 0;
  }
}

class Application {
 public:
  Application(PartFacts& facts, const ReportedPart& reported, const RevisionContext& context,
              std::vector<RevisionIssue>& issues)
      : facts_(facts),
        reported_(reported),
        context_(context),
        issues_(issues),
        before_(state_on_day(facts, context.report_day, campaign::Completion::Claimed)) {}

  void run(std::optional<ReportedState> state) {
    if (state == ReportedState::NotApplicable) return not_applicable();
    if (facts_.not_applicable && (state || says_applicable())) {
      issues_.push_back(applicability_changed(true));
      facts_.not_applicable.reset();
    }
    take_days();
    if (state) reach(*state);
  }

 private:
  /// 是 under 是否涉及, or a day on which something was done.
  [[nodiscard]] bool says_applicable() const {
    return reported_.involved == true || reported_.submitted_on || reported_.accepted_on || reported_.handed_up_on ||
           reported_.finished_on;
  }

  void reach(ReportedState state) {
    switch (state) {
      case ReportedState::Finished:
        return finished();
      case ReportedState::HandedUp:
        return handed_up();
      case ReportedState::CorrectionAsked:
        return set_back(SetbackKind::Correction);
      case ReportedState::Rejected:
        return set_back(SetbackKind::Rejection);
      case ReportedState::InReview:
        return in_review();
      case ReportedState::Submitted:
        return submitted();
      case ReportedState::Preparing:
        return earlier_step(ProcedureState::Preparing, facts_.preparing);
      case ReportedState::NotStarted:
        return earlier_step(ProcedureState::NotStarted, facts_.not_started);
      default:
        return;
    }
  }

  void not_applicable() {
    if (facts_.not_applicable) {
      if (reported_.not_applicable_reason) facts_.not_applicable->reason = *reported_.not_applicable_reason;
      return;
    }
    if (step(before_) >= step(ProcedureState::Submitted)) issues_.push_back(applicability_changed(false));
    facts_.not_applicable = NotApplicable{context_.campaign_starts_on,
                                          reported_.not_applicable_reason.value_or(NotApplicableReason::NotInvolved),
                                          context_.ruled_by,
                                          {}};
  }

  /// Reported days replace assumed and earlier ones, whatever the state.
  void take_days() {
    if (reported_.submitted_on) facts_.submitted = DatedFact{*reported_.submitted_on, false};
    if (reported_.handed_up_on && decides_above_city(facts_.authority)) take_hand_up(*reported_.handed_up_on);
    if (reported_.finished_on) take_finish(*reported_.finished_on);
    if (reported_.accepted_on) take_acceptance(*reported_.accepted_on);
  }

  [[nodiscard]] bool sent_back() const {
    return facts_.handed_up && facts_.sent_back_on && *facts_.sent_back_on >= facts_.handed_up->on &&
           *facts_.sent_back_on <= context_.report_day;
  }

  /// What came back stays on record; the next hand-up is a new round.
  void close_round() {
    facts_.earlier_hand_ups.push_back({*facts_.handed_up, *facts_.sent_back_on});
    facts_.handed_up.reset();
    facts_.sent_back_on.reset();
  }

  void take_hand_up(Date day) {
    if (sent_back() && day > *facts_.sent_back_on) close_round();
    facts_.handed_up = DatedFact{day, false};
  }

  void take_finish(Date day) {
    if (facts_.revoked && day > facts_.revoked->effective_on) facts_.revoked.reset();
    facts_.finished = DatedFact{day, reported_.finished_day_assumed};
  }

  void take_acceptance(Date day) {
    auto& accepted = facts_.accepted;
    for (auto& fact : accepted)
      if (fact.on == day) {
        fact.assumed = false;
        return;
      }
    const auto last_setback = facts_.setbacks.empty() ? std::nullopt : std::optional(facts_.setbacks.back().fact.on);
    const bool new_round =
        !accepted.empty() && last_setback && *last_setback > accepted.back().on && day > *last_setback;
    if (accepted.empty() || new_round) {
      accepted.push_back({day, false});
    } else {
      accepted.back() = {day, false};
    }
    std::ranges::sort(accepted, {}, &DatedFact::on);
  }

  /// The fact holds by the report day: as known, or assumed from then on.
  void hold(std::optional<DatedFact>& fact) const {
    if (!fact || (fact->assumed && fact->on > context_.report_day)) fact = DatedFact{context_.report_day, true};
  }

  [[nodiscard]] ProcedureState now() const {
    return state_on_day(facts_, context_.report_day, campaign::Completion::Claimed);
  }

  [[nodiscard]] bool by_now(const std::optional<DatedFact>& fact) const {
    return fact && fact->on <= context_.report_day;
  }

  void warn_if_backwards(ProcedureState now) {
    if (before_ == ProcedureState::NotApplicable || step(now) >= step(before_)) return;
    if (now == ProcedureState::Returned && before_ != ProcedureState::Finished) return;  // A setback is no mistake.
    const auto words = state_words(before_);
    issues_.push_back(gone_backwards(words.zh, words.en));
  }

  /// A finish that was taken back by now contradicts nothing: it stays on record for the days on which it held.
  void drop_finish() {
    if (now() != ProcedureState::Finished) return;
    facts_.finished.reset();
    facts_.revoked.reset();
  }

  void drop_hand_up() {
    if (!by_now(facts_.handed_up) || sent_back()) return;
    facts_.handed_up.reset();
    facts_.sent_back_on.reset();
  }

  void drop_acceptances() {
    std::erase_if(facts_.accepted, [&](const DatedFact& fact) { return fact.on <= context_.report_day; });
  }

  void drop_setbacks() {
    std::erase_if(facts_.setbacks, [&](const Setback& setback) { return setback.fact.on <= context_.report_day; });
  }

  void finished() {
    if (facts_.revoked && !reported_.finished_on) {
      issues_.push_back(revoked_completion(facts_.revoked->effective_on));
      return;
    }
    if (facts_.revoked) issues_.push_back(revoked_completion(facts_.revoked->effective_on));
    hold(facts_.finished);
    if (facts_.finished->assumed) issues_.push_back(finished_without_date(facts_.finished->on));
  }

  void handed_up() {
    warn_if_backwards(ProcedureState::HandedUp);
    drop_finish();
    if (sent_back()) close_round();  // The day beside it is that of the round that came back.
    hold(facts_.handed_up);
  }

  void set_back(SetbackKind kind) {
    warn_if_backwards(ProcedureState::Returned);
    drop_finish();
    if (now() == ProcedureState::HandedUp) facts_.sent_back_on = context_.report_day;
    const bool same =
        before_ == ProcedureState::Returned && !facts_.setbacks.empty() && facts_.setbacks.back().kind == kind;
    if (same && now() == ProcedureState::Returned) return;
    // Accepted and sent back on the same day: it is not accepted.
    std::erase_if(facts_.accepted, [&](const DatedFact& fact) { return fact.on == context_.report_day; });
    std::erase_if(facts_.setbacks, [&](const Setback& setback) { return setback.fact.on == context_.report_day; });
    facts_.setbacks.push_back({{context_.report_day, true}, kind});
    std::ranges::stable_sort(facts_.setbacks, {}, [](const Setback& setback) { return setback.fact.on; });
  }

  void in_review() {
    warn_if_backwards(ProcedureState::InReview);
    drop_finish();
    drop_hand_up();
    if (now() == ProcedureState::InReview) return;
    std::erase_if(facts_.accepted,
                  [&](const DatedFact& fact) { return fact.assumed && fact.on > context_.report_day; });
    facts_.accepted.push_back({context_.report_day, true});
    std::ranges::sort(facts_.accepted, {}, &DatedFact::on);
  }

  /// Submitted again after it came back: a new round (第 n 次申报), which takes nothing back.
  void submitted() {
    if (now() == ProcedureState::Submitted) return hold(facts_.submitted);
    if (now() != ProcedureState::Returned) return earlier_step(ProcedureState::Submitted, facts_.submitted);
    auto* last = &facts_.setbacks.front();
    for (auto& setback : facts_.setbacks)
      if (setback.fact.on <= context_.report_day) last = &setback;
    const bool later_day = reported_.submitted_on && *reported_.submitted_on > last->fact.on;
    last->answered_on = later_day ? *reported_.submitted_on : context_.report_day;
    hold(facts_.submitted);
  }

  void earlier_step(ProcedureState state, std::optional<DatedFact>& own) {
    warn_if_backwards(state);
    drop_finish();
    drop_hand_up();
    drop_acceptances();
    drop_setbacks();
    if (step(state) < step(ProcedureState::Submitted) && by_now(facts_.submitted)) facts_.submitted.reset();
    if (step(state) < step(ProcedureState::Preparing) && by_now(facts_.preparing)) facts_.preparing.reset();
    hold(own);
  }

  PartFacts& facts_;
  const ReportedPart& reported_;
  const RevisionContext& context_;
  std::vector<RevisionIssue>& issues_;
  ProcedureState before_;
};

}  // namespace

void apply_state(PartFacts& facts, std::optional<ReportedState> state, const ReportedPart& reported,
                 const RevisionContext& context, std::vector<RevisionIssue>& issues) {
  Application(facts, reported, context, issues).run(state);
}

}  // namespace guatu::ledger
