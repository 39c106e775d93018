#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/ledger/revoke_completion.hpp"

namespace guatu::cli {
namespace {

int run_revoke(const Shell& shell, const Arguments& arguments) {
  const auto on = arguments.find_day("--on");
  if (!on) return shell.fail(on.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto answer = usecases::revoke_completion(
      shell.session(**store), {arguments.text("--project"),
                               KindCode{arguments.text("--kind")},
                               arguments.text("--part"),
                               {**on, arguments.has("--false-papers"), arguments.text("--reason")}});
  if (!answer) return shell.fail(answer.error());
  if (shell.json()) shell.document(json::encode_life_change(answer->project.text(), {}, answer->seq));
  shell.say(Bilingual{"项目 " + answer->project.text() + " 的 " + arguments.text("--kind") + " 办结自 " +
                          format_iso(**on) + " 起撤销，已记录；已印发的通报不变",
                      "project " + answer->project.text() + ": the completion of " + arguments.text("--kind") +
                          " is taken back from " + format_iso(**on) + ", recorded; published bulletins stay"});
  return kDone;
}

}  // namespace

Command revoke_command() {
  return {"revoke",
          {"撤销一项手续的办结（材料虚假等）", "take back the completion of a procedure (false papers or otherwise)"},
          {{"--project", "ID", {"项目编号（P0001）或项目代码", "project id (P0001) or project code"}, true},
           {"--kind", "KIND", {"审批事项代码，如 environment", "kind of procedure, such as environment"}, true},
           {"--part", "PART", {"子项（有几个子项时）", "the part, when there are several"}},
           {"--on", "DAY", {"撤销之日，当日即生效", "day from which it takes effect"}, true},
           {"--reason", "TEXT", {"理由", "reason"}, true},
           {"--false-papers", "", {"因材料虚假", "because the papers were false"}}},
          {},
          run_revoke};
}

}  // namespace guatu::cli
