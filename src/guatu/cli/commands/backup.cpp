#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"

namespace guatu::cli {
namespace {

int run_backup(const Shell& shell, const Arguments& arguments) {
  const auto file = arguments.text("--out");
  const auto head = shell.services().back_up_store(shell.database_url(), file);
  if (!head) return shell.fail(head.error());
  if (shell.json()) shell.document(json::encode_backup(file, {}, *head));
  const auto number = std::to_string(head->seq);
  shell.say(Bilingual{"已备份到 " + file + "，并已读回核对：第 " + number + " 号提交，链首 " + head->digest,
                      "backed up to " + file + " and read back: commit " + number + ", head " + head->digest});
  return kDone;
}

int run_restore(const Shell& shell, const Arguments& arguments) {
  const auto& backup = arguments.positionals().front();
  const auto url = shell.database_url();
  const auto restored = shell.services().restore_store(url, backup);
  if (!restored) return shell.fail(restored.error());
  const auto& [head, replaced] = *restored;
  if (shell.json()) shell.document(json::encode_backup(url, replaced, head));
  const auto number = std::to_string(head.seq);
  shell.say(Bilingual{"已由 " + backup + " 恢复 " + url + "：第 " + number + " 号提交，链首 " + head.digest,
                      url + " restored from " + backup + ": commit " + number + ", head " + head.digest});
  if (!replaced.empty())
    shell.say(
        Bilingual{"原来的库没有删除，现为 " + replaced, "the former store was not deleted, it is now " + replaced});
  return kDone;
}

}  // namespace

Command backup_command() {
  return {"backup",
          {"备份整个库（可在使用中进行）", "copy the whole store, also while it is in use"},
          {{"--out", "FILE", {"备份文件，不得已存在", "the copy; must not exist"}, true}},
          {},
          run_backup};
}

Command restore_command() {
  return {
      "restore",
      {"用备份恢复库，原来的库改名保留", "put a backup in the place of the store, which is kept under another name"},
      {},
      {{"FILE", {"备份文件", "a backup"}}},
      run_restore};
}

}  // namespace guatu::cli
