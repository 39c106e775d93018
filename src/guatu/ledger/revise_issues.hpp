#pragma once

#include "guatu/ledger/revise.hpp"

/// The issues that a revision can raise, each with its words. Codes stand in docs/messages.
namespace guatu::ledger {

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
[[nodiscard]] RevisionIssue applicability_changed(bool now_applicable);
[[nodiscard]] RevisionIssue revoked_completion(Date effective_on);

}  // namespace guatu::ledger
