#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/ledger/change_life.hpp"

namespace guatu::cli {
namespace {

using ledger::LifeAction;

/// --to names a unit or a project, as the action needs it.
ledger::LifeEvent event_from(LifeAction action, Date on, const Arguments& arguments) {
  ledger::LifeEvent event;
  event.action = action;
  event.on = on;
  event.reason = arguments.text("--reason");
  event.approval = arguments.text("--approval");
  event.name = arguments.text("--name");
  if (action == LifeAction::Merge) {
    event.to_project = ProjectId{arguments.text("--to")};
  } else {
    event.to_unit = UnitCode{arguments.text("--to")};
  }
  return event;
}

int run_project(const Shell& shell, const Arguments& arguments) {
  const auto& word = arguments.positionals().front();
  const auto action = ledger::find_life_action(word);
  if (!action)
    return shell.fail(
        make_error(ErrorKind::WrongUsage, word,
                   "不认识“" + word + "”，可用 join suspend resume withdraw end move rename merge split",
                   "\"" + word + "\" is none of join suspend resume withdraw end move rename merge split"));
  const auto on = arguments.find_day("--on");
  if (!on) return shell.fail(on.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto answer = usecases::change_life(shell.session(**store),
                                            {arguments.text("--project"), event_from(*action, **on, arguments)});
  if (!answer) return shell.fail(answer.error());
  if (shell.json())
    shell.document(json::encode_life_change(answer->project.text(), answer->created.text(), answer->seq));
  const auto words = ledger::life_action_words(*action);
  const auto created = answer->created.empty() ? std::string{} : " → " + answer->created.text();
  shell.say(Bilingual{
      "项目 " + answer->project.text() + created + " 自 " + format_iso(**on) + " 起" + words.zh + "，已记录",
      "project " + answer->project.text() + created + ": " + words.en + " from " + format_iso(**on) + ", recorded"});
  return kDone;
}

}  // namespace

Command project_command() {
  return {"project",
          {"项目增补、暂缓、恢复、调出、终止、划转、更名、合并、拆分",
           "a project's life: join, suspend, resume, withdraw, end, move, rename, merge, split"},
          {{"--project", "ID", {"项目编号（P0001）或项目代码", "project id (P0001) or project code"}, true},
           {"--on", "DAY", {"生效日，当日即生效", "day from which it takes effect"}, true},
           {"--reason", "TEXT", {"理由", "reason"}, true},
           {"--approval", "TEXT", {"批准依据", "approval"}, true},
           {"--to", "UNIT|ID", {"划转到的单位，或合并到的项目", "unit to move to, or project to merge into"}},
           {"--name", "NAME", {"新名称", "new name"}}},
          {{"ACTION",
            {"join suspend resume withdraw end move rename merge split",
             "join suspend resume withdraw end move rename merge split"},
            true,
            false}},
          run_project};
}

}  // namespace guatu::cli
