#include "guatu/usecases/reporting/verify.hpp"

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"

namespace guatu::cli {
namespace {

int run_verify(const Shell& shell, const Arguments& arguments) {
  const auto seen = arguments.find_head("--head");
  if (!seen) return shell.fail(seen.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto answer = usecases::verify(**store, *seen, [&](std::int64_t done, std::int64_t total) {
    const auto count = std::to_string(done) + "/" + std::to_string(total);
    shell.progress({"正在核验通报 " + count, "verifying bulletins " + count});
  });
  if (!answer) return shell.fail(answer.error());
  if (shell.json())
    shell.document(json::encode_verify(
        {answer->commits, answer->publications, answer->papers, answer->head_digest, answer->fault}));
  if (answer->fault) {
    return shell.fail_with(kBroken, *answer->fault);
  }
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  shell.say(Bilingual{"核验无误：" + number(answer->commits) + " 次提交、" + number(answer->publications) +
                          " 期通报、" + number(answer->papers) + " 份文件，链首 " + answer->head_digest,
                      "all good: " + number(answer->commits) + " commits, " + number(answer->publications) +
                          " bulletins, " + number(answer->papers) + " papers, head " + answer->head_digest});
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
            "SEQ:DIGEST",
            {"通报上印的台账号和链头摘要，用来发现整条链被重算或截尾",
             "number and digest printed on a bulletin: shows a chain computed anew or cut off"}}},
          {},
          run_verify};
}

Command version_command() {
  return {"version", {"版本", "version"}, {}, {}, run_version};
}

}  // namespace guatu::cli
