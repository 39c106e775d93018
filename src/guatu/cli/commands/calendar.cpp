#include <cstdio>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/campaign_versions.hpp"

namespace guatu::cli {
namespace {

/// The campaign's calendar; without a store in sight the national one.
Result<WorkingCalendar> calendar_in_force(const Shell& shell) {
  if (!shell.store_in_sight()) return WorkingCalendar{national_exceptions(), national_years()};
  const auto store = shell.open_store();
  if (!store) return store.error();
  GUATU_TRY(const auto head, (*store)->find_head());
  GUATU_TRY(auto version, usecases::load_campaign(**store, head.seq));
  return std::move(version.campaign.calendar);
}

int run_calendar(const Shell& shell, const Arguments& arguments) {
  const auto from = arguments.find_day("--from");
  if (!from) return shell.fail(from.error());
  const auto to = arguments.find_day("--to");
  if (!to) return shell.fail(to.error());
  if (**to < **from)
    return shell.fail(make_error(ErrorKind::WrongUsage, "--to", "--to 不能早于 --from", "--to lies before --from"));
  const auto in_force = calendar_in_force(shell);
  if (!in_force) return shell.fail(in_force.error());
  const auto& calendar = *in_force;
  if (shell.json()) {
    shell.document(json::encode_calendar(calendar, **from, **to));
  } else {
    for (auto day = **from; day <= **to; day = day + 1) {
      const auto source = calendar.find_source(day);
      shell.say(format_iso(day) + "  " +
                shell.pick(calendar.is_working(day) ? Bilingual{"工作日", "working"} : Bilingual{"休息", "off"}) +
                (source ? "  " + *source : ""));
    }
  }
  for (int year = (*from)->year(); year <= (*to)->year(); ++year)
    if (!calendar.covers(year))
      std::fprintf(
          stderr, "%s\n",
          shell
              .pick({"警告：没有 " + std::to_string(year) + " 年放假安排，仅按周末推算，请在 calendar.toml 补充",
                     "warning: no holiday notice for " + std::to_string(year) +
                         "; weekends only, add it to calendar.toml"})
              .c_str());
  return kDone;
}

}  // namespace

Command calendar_command() {
  return {"calendar",
          {"工作日历", "working days"},
          {{"--from", "DAY", {"起始日", "first day"}, true}, {"--to", "DAY", {"截止日", "last day"}, true}},
          {},
          run_calendar};
}

}  // namespace guatu::cli
