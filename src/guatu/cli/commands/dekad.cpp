#include "guatu/cli/command.hpp"
#include "guatu/cli/commands/bulletin_words.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/paper_marks.hpp"
#include "guatu/cli/signing_key.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/usecases/reporting/dekad_steps.hpp"
#include "guatu/usecases/reporting/head_signing.hpp"

namespace guatu::cli {
namespace {

using reporting::DekadStep;

std::vector<OptionSpec> step_options() {
  return {{"--dekad", "DEKAD", {"旬，如 2022-12-D1", "dekad, like 2022-12-D1"}, true},
          {"--reason", "TEXT", {"理由", "reason"}},
          {"--dry-run", "", {"只检查，不办理", "check only"}}};
}

int run_step(const Shell& shell, const Arguments& arguments, DekadStep step) {
  const auto dekad = arguments.find_dekad("--dekad");
  if (!dekad) return shell.fail(dekad.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const bool dry_run = arguments.has("--dry-run");
  const auto answer = usecases::take_step(shell.session(**store), {**dekad, step, arguments.text("--reason"), dry_run});
  if (!answer) return shell.fail(answer.error());
  if (shell.json()) shell.document(json::encode_step(answer->dekad, dry_run, answer->seq));
  const auto words = reporting::dekad_state_words(answer->dekad.state);
  shell.say(Bilingual{dekad_name_zh(**dekad) + (dry_run ? "可以办理，办理后为" : "现为") + words.zh,
                      format_dekad(**dekad) + (dry_run ? " would be " : " is now ") + words.en});
  return kDone;
}

int run_open(const Shell& shell, const Arguments& arguments) {
  return run_step(shell, arguments, DekadStep::Open);
}
int run_lock(const Shell& shell, const Arguments& arguments) {
  return run_step(shell, arguments, DekadStep::Lock);
}
int run_reopen(const Shell& shell, const Arguments& arguments) {
  return run_step(shell, arguments, DekadStep::Reopen);
}

/// Published is published; only the signature is still owed.
Error unsigned_bulletin(Error error) {
  error.message.zh = "已通报，但链头没有签上名：" + error.message.zh + "；请运行 guatu key sign 补签";
  error.message.en = "published, but the head was not signed: " + error.message.en + "; run guatu key sign";
  return error;
}

std::vector<OptionSpec> publish_options() {
  auto options = step_options();
  options.push_back(
      {"--text",
       "FILE",
       {"用改过的文字通报：可改字句、删段落，数字不能改", "publish with these edited words; numbers stay"}});
  options.push_back({"--export-text",
                     "FILE",
                     {"导出通报文字供修改，不通报", "write the bulletin's words for editing; nothing is published"}});
  options.push_back(
      {"--key",
       "FILE",
       {"通报后用此私钥给台账链头签名（缺省：GUATU_KEY 所指，没有则不签）",
        "sign the head of the ledger with this private key afterwards (default: GUATU_KEY, or unsigned)"}});
  return with_mark_options(std::move(options));
}

int run_publish(const Shell& shell, const Arguments& arguments) {
  const auto dekad = arguments.find_dekad("--dekad");
  if (!dekad) return shell.fail(dekad.error());
  const auto marks = marks_of(arguments);
  if (!marks) return shell.fail(marks.error());
  // A key that cannot be read is known before anything is published.
  const auto key = find_signing_key(shell, arguments);
  if (!key) return shell.fail(key.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto words = BulletinWords::read(shell, arguments);
  if (!words) return shell.fail(words.error());
  const bool dry_run = arguments.has("--dry-run") || arguments.has("--export-text");
  const auto answer = usecases::publish(shell.session(**store), {**dekad, arguments.text("--reason"), dry_run, *marks},
                                        words->renderer(shell.services()));
  if (!answer) return shell.fail(answer.error());
  if (arguments.has("--export-text"))
    if (const auto written = shell.services().write_file(arguments.text("--export-text"), words->editable()); !written)
      return shell.fail(written.error());
  if (*key && !dry_run)
    if (const auto signature = usecases::sign_head(shell.session(**store), **key); !signature)
      return shell.fail(unsigned_bulletin(signature.error()));
  const auto hint = words->length_hint();
  if (shell.json()) {
    shell.document(json::encode_published(answer->publication, dry_run, answer->seq, hint));
    return kDone;
  }
  const auto revision = std::to_string(answer->publication.revision);
  shell.say(Bilingual{dekad_name_zh(**dekad) + (dry_run ? "可以通报（第 " : "已通报（第 ") + revision + " 版，" +
                          std::to_string(answer->publication.papers.size()) + " 份文件）",
                      format_dekad(**dekad) + (dry_run ? " can be published (revision " : " published (revision ") +
                          revision + ", " + std::to_string(answer->publication.papers.size()) + " papers)"});
  const auto known = usecases::load_campaign_version(**store, answer->publication.campaign_files);
  if (!known) return shell.fail(known.error());
  for (const auto& line : reporting::headline(known->campaign, answer->numbers.figures, answer->numbers.as_of))
    shell.say(line);
  if (!hint.zh.empty()) shell.say(hint);
  return kDone;
}

}  // namespace

Command open_command() {
  return {"open", {"开放一旬填报", "open a dekad"}, step_options(), {}, run_open};
}
Command lock_command() {
  return {"lock", {"锁定一旬，单位不再填报", "lock a dekad"}, step_options(), {}, run_lock};
}
Command reopen_command() {
  return {
      "reopen", {"重新开放已锁定或已通报的一旬", "reopen a locked or published dekad"}, step_options(), {}, run_reopen};
}
Command publish_command() {
  return {"publish",
          {"通报一旬：冻结数据、排名和文件", "publish a dekad: freeze figures, rankings and papers"},
          publish_options(),
          {},
          run_publish};
}

}  // namespace guatu::cli
