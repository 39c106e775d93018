#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/paper_output.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/campaign_versions.hpp"

namespace guatu::cli {
namespace {

/// Without a campaign: a store that is there is brought to this program's schema, and what it holds stays as it is.
int run_upgrade(const Shell& shell) {
  const auto mode =
      shell.services().store_exists(shell.database_url()) ? OpenMode::CreateOrMigrate : OpenMode::Existing;
  const auto store = shell.open_store(mode);
  if (!store) return shell.fail(store.error());
  const auto head = (*store)->find_head();
  if (!head) return shell.fail(head.error());
  const auto loaded = usecases::load_campaign(**store, head->seq);
  if (!loaded) return shell.fail(loaded.error());
  const auto& campaign = loaded->campaign;
  if (shell.json())
    shell.document(
        json::encode_init({campaign.id, campaign.version, loaded->files_digest, false, head->seq, loaded->warnings}));
  const auto version = campaign.id + " " + campaign.version;
  shell.say(Bilingual{shell.store_name() + " 已是本程序的结构，攻坚行动 " + version + " 未作更改",
                      shell.store_name() + " has this program's schema; campaign " + version + " is unchanged"});
  return kDone;
}

int run_init(const Shell& shell, const Arguments& arguments) {
  if (!arguments.has("--campaign")) return run_upgrade(shell);
  if (arguments.text("--campaign").empty())
    return shell.fail(make_error(ErrorKind::WrongUsage, "--campaign", "--campaign 不能为空", "--campaign is empty"));
  const auto files = shell.services().read_campaign_directory(arguments.text("--campaign"));
  if (!files) return shell.fail(files.error());
  // Faults are found before anything is written: a refused campaign leaves no empty store behind.
  if (const auto checked = campaign::parse_campaign(*files); !checked) return shell.fail(checked.error());
  if (const auto checked = check_templates(shell.services(), usecases::paper_templates(*files)); !checked)
    return shell.fail(checked.error());
  const auto store = shell.open_store(OpenMode::CreateOrMigrate);
  if (!store) return shell.fail(store.error());
  const auto loaded = usecases::record_campaign(shell.session(**store), *files);
  if (!loaded) return shell.fail(loaded.error());
  const auto& campaign = loaded->version.campaign;
  if (shell.json())
    shell.document(json::encode_init({campaign.id, campaign.version, loaded->version.files_digest, loaded->changed,
                                      loaded->head.seq, loaded->version.warnings}));
  for (const auto& warning : loaded->version.warnings)
    shell.say("提醒 " + warning.place + "：" + shell.pick(warning.text));
  const auto version = campaign.id + " " + campaign.version;
  if (loaded->changed) {
    shell.say(Bilingual{
        "已载入攻坚行动“" + campaign.title.zh + "”（" + version + "），" + std::to_string(campaign.kinds.size()) +
            " 项手续，" + std::to_string(campaign.units.size()) + " 个单位",
        "loaded campaign \"" + campaign.title.en + "\" (" + version + "): " + std::to_string(campaign.kinds.size()) +
            " procedures, " + std::to_string(campaign.units.size()) + " units"});
  } else {
    shell.say(Bilingual{"攻坚行动 " + version + " 已是现行版本，未作更改",
                        "campaign " + version + " is in force already; nothing changed"});
  }
  return kDone;
}

}  // namespace

Command init_command() {
  return {"init",
          {"建库或升级，并载入攻坚行动", "create or migrate the store and load a campaign"},
          {{"--campaign",
            "DIR",
            {"攻坚行动目录，如 campaigns/example；已有的库可不写，只升级",
             "campaign directory, e.g. campaigns/example; without it a store that exists is only upgraded"}}},
          {},
          run_init};
}

}  // namespace guatu::cli
