#pragma once

#include <span>
#include <string_view>

#include "guatu/ledger/revise.hpp"

/// The issues that a revision can raise, each with its words. The table is part of docs/messages.
namespace guatu::ledger {

struct IssueWords {
  std::string_view code;  ///< What follows a colon tells words apart and is not published.
  Severity severity;
  std::string_view zh, en;  ///< With {detail} for a day, a level or a state, and {other} for a second one.
  std::string_view remedy_zh, remedy_en;
};

/// In the order of docs/messages.md.
[[nodiscard]] std::span<const IssueWords> issue_words();

[[nodiscard]] RevisionIssue date_after_report(ReportedField field, Date day, Date report_day);
[[nodiscard]] RevisionIssue date_in_published_dekad(ReportedField field, Date day);
[[nodiscard]] RevisionIssue date_order(ReportedField field, ReportedField other);
[[nodiscard]] RevisionIssue state_contradiction(ReportedField field, ReportedField other);
[[nodiscard]] RevisionIssue handed_up_not_allowed(ReportedField field);
[[nodiscard]] RevisionIssue missing_authority(ReportedField field);
[[nodiscard]] RevisionIssue authority_changed(Authority before, Authority now);
[[nodiscard]] RevisionIssue finished_without_date(Date assumed);
[[nodiscard]] RevisionIssue finished_by_evidence(ReportedField field);
[[nodiscard]] RevisionIssue gone_backwards(const std::string& before_zh, const std::string& before_en);
[[nodiscard]] RevisionIssue date_moved(ReportedField field, Date before, Date now);
[[nodiscard]] RevisionIssue plan_moved(const VagueDate& before, const VagueDate& now);
[[nodiscard]] RevisionIssue number_changed(const std::string& before, const std::string& now);
[[nodiscard]] RevisionIssue applicability_changed(bool now_applicable);
[[nodiscard]] RevisionIssue revoked_completion(Date effective_on);

}  // namespace guatu::ledger
