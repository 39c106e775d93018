#include <algorithm>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/office_packages.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::cli {
namespace {

using json::DoctorCheck;

std::string number(std::size_t value) {
  return std::to_string(value);
}

void check_program(const Shell& shell, std::vector<DoctorCheck>& checks, const std::string& program,
                   const Bilingual& purpose, const std::string& package) {
  const auto found = shell.services().find_program(program);
  if (found) {
    checks.push_back({program, true, {*found, *found}});
  } else {
    // Optional: the main work needs no helper program.
    checks.push_back({program,
                      true,
                      {"未安装（可选，用于" + purpose.zh + "）；安装：apt-get install " + package,
                       "not installed (optional, for " + purpose.en + "); apt-get install " + package}});
  }
}

void check_calendar(std::vector<DoctorCheck>& checks, const campaign::Campaign& campaign, Date today) {
  for (int year = campaign.starts_on.year(); year <= std::max(campaign.ends_on.year(), today.year()); ++year)
    if (!campaign.calendar.covers(year))
      checks.push_back(
          {"calendar",
           false,
           {"缺 " + std::to_string(year) + " 年放假安排，请补充 calendar.toml 后重新 init",
            "no holiday notice for " + std::to_string(year) + "; add it to calendar.toml and init again"}});
}

void check_store(const Shell& shell, std::vector<DoctorCheck>& checks) {
  const auto store = shell.open_store();
  if (!store) {
    checks.push_back({"store", false, store.error().message});
    return;
  }
  const auto known = usecases::load_newest(**store);
  if (!known) {
    checks.push_back({"campaign", false, known.error().message});
    return;
  }
  const auto& campaign = known->campaign();
  checks.push_back({"store",
                    true,
                    {shell.database_url() + "，第 " + std::to_string(known->head.seq) + " 号提交",
                     shell.database_url() + ", commit " + std::to_string(known->head.seq)}});
  checks.push_back({"campaign",
                    true,
                    {campaign.id + " " + campaign.version + "，" + number(known->ledger.projects.size()) + " 个项目，" +
                         number(known->publications.size()) + " 期通报",
                     campaign.id + " " + campaign.version + ", " + number(known->ledger.projects.size()) +
                         " projects, " + number(known->publications.size()) + " bulletins"}});
  if (shell.services().clock->now() < known->head.recorded_at)
    checks.push_back({"clock",
                      false,
                      {"系统时钟早于最后一次提交，请校准时间", "the clock is behind the last commit; set it right"}});
  check_calendar(checks, campaign, shell.today());
}

int run_doctor(const Shell& shell, const Arguments&) {
  std::vector<DoctorCheck> checks;
  checks.push_back({"version", true, {"guatu " + shell.services().version, "guatu " + shell.services().version}});
  check_store(shell, checks);
  check_program(shell, checks, "soffice", {"生成 PDF、另存旧格式表格", "PDF and old workbooks"}, kOfficePackages);
  bool ok = true;
  for (const auto& check : checks) {
    ok = ok && check.ok;
    shell.say((check.ok ? "✓ " : "✗ ") + check.name + "：" + shell.pick(check.text));
  }
  if (shell.json()) shell.document(json::encode_doctor(checks));
  return ok ? kDone : kRefused;
}

}  // namespace

Command doctor_command() {
  return {"doctor",
          {"检查本机和数据库，有问题时说明如何处理", "what is wrong with this machine or store, and what to do"},
          {},
          {},
          run_doctor};
}

}  // namespace guatu::cli
