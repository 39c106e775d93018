#include <algorithm>

#include "guatu/cli/doctor/examination.hpp"
#include "guatu/cli/paper_output.hpp"

namespace guatu::cli {
namespace {

std::string number(std::size_t value) {
  return std::to_string(value);
}

/// Days after a dekad's end by which its bulletin is out. Source: rules 3; the office has one evening.
constexpr int kDaysToPublish = 5;

}  // namespace

void check_campaign(const Examination& examination, Findings& findings) {
  if (examination.ledger_error) {
    findings.push_back(
        {"campaign",
         Severity::Error,
         examination.ledger_error->message,
         {"没有攻坚行动就没有事项、单位和排名规则", "without one there are no procedures, units and rankings"},
         {"guatu init --campaign 目录", "guatu init --campaign DIR"}});
    return;
  }
  if (!examination.known) return;
  const auto& known = *examination.known;
  const auto& campaign = known.campaign();
  const auto projects = number(known.ledger.projects.size());
  const auto bulletins = number(known.publications.size());
  findings.push_back(
      {"campaign",
       Severity::Ok,
       {campaign.id + " " + campaign.version + "，" + projects + " 个项目，" + bulletins + " 期通报",
        campaign.id + " " + campaign.version + ", " + projects + " projects, " + bulletins + " bulletins"},
       {},
       {}});
}

void check_dekads(const Examination& examination, Findings& findings) {
  if (!examination.known) return;
  const auto& campaign = examination.known->campaign();
  const auto today = examination.shell.today();
  const auto dekad = last_ended_before(today);
  if (dekad < campaign.first_dekad || dekad.first_day() > campaign.ends_on) return;
  const auto* record = examination.known->find_dekad(dekad);
  const auto state =
      record == nullptr ? Bilingual{"无人上报", "without any return"} : reporting::dekad_state_words(record->state);
  const bool published = record != nullptr && record->state == reporting::DekadState::Published;
  const bool late = !published && today - dekad.last_day() > kDaysToPublish;
  DoctorCheck finding{"dekad",
                      late ? Severity::Warning : Severity::Ok,
                      {dekad_name_zh(dekad) + "：" + state.zh, format_dekad(dekad) + ": " + state.en},
                      {},
                      {}};
  if (late) {
    finding.why = {"旬末已过 " + std::to_string(today - dekad.last_day()) + " 天，尚未通报",
                   "it ended " + std::to_string(today - dekad.last_day()) + " days ago and is not published"};
    finding.remedy = {"催报（guatu chase），录齐后 lock、publish",
                      "chase what is missing (guatu chase), then lock and publish"};
  }
  findings.push_back(std::move(finding));
}

void check_paper_templates(const Examination& examination, Findings& findings) {
  if (!examination.known) return;
  const auto& templates = examination.known->version->paper_templates;
  const auto checked = check_templates(examination.shell.services(), templates);
  if (!checked) {
    const auto& error = checked.error();
    findings.push_back({"templates",
                        Severity::Error,
                        {error.subject + "：" + error.message.zh, error.subject + ": " + error.message.en},
                        {"用这个模板的文件生成不了", "no paper can be made with this template"},
                        {"改正模板后重新 init", "correct it and init again"}});
    return;
  }
  const auto count = number(templates.size());
  const Bilingual words = templates.empty() ? Bilingual{"公文模板用程序自带的", "the built-in templates of papers"}
                                            : Bilingual{"攻坚行动自带公文模板 " + count + " 个，均可用",
                                                        count + " templates of papers, all usable"};
  findings.push_back({"templates", Severity::Ok, words, {}, {}});
}

void check_calendar(const Examination& examination, Findings& findings) {
  if (!examination.known) return;
  const auto& campaign = examination.known->campaign();
  bool whole = true;
  for (int year = campaign.starts_on.year();
       year <= std::max(campaign.ends_on.year(), examination.shell.today().year()); ++year) {
    if (campaign.calendar.covers(year)) continue;
    whole = false;
    const auto name = std::to_string(year);
    findings.push_back({"calendar",
                        Severity::Error,
                        {"缺 " + name + " 年放假安排", "no holiday notice for " + name},
                        {"该年的法定时限按周末推算，遇节假日会差几天",
                         "legal limits of that year count weekends only and are days off at holidays"},
                        {"补充 calendar.toml 后重新 init", "add it to calendar.toml and init again"}});
  }
  if (whole)
    findings.push_back({"calendar", Severity::Ok, {"各年放假安排齐全", "every year has its holiday notice"}, {}, {}});
}

}  // namespace guatu::cli
