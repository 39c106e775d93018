#include "guatu/cli/command.hpp"
#include "guatu/cli/doctor/examination.hpp"
#include "guatu/cli/exit_code.hpp"

namespace guatu::cli {
namespace {

/// Every check, in the order in which an administrator would look.
constexpr void (*kChecks[])(const Examination&, Findings&) = {
    check_program, check_language, check_store,           check_database, check_store_file,
    check_disk,    check_campaign, check_clock,           check_calendar, check_dekads,
    check_backups, check_office,   check_paper_templates,
};

const char* mark_of(Severity severity) {
  switch (severity) {
    case Severity::Ok:
      return "✓ ";
    case Severity::Note:
      return "· ";
    case Severity::Warning:
      return "! ";
    case Severity::Error:
      return "✗ ";
  }
  return "";
}

void say(const Shell& shell, const DoctorCheck& check) {
  shell.say(mark_of(check.severity) + check.name + "：" + shell.pick(check.text));
  if (!check.why.zh.empty()) shell.say(shell.pick({"    影响：", "    why it matters: "}) + shell.pick(check.why));
  if (!check.remedy.zh.empty()) shell.say(shell.pick({"    处理：", "    what to do: "}) + shell.pick(check.remedy));
}

int run_doctor(const Shell& shell, const Arguments& arguments) {
  const auto examination = examine(shell, arguments.text("--backups"));
  Findings findings;
  for (const auto check : kChecks)
    check(examination, findings);
  for (const auto& finding : findings)
    say(shell, finding);
  if (shell.json()) shell.document(json::encode_doctor(findings));
  return json::is_well(findings) ? kDone : kRefused;
}

}  // namespace

Command doctor_command() {
  return {"doctor",
          {"检查本机和数据库，有问题时说明如何处理", "what is wrong with this machine or store, and what to do"},
          {{"--backups", "DIR", {"备份所在目录，一并检查", "folder of backups, to be looked at too"}}},
          {},
          run_doctor};
}

}  // namespace guatu::cli
