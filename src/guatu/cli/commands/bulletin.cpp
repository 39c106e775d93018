#include "guatu/cli/command.hpp"
#include "guatu/cli/commands/bulletin_words.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/paper_marks.hpp"
#include "guatu/cli/paper_output.hpp"
#include "guatu/cli/signing_key.hpp"
#include "guatu/json/head_codec.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/reporting/head_signing.hpp"
#include "guatu/usecases/reporting/publish.hpp"

namespace guatu::cli {
namespace {

using usecases::Known;

Error nothing_published(const Dekad& dekad) {
  const auto name = format_dekad(dekad);
  return make_error(ErrorKind::NotFound, name, name + " 还没有通报；可用 --as-of 日期 生成草稿",
                    name + " has no such bulletin; make a draft with --as-of DAY");
}

/// The stored papers, and beside them the signed head that covers them.
Result<std::vector<reporting::Paper>> published_papers(ports::Store& store, const reporting::Publication& publication) {
  GUATU_TRY(auto papers, usecases::load_papers(store, publication));
  GUATU_TRY(const auto signature, usecases::find_covering_signature(store, publication.seq));
  if (signature) papers.push_back({head_file_name(signature->head.seq), json::encode_signed_head(*signature)});
  return papers;
}

/// A draft's papers; `words` remembers what was written.
Result<std::vector<reporting::Paper>> draft_papers(const Shell& shell, const Arguments& arguments, ports::Store& store,
                                                   const Known& known, Date as_of, const BulletinWords& words) {
  GUATU_TRY(const auto marks, marks_of(arguments));
  const auto tally = usecases::tally_from_ledger(known.ledger, known.campaign(), as_of);
  GUATU_TRY(auto input, usecases::bulletin_input(store, known, tally, {dekad_of(as_of), as_of, 0, {}, marks}));
  if (arguments.has("--template")) {
    GUATU_TRY(input.bulletin_template,
              find_template(shell, arguments.text("--template"), known.version->paper_templates));
  }
  return words.renderer(shell.services())(input);
}

/// The stored papers of a dekad: of one revision, or of the newest.
Result<std::vector<reporting::Paper>> stored_papers(const Arguments& arguments, ports::Store& store, const Known& known,
                                                    const Dekad& dekad) {
  GUATU_TRY(const auto revision, arguments.find_number("--revision"));
  for (const char* option : {"--template", "--copy-number", "--secrecy", "--urgency", "--joint"})
    if (arguments.has(option))
      return make_error(
          ErrorKind::WrongUsage, option,
          std::string("已通报的文件不再改动，") + option +
              " 只用于 --as-of 草稿；通报的模板在攻坚行动 papers 目录里，其他在 publish 时给出",
          std::string("published papers never change: ") + option + " is for drafts with --as-of; give it to publish");
  if (!revision) {
    const auto* newest = known.find_publication(dekad);
    if (newest == nullptr) return nothing_published(dekad);
    return published_papers(store, *newest);
  }
  for (const auto& publication : known.publications)
    if (publication.dekad == dekad && publication.revision == *revision) return published_papers(store, publication);
  return nothing_published(dekad);
}

/// The stored papers of a publication, or a draft's fresh ones.
Result<std::vector<reporting::Paper>> papers_for(const Shell& shell, const Arguments& arguments, ports::Store& store,
                                                 const Known& known, const BulletinWords& words) {
  GUATU_TRY(const auto dekad, arguments.find_dekad("--dekad"));
  GUATU_TRY(const auto as_of, arguments.find_day("--as-of"));
  if (dekad.has_value() == as_of.has_value())
    return make_error(ErrorKind::WrongUsage, "bulletin", "请在 --dekad 和 --as-of 中给出一个",
                      "give one of --dekad and --as-of");
  return as_of ? draft_papers(shell, arguments, store, known, *as_of, words)
               : stored_papers(arguments, store, known, *dekad);
}

const std::vector<std::string> kFormats{"docx", "pdf", "xlsx", "json"};

int run_bulletin(const Shell& shell, const Arguments& arguments) {
  const auto formats = formats_of(arguments, kFormats, {"docx", "xlsx", "json"});
  if (!formats) return shell.fail(formats.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  const BulletinWords words;
  const auto papers = papers_for(shell, arguments, **store, *known, words);
  if (!papers) return shell.fail(papers.error());
  const auto wanted = in_formats(shell, *papers, *formats);
  if (!wanted) return shell.fail(wanted.error());
  const auto hint = words.length_hint();
  return write_papers(shell, arguments, *wanted, hint.zh.empty() ? std::vector<Bilingual>{} : std::vector{hint});
}

}  // namespace

Command bulletin_command() {
  return {"bulletin",
          {"取出已通报的文件，或生成草稿", "the papers of a published dekad, or a draft"},
          with_mark_options({{"--dekad", "DEKAD", {"已通报的旬", "published dekad"}},
                             {"--revision", "N", {"第几版（缺省：最新）", "revision (default: newest)"}},
                             {"--as-of", "DAY", {"按某日生成草稿", "draft as of a day"}},
                             {"--out", "DIR", {"输出目录", "folder to write into"}, true},
                             {"--template",
                              "NAME",
                              {"草稿的模板：.docx 文件，或 bulletin（文件）、brief（简报）等名称",
                               "template of a draft: a .docx file, or a name such as bulletin or brief"}},
                             {"--format",
                              "LIST",
                              {"docx,pdf,xlsx,json 中的若干（缺省：docx,xlsx,json）；pdf 需要 LibreOffice",
                               "some of docx,pdf,xlsx,json (default: docx,xlsx,json); pdf needs LibreOffice"}}}),
          {},
          run_bulletin};
}

}  // namespace guatu::cli
