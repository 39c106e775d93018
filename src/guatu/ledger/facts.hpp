#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/campaign/authority.hpp"
#include "guatu/campaign/identifiers.hpp"
#include "guatu/values/vague_date.hpp"

/// What is known of one procedure part: dated facts and plain attributes. One revision holds all of them; the newest
/// revision known replaces the earlier ones wholly. Source: rules 2.
namespace guatu::ledger {

/// Something that is so from a day on. `assumed`: the day was not reported; it is the last day of the first dekad that
/// reported the fact, and later blanks never move it.
struct DatedFact {
  Date on;
  bool assumed = false;
  friend bool operator==(const DatedFact&, const DatedFact&) = default;
};

enum class NotApplicableReason { NotInvolved, Exempt, ExistingApproval, MergedProcessing, RegionalAssessment };
/// 不涉及 / 豁免 / 沿用已有批复 / 并联合并办理 / 区域评估替代; names "not_involved", "exempt", …
[[nodiscard]] std::string_view not_applicable_reason_name(NotApplicableReason reason);
[[nodiscard]] std::optional<NotApplicableReason> find_not_applicable_reason(std::string_view name);
[[nodiscard]] Bilingual not_applicable_reason_words(NotApplicableReason reason);

struct NotApplicable {
  Date ruled_on;  ///< Default: the campaign's first day.
  NotApplicableReason reason = NotApplicableReason::NotInvolved;
  std::string ruled_by;
  std::string note;
  friend bool operator==(const NotApplicable&, const NotApplicable&) = default;
};

enum class SetbackKind { Correction, Rejection };  ///< 补正, 退件

struct Setback {
  DatedFact fact;
  SetbackKind kind = SetbackKind::Correction;
  std::optional<Date> answered_on{};  ///< Submitted again (第 n 次申报), not accepted yet.
  friend bool operator==(const Setback&, const Setback&) = default;
};

/// Papers that were handed up and came back.
struct HandUpRound {
  DatedFact handed_up;
  Date sent_back_on;
  friend bool operator==(const HandUpRound&, const HandUpRound&) = default;
};

/// A completion taken back: for false papers from the claim date, otherwise from the effective date.
struct Revocation {
  Date effective_on;
  bool false_papers = false;
  std::string reason;
  friend bool operator==(const Revocation&, const Revocation&) = default;
};

/// An objection to a claim, shown beside every figure that it touches.
struct Dispute {
  Date raised_on;
  std::optional<Date> settled_on;
  std::optional<Date> due_on;
  UnitCode raised_by;
  std::string text;
  friend bool operator==(const Dispute&, const Dispute&) = default;
};

struct PartFacts {
  // Attributes
  std::optional<Authority> authority;        ///< As exercised.
  std::optional<Authority> legal_authority;  ///< Only when different.
  UnitCode line;                             ///< Empty: the kind's own line department.
  std::string approver;                      ///< 审批机关, the body that really decides.
  std::string responsible_person;            ///< Personal; bodies of records hold a salted digest.
  VariantCode variant;                       ///< Empty: the kind's first variant.
  std::string document_number;
  std::string receipt;         ///< Number or receipt of the handing up.
  std::string overdue_reason;  ///< Recorded reason for being past the plan date.
  std::string note;
  bool has_paper = false;  ///< An approval paper is on file.

  // Plan
  std::optional<VagueDate> planned;
  std::optional<VagueDate> baseline;  ///< First plan date known; later changes are counted against it.
  std::optional<Authority> baseline_authority;
  int plan_changes = 0;

  // Dated facts
  std::optional<NotApplicable> not_applicable;
  std::optional<DatedFact> not_started;
  std::optional<DatedFact> preparing;
  std::optional<DatedFact> submitted;
  std::vector<DatedFact> accepted;            ///< First acceptance, then every one after a setback, by day.
  std::vector<Setback> setbacks;              ///< By day.
  std::vector<HandUpRound> earlier_hand_ups;  ///< By day; the newest hand-up stands in `handed_up`.
  std::optional<DatedFact> handed_up;
  std::optional<Date> sent_back_on;  ///< The final authority sent the papers back.
  std::optional<DatedFact> finished;
  std::optional<Revocation> revoked;
  std::optional<Date> confirmed_on;  ///< By the line department's reviewer.
  std::vector<Dispute> disputes;

  friend bool operator==(const PartFacts&, const PartFacts&) = default;
};

}  // namespace guatu::ledger
