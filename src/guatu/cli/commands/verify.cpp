#include "guatu/usecases/reporting/verify.hpp"

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/signing_key.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/json/head_codec.hpp"

namespace guatu::cli {
namespace {

/// What is held against the store: a head as printed, or a signed one in a file; and a key.
Result<usecases::VerifyRequest> read_request(const Shell& shell, const Arguments& arguments,
                                             std::optional<ports::Sm2Key>& key) {
  usecases::VerifyRequest request;
  if (const auto head = arguments.text("--head"); head.ends_with(".json")) {
    GUATU_TRY(const auto text, shell.services().read_file(head));
    GUATU_TRY(request.signed_head, json::decode_signed_head(text, head));
  } else {
    GUATU_TRY(request.seen, arguments.find_head("--head"));
  }
  if (arguments.has("--key")) {
    GUATU_TRY(key, read_key(shell, arguments.text("--key")));
    request.key = &*key;
  }
  return request;
}

int run_verify(const Shell& shell, const Arguments& arguments) {
  std::optional<ports::Sm2Key> key;
  const auto request = read_request(shell, arguments, key);
  if (!request) return shell.fail(request.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto answer = usecases::verify(**store, *request, [&](std::int64_t done, std::int64_t total) {
    const auto count = std::to_string(done) + "/" + std::to_string(total);
    shell.progress({"正在核验通报 " + count, "verifying bulletins " + count});
  });
  if (!answer) return shell.fail(answer.error());
  if (shell.json())
    shell.document(
        json::encode_verify({answer->commits, answer->publications, answer->papers, answer->erased, answer->head_digest,
                             answer->fault, key ? std::optional(answer->signatures) : std::nullopt}));
  if (answer->fault) {
    return shell.fail_with(kBroken, *answer->fault);
  }
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  shell.say(Bilingual{"核验无误：" + number(answer->commits) + " 次提交、" + number(answer->publications) +
                          " 期通报、" + number(answer->papers) + " 份文件，链首 " + answer->head_digest,
                      "all good: " + number(answer->commits) + " commits, " + number(answer->publications) +
                          " bulletins, " + number(answer->papers) + " papers, head " + answer->head_digest});
  if (answer->erased > 0)
    shell.say(
        Bilingual{"其中 " + number(answer->erased) + " 项个人信息已按要求清除，链上只留摘要",
                  number(answer->erased) + " personal values were erased on request; the chain keeps their digests"});
  if (!key && request->signed_head)
    shell.say(Bilingual{"链头文件的签名没有核验；要核验请加 --key 公钥",
                        "the signature in the head's file was not checked; that wants --key PUBLIC_KEY"});
  if (key)
    shell.say(Bilingual{"签名 " + number(answer->signatures) + " 个，均为这把密钥所签，已覆盖全部通报",
                        number(answer->signatures) + " signatures, all made by this key, all bulletins covered"});
  return kDone;
}

int run_version(const Shell& shell, const Arguments&) {
  const auto& version = shell.services().version;
  if (shell.json()) shell.document("{\"name\":\"guatu\",\"version\":\"" + version + "\"}");
  shell.say("guatu " + version);
  return kDone;
}

}  // namespace

Command verify_command() {
  return {"verify",
          {"核验链、摘要、冻结数据、合计和文件", "verify chain, digests, frozen figures, sums and papers"},
          {{"--head",
            "SEQ:DIGEST|FILE",
            {"通报上印的台账号和链头摘要，或另存的 head-号码.json，用来发现整条链被重算或截尾",
             "number and digest printed on a bulletin, or a kept head-NUMBER.json: shows a chain computed anew or cut "
             "off"}},
           {"--key",
            "FILE",
            {"公钥（或私钥）：核验全部签名，且签名应覆盖已通报的内容",
             "public (or private) key: its signatures must hold and cover all that was published"}}},
          {},
          run_verify};
}

Command version_command() {
  return {"version", {"版本", "version"}, {}, {}, run_version};
}

}  // namespace guatu::cli
