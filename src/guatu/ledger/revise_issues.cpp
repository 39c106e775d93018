#include "guatu/ledger/revise_issues.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "guatu/base/contract.hpp"

namespace guatu::ledger {
namespace {

constexpr auto kError = Severity::Error;
constexpr auto kWarning = Severity::Warning;
constexpr auto kNote = Severity::Note;

constexpr std::array kWords{
    IssueWords{"state_contradiction", kError, "同一手续所填内容互相矛盾",
               "what is said of this procedure contradicts itself", "请改正其中一处：状态、是否涉及、时间与文号应一致",
               "correct one of the two: state, involvement, days and number must agree"},
    IssueWords{"date_after_report", kError, "日期 {detail} 晚于本旬截止日 {other}",
               "the day {detail} lies after the reporting date {other}", "尚未发生的请填在计划办结时间；填错的请改正",
               "put what has not happened yet into the plan date, or correct the day"},
    IssueWords{"date_in_published_dekad", kWarning, "日期 {detail} 在已通报的旬内，已收录，原通报不变",
               "the day {detail} lies in a published dekad; taken, the bulletin stays",
               "请核对日期；如属补报，无需处理", "check the day; a late report needs nothing more"},
    IssueWords{"date_order", kWarning, "时间先后不合理（申报、受理、上报、办结应依次不早于前者）",
               "the days are out of order (submitted, accepted, handed up, finished)", "请核对这两个日期",
               "check both days"},
    IssueWords{"handed_up_not_allowed", kError, "市级、旗县级审批的手续没有“已上报”状态",
               "a procedure decided by city or county cannot be handed up",
               "审批层级有误请改正，否则请填“已受理在办”或“办结”",
               "correct the authority, or report it as in review or finished"},
    IssueWords{"missing_authority", kError, "填了“已上报”，但没有审批层级",
               "it is reported as handed up, but its authority is missing", "请填写最终审批的层级",
               "fill in the level that decides in the end"},
    IssueWords{"authority_changed", kWarning, "审批层级由{detail}改为{other}",
               "the authority changed from {detail} to {other}", "请确认审批权限确有调整",
               "confirm that the authority has really changed"},
    IssueWords{"finished_without_date", kWarning, "办结没有时间，暂按 {detail} 计，列为已报未核",
               "finished without a day; taken as {detail} and unverified", "请补填办结时间和批复文号",
               "add the day and the document number"},
    IssueWords{"finished_by_evidence", kNote, "状态为空但有办结时间或批复文号，按办结收录",
               "no state beside a finish day or document number: taken as finished", "如未办结，请填写状态",
               "fill in the state if it is not finished"},
    IssueWords{"gone_backwards", kWarning, "状态倒退：上次为“{detail}”", "gone backwards: it was “{detail}” before",
               "如上次有误则无需处理，否则请改正本次状态",
               "nothing to do if the last report was wrong, otherwise correct this one"},
    IssueWords{"date_moved", kWarning, "时间由 {detail} 改为 {other}", "the day moved from {detail} to {other}",
               "上次填错的无需处理，否则请改正本次时间",
               "nothing to do if the last report was wrong, otherwise correct the day"},
    IssueWords{"plan_moved", kNote, "计划办结时间由 {detail} 改为 {other}",
               "the plan date moved from {detail} to {other}", "如非调整计划，请改正",
               "correct it unless the plan has changed"},
    IssueWords{"number_changed", kWarning, "批复文号由“{detail}”改为“{other}”",
               "the document number changed from “{detail}” to “{other}”", "上次填错的无需处理，否则请改正本次文号",
               "nothing to do if the last report was wrong, otherwise correct the number"},
    IssueWords{"applicability_changed:on", kWarning, "上次为不涉及，本次改为涉及",
               "it was not applicable before and is now", "请确认", "confirm it"},
    IssueWords{"applicability_changed:off", kWarning, "上次已在办理，本次改为不涉及",
               "it was under way before and is now not applicable", "请确认并写明不涉及理由",
               "confirm it and give the reason"},
    IssueWords{"revoked_completion", kError, "该办结已于 {detail} 被撤销", "this completion was revoked from {detail}",
               "重新办结的，请填写撤销之后的办结时间",
               "after finishing it again, give the new day, later than the revocation"},
};

std::string filled(std::string_view pattern, const std::string& detail, const std::string& other) {
  return fmt::format(fmt::runtime(pattern), fmt::arg("detail", detail), fmt::arg("other", other));
}

RevisionIssue issue(std::string_view code, ReportedField field, std::optional<ReportedField> other_field,
                    const Bilingual& detail = {}, const Bilingual& other = {}) {
  const auto* words = std::ranges::find(kWords, code, &IssueWords::code);
  GUATU_REQUIRE(words != kWords.end());
  return {words->severity,
          std::string(code.substr(0, code.find(':'))),
          field,
          other_field,
          {filled(words->zh, detail.zh, other.zh), filled(words->en, detail.en, other.en)},
          {std::string(words->remedy_zh), std::string(words->remedy_en)}};
}

Bilingual day_words(Date day) {
  return {format_iso(day), format_iso(day)};
}

}  // namespace

std::span<const IssueWords> issue_words() {
  return kWords;
}

RevisionIssue date_after_report(ReportedField field, Date day, Date report_day) {
  return issue("date_after_report", field, {}, day_words(day), day_words(report_day));
}

RevisionIssue date_in_published_dekad(ReportedField field, Date day) {
  return issue("date_in_published_dekad", field, {}, day_words(day));
}

RevisionIssue date_order(ReportedField field, ReportedField other) {
  return issue("date_order", field, other);
}

RevisionIssue state_contradiction(ReportedField field, ReportedField other) {
  return issue("state_contradiction", field, other);
}

RevisionIssue handed_up_not_allowed(ReportedField field) {
  return issue("handed_up_not_allowed", field, ReportedField::Authority);
}

RevisionIssue missing_authority(ReportedField field) {
  return issue("missing_authority", field, ReportedField::Authority);
}

RevisionIssue authority_changed(Authority before, Authority now) {
  return issue("authority_changed", ReportedField::Authority, {}, authority_words(before), authority_words(now));
}

RevisionIssue finished_without_date(Date assumed) {
  return issue("finished_without_date", ReportedField::Finished, ReportedField::State, day_words(assumed));
}

RevisionIssue finished_by_evidence(ReportedField field) {
  return issue("finished_by_evidence", field, ReportedField::State);
}

RevisionIssue gone_backwards(const std::string& before_zh, const std::string& before_en) {
  return issue("gone_backwards", ReportedField::State, {}, {before_zh, before_en});
}

RevisionIssue date_moved(ReportedField field, Date before, Date now) {
  return issue("date_moved", field, {}, day_words(before), day_words(now));
}

RevisionIssue plan_moved(const VagueDate& before, const VagueDate& now) {
  return issue("plan_moved", ReportedField::Planned, {}, day_words(before.last), day_words(now.last));
}

RevisionIssue number_changed(const std::string& before, const std::string& now) {
  return issue("number_changed", ReportedField::DocumentNumber, {}, {before, before}, {now, now});
}

RevisionIssue applicability_changed(bool now_applicable) {
  return issue(now_applicable ? "applicability_changed:on" : "applicability_changed:off", ReportedField::Involved, {});
}

RevisionIssue revoked_completion(Date effective_on) {
  return issue("revoked_completion", ReportedField::State, ReportedField::Finished, day_words(effective_on));
}

}  // namespace guatu::ledger
