#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/facts.hpp"

/// From what a return says about a part to the next revision of its facts. The one rule for table, screen and API.
/// Source: rules 2, the points below its table.
namespace guatu::ledger {

/// A state as reported, before the deciding level is considered.
enum class ReportedState {
  NotApplicable,  ///< 不涉及
  NotStarted,
  Preparing,
  Submitted,
  InReview,
  HandedUp,          ///< 要件已上报最终审批部门
  ReportedToRegion,  ///< 已报自治区: handed up where the region decides, in review where the state decides
  CorrectionAsked,   ///< 补正
  Rejected,          ///< 退件
  Finished,
};

/// What a return says; none or empty means that it says nothing, which never erases a fact.
struct ReportedPart {
  std::optional<bool> involved;  ///< 是否涉及
  std::optional<NotApplicableReason> not_applicable_reason;
  std::optional<ReportedState> state;
  std::optional<Date> submitted_on, accepted_on, handed_up_on, finished_on;
  std::optional<VagueDate> planned;
  std::optional<Authority> authority;
  std::string approver, responsible_person, document_number, receipt, overdue_reason, note;
  VariantCode variant;
  bool finished_day_assumed = false;  ///< The finish day is none that a unit wrote: an exported ledger comes back.
};

/// Which reported field an issue is about, so that intake can name its cell.
enum class ReportedField {
  Involved,
  NotApplicableReason,
  State,
  Authority,
  Planned,
  Submitted,
  Accepted,
  HandedUp,
  Finished,
  DocumentNumber,
  Approver,
  Person,
  Variant,
  Note
};

enum class Severity { Error, Warning, Note };

struct RevisionIssue {
  Severity severity = Severity::Warning;
  std::string code;  ///< Of docs/messages: "date_after_report", "handed_up_not_allowed", "finished_without_date", …
  ReportedField field = ReportedField::State;
  std::optional<ReportedField> other;  ///< The field that it contradicts.
  Bilingual text;
  Bilingual remedy;
};

struct Revision {
  PartFacts facts;  ///< Equal to `before` when nothing changed or when an issue is an error.
  bool changed = false;
  bool refused = false;  ///< At least one issue is an error.
  std::vector<RevisionIssue> issues;
};

struct RevisionContext {
  Date report_day;          ///< The dekad's last day for a table, today for the screen: no fact may lie after it.
  Date campaign_starts_on;  ///< Default day of a not-applicable ruling.
  std::optional<Date>
      published_through;  ///< Last day of the newest published dekad: dates up to it are taken with a warning.
  std::string ruled_by;   ///< Who says 不涉及.
};

[[nodiscard]] Revision revise(const PartFacts& before, const ReportedPart& reported, const RevisionContext& context);

}  // namespace guatu::ledger
