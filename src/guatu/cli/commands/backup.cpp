#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/signing_key.hpp"
#include "guatu/json/command_codec.hpp"

namespace guatu::cli {
namespace {

/// The key beside the backup, as private as the original; read before anything is written.
Result<std::optional<std::string>> key_to_keep(const Shell& shell, const Arguments& arguments) {
  if (!arguments.has("--with-key")) return std::optional<std::string>{};
  GUATU_TRY(const auto key, read_key(shell, arguments.text("--with-key")));
  const auto place = arguments.text("--out") + ".key";
  if (shell.services().read_file(place))
    return make_error(ErrorKind::Refused, place, place + " 已存在，不覆盖；请给备份换一个文件名",
                      place + " exists and is not written over; choose another name for the backup");
  return std::optional(key.can_sign() ? key.private_pem() : key.public_pem());
}

int run_backup(const Shell& shell, const Arguments& arguments) {
  const auto file = arguments.text("--out");
  if (file.empty())
    return shell.fail(make_error(ErrorKind::WrongUsage, "--out", "--out 应为备份文件的路径，如 copy.db",
                                 "--out must be the path of the copy, such as copy.db"));
  const auto key = key_to_keep(shell, arguments);
  if (!key) return shell.fail(key.error());
  const auto head = shell.services().back_up_store(shell.database_url(), file);
  if (!head) return shell.fail(head.error());
  if (*key)
    if (const auto written = shell.services().write_new_private_file(file + ".key", **key); !written)
      return shell.fail(written.error());
  if (shell.json()) shell.document(json::encode_backup(file, {}, *head));
  const auto number = std::to_string(head->seq);
  shell.say(Bilingual{"已备份到 " + file + "，并已读回核对：第 " + number + " 号提交，链首 " + head->digest,
                      "backed up to " + file + " and read back: commit " + number + ", head " + head->digest});
  if (*key)
    shell.say(Bilingual{"密钥一并存为 " + file + ".key，只有本人可读，请与备份分开保管",
                        "the key is kept as " + file + ".key, readable by you alone; keep it apart from the backup"});
  return kDone;
}

int run_restore(const Shell& shell, const Arguments& arguments) {
  const auto& backup = arguments.positionals().front();
  const auto url = shell.store_name();
  const auto restored = shell.services().restore_store(shell.database_url(), backup);
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
          {{"--out", "FILE", {"备份文件，不得已存在", "the copy; must not exist"}, true},
           {"--with-key",
            "FILE",
            {"同时另存签名密钥为 备份文件.key", "keep the signing key too, as the backup's name with .key"}}},
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
