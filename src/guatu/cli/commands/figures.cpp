#include <algorithm>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/cli/text_table.hpp"
#include "guatu/json/figures_codec.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/usecases/ledger/figures_on_day.hpp"

namespace guatu::cli {
namespace {

constexpr std::size_t kFaultsShown = 20;

void say_kinds(const Shell& shell, const counting::Figures& figures) {
  using enum ProcedureState;
  std::vector<std::vector<std::string>> rows{
      {shell.pick({"审批事项", "procedure"}), shell.pick({"涉及", "applicable"}),
       shell.pick({"未申报", "not submitted"}), shell.pick({"在办", "in work"}), shell.pick({"已上报", "handed up"}),
       shell.pick({"办结", "finished"}), shell.pick({"办结率", "rate"}), shell.pick({"不涉及", "not applicable"})}};
  for (const auto& kind : figures.by_kind) {
    const auto& counts = kind.counts;
    rows.push_back(
        {shell.pick(kind.name), std::to_string(counts.applicable()),
         std::to_string(counts.of(Unknown) + counts.of(NotStarted) + counts.of(Preparing) + counts.of(Returned)),
         std::to_string(counts.of(Submitted) + counts.of(InReview)), std::to_string(counts.of(HandedUp)),
         std::to_string(counts.of(Finished)), counts.strict.text(), std::to_string(counts.of(NotApplicable))});
  }
  std::vector<ColumnSide> sides(rows.front().size(), ColumnSide::Right);
  sides.front() = ColumnSide::Left;
  shell.say(shell.pick({"分事项（单位：项手续）", "by procedure (counts of procedures)"}));
  for (const auto& line : text_table(rows, sides))
    shell.say(line);
}

void say_faults(const Shell& shell, const std::vector<counting::Fault>& faults) {
  if (faults.empty()) return;
  const auto count = std::to_string(faults.size());
  shell.say(Bilingual{"台账缺漏 " + count + " 处", count + " gaps in the ledger"});
  for (std::size_t i = 0; i < std::min(faults.size(), kFaultsShown); ++i)
    shell.say("  " + faults[i].project.text() + " " + faults[i].name + "：" + shell.pick(faults[i].text));
  if (faults.size() > kFaultsShown)
    shell.say(shell.pick(
        {"  ……只列前 20 处，全部见 --json 的 faults", "  … the first 20 only; all of them: --json, faults"}));
}

int run_figures(const Shell& shell, const Arguments& arguments) {
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto& campaign = request->known.campaign();
  const auto numbers = usecases::numbers_on_day(*request->store, request->known, request->as_of);
  if (!numbers) return shell.fail(numbers.error());
  if (shell.json()) {
    shell.document(json::encode_figures(
        {campaign.id, campaign.version, request->as_of, request->known_at, request->known.head.seq}, campaign.policy,
        numbers->figures, numbers->carried));
    return kDone;
  }
  for (const auto& line : reporting::headline(campaign, numbers->figures, request->as_of))
    shell.say(line);
  say_kinds(shell, numbers->figures);
  say_faults(shell, numbers->figures.faults);
  return kDone;
}

}  // namespace

Command figures_command() {
  return {"figures",
          {"截至某日的办结情况", "the figures of a day"},
          {as_of_option(true), known_at_option()},
          {},
          run_figures};
}

}  // namespace guatu::cli
