#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/signing_key.hpp"
#include "guatu/json/head_codec.hpp"
#include "guatu/usecases/reporting/head_signing.hpp"

namespace guatu::cli {
namespace {

Error missing(const std::string& option, const std::string& action) {
  return make_error(ErrorKind::WrongUsage, option, "guatu key " + action + " 需要 " + option,
                    "guatu key " + action + " wants " + option);
}

int make_key(const Shell& shell, const Arguments& arguments) {
  const auto file = arguments.text("--out");
  if (file.empty()) return shell.fail(missing("--out", "new"));
  const auto key = ports::Sm2Key::make();
  // Both names are free, or neither file is written.
  for (const auto& path : {file, file + ".pub"})
    if (shell.services().read_file(path))
      return shell.fail(make_error(ErrorKind::Refused, path, path + " 已存在，不覆盖；请换一个文件名",
                                   path + " exists and is not written over; choose another name"));
  for (const auto& [path, pem] : {std::pair(file, key.private_pem()), std::pair(file + ".pub", key.public_pem())})
    if (const auto written = shell.services().write_new_private_file(path, pem); !written)
      return shell.fail(written.error());
  if (shell.json()) shell.document(json::encode_key(key.fingerprint(), key.public_pem(), file));
  shell.say(Bilingual{"私钥 " + file + "（只有本人可读，请离线另存一份，不要与库放在一起）",
                      "private key " + file + " (readable by you alone; keep a copy offline, not beside the store)"});
  shell.say(
      Bilingual{"公钥 " + file + ".pub（核验用，可公开），指纹 " + key.fingerprint(),
                "public key " + file + ".pub (for verifying, may be given away), fingerprint " + key.fingerprint()});
  return kDone;
}

int show_key(const Shell& shell, const Arguments& arguments) {
  if (arguments.text("--key").empty()) return shell.fail(missing("--key", "show"));
  const auto key = read_key(shell, arguments.text("--key"));
  if (!key) return shell.fail(key.error());
  if (shell.json()) shell.document(json::encode_key(key->fingerprint(), key->public_pem(), {}));
  shell.say(Bilingual{key->can_sign() ? "私钥，可签名和核验" : "公钥，可核验",
                      key->can_sign() ? "private key: signs and verifies" : "public key: verifies"});
  shell.say(Bilingual{"指纹 " + key->fingerprint(), "fingerprint " + key->fingerprint()});
  shell.say(key->public_pem());
  return kDone;
}

int sign_head(const Shell& shell, const Arguments& arguments) {
  const auto key = find_signing_key(shell, arguments);
  if (!key) return shell.fail(key.error());
  if (!*key) return shell.fail(missing("--key", "sign"));
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto signature = usecases::sign_head(shell.session(**store), **key);
  if (!signature) return shell.fail(signature.error());
  const auto text = json::encode_signed_head(*signature);
  if (arguments.has("--out"))
    if (const auto written = shell.services().write_file(arguments.text("--out"), text); !written)
      return shell.fail(written.error());
  if (shell.json()) shell.document(text);
  const auto number = std::to_string(signature->head.seq);
  shell.say(Bilingual{"已签名：第 " + number + " 号提交，链首 " + signature->head.digest,
                      "signed: commit " + number + ", head " + signature->head.digest});
  if (arguments.has("--out"))
    shell.say(Bilingual{"链头文件 " + arguments.text("--out") + "，请存放在库以外的地方",
                        "signed head in " + arguments.text("--out") + "; keep it away from the store"});
  return kDone;
}

int run_key(const Shell& shell, const Arguments& arguments) {
  const auto& action = arguments.positionals().front();
  if (action == "new") return make_key(shell, arguments);
  if (action == "show") return show_key(shell, arguments);
  if (action == "sign") return sign_head(shell, arguments);
  return shell.fail(make_error(ErrorKind::WrongUsage, action, "不认识“" + action + "”，可用 new show sign",
                               "\"" + action + "\" is none of new show sign"));
}

}  // namespace

Command key_command() {
  return {
      "key",
      {"签名密钥（SM2）：new 新建，show 查看，sign 给台账链头签名",
       "the office's SM2 key: new makes one, show tells of one, sign signs the head of the ledger"},
      {{"--key", "FILE", {"密钥文件（sign 缺省为 GUATU_KEY 所指）", "key file (sign: GUATU_KEY by default)"}},
       {"--out",
        "FILE",
        {"new：私钥写到此，公钥加 .pub；sign：链头文件", "new: private key, .pub beside it; sign: the signed head"}}},
      {{"ACTION", {"new show sign", "new show sign"}}},
      run_key};
}

}  // namespace guatu::cli
