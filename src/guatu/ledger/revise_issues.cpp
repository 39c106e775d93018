#include "guatu/ledger/revise_issues.hpp"

namespace guatu::ledger {

RevisionIssue date_after_report(ReportedField field, Date day, Date report_day) {
  return {Severity::Error,
          "date_after_report",
          field,
          {},
          {"日期 " + format_iso(day) + " 晚于本旬截止日 " + format_iso(report_day),
           "the day " + format_iso(day) + " lies after the reporting date " + format_iso(report_day)},
          {"尚未发生的请填在计划办结时间；填错的请改正",
           "put what has not happened yet into the plan date, or correct the day"}};
}

RevisionIssue date_in_published_dekad(ReportedField field, Date day) {
  return {Severity::Warning,
          "date_in_published_dekad",
          field,
          {},
          {"日期 " + format_iso(day) + " 在已通报的旬内，已收录，原通报不变",
           "the day " + format_iso(day) + " lies in a published dekad; taken, the bulletin stays"},
          {"请核对日期；如属补报，无需处理", "check the day; a late report needs nothing more"}};
}

RevisionIssue date_order(ReportedField field, ReportedField other) {
  return {Severity::Warning,
          "date_order",
          field,
          other,
          {"时间先后不合理（申报、受理、上报、办结应依次不早于前者）",
           "the days are out of order (submitted, accepted, handed up, finished)"},
          {"请核对这两个日期", "check both days"}};
}

RevisionIssue state_contradiction(ReportedField field, ReportedField other) {
  return {
      Severity::Error,
      "state_contradiction",
      field,
      other,
      {"同一手续所填内容互相矛盾", "what is said of this procedure contradicts itself"},
      {"请改正其中一处：状态、是否涉及与时间应一致", "correct one of the two: state, involvement and days must agree"}};
}

RevisionIssue handed_up_not_allowed(ReportedField field) {
  return {Severity::Error,
          "handed_up_not_allowed",
          field,
          ReportedField::Authority,
          {"市级、旗县级审批的手续没有“已上报”状态", "a procedure decided by city or county cannot be handed up"},
          {"审批层级有误请改正，否则请填“已受理在办”或“办结”",
           "correct the authority, or report it as in review or finished"}};
}

RevisionIssue missing_authority(ReportedField field) {
  return {Severity::Error,
          "missing_authority",
          field,
          ReportedField::Authority,
          {"填了“已上报”，但没有审批层级", "it is reported as handed up, but its authority is missing"},
          {"请填写审批层级（国家级或省级）", "fill in the authority (state or region)"}};
}

RevisionIssue authority_changed(Authority before, Authority now) {
  const auto from = authority_words(before);
  const auto to = authority_words(now);
  return {Severity::Warning,
          "authority_changed",
          ReportedField::Authority,
          {},
          {"审批层级由" + from.zh + "改为" + to.zh, "the authority changed from " + from.en + " to " + to.en},
          {"请确认审批权限确有调整", "confirm that the authority has really changed"}};
}

RevisionIssue finished_without_date(Date assumed) {
  return {Severity::Warning,
          "finished_without_date",
          ReportedField::Finished,
          ReportedField::State,
          {"办结没有时间，暂按 " + format_iso(assumed) + " 计，列为已报未核",
           "finished without a day; taken as " + format_iso(assumed) + " and unverified"},
          {"请补填办结时间和批复文号", "add the day and the document number"}};
}

RevisionIssue finished_by_evidence(ReportedField field) {
  return {Severity::Note,
          "finished_by_evidence",
          field,
          ReportedField::State,
          {"状态为空但有办结时间或批复文号，按办结收录",
           "no state beside a finish day or document number: taken as finished"},
          {"如未办结，请填写状态", "fill in the state if it is not finished"}};
}

RevisionIssue gone_backwards(const std::string& before_zh, const std::string& before_en) {
  return {Severity::Warning,
          "gone_backwards",
          ReportedField::State,
          {},
          {"状态倒退：上次为“" + before_zh + "”", "gone backwards: it was \"" + before_en + "\" before"},
          {"如上次有误则无需处理，否则请改正本次状态",
           "nothing to do if the last report was wrong, otherwise correct this one"}};
}

RevisionIssue applicability_changed(bool now_applicable) {
  return now_applicable
             ? RevisionIssue{Severity::Warning,
                             "applicability_changed",
                             ReportedField::Involved,
                             {},
                             {"上次为不涉及，本次改为涉及", "it was not applicable before and is now"},
                             {"请确认", "confirm it"}}
             : RevisionIssue{Severity::Warning,
                             "applicability_changed",
                             ReportedField::Involved,
                             {},
                             {"上次已在办理，本次改为不涉及", "it was under way before and is now not applicable"},
                             {"请确认并写明不涉及理由", "confirm it and give the reason"}};
}

RevisionIssue revoked_completion(Date effective_on) {
  return {Severity::Error,
          "revoked_completion",
          ReportedField::State,
          ReportedField::Finished,
          {"该办结已于 " + format_iso(effective_on) + " 被撤销",
           "this completion was revoked from " + format_iso(effective_on)},
          {"重新办结的，请填写撤销之后的办结时间",
           "after finishing it again, give the new day, later than the revocation"}};
}

}  // namespace guatu::ledger
