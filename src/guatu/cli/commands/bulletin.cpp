#include <algorithm>
#include <array>
#include <iterator>

#include "guatu/base/text.hpp"
#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/office_packages.hpp"
#include "guatu/cli/signing_key.hpp"
#include "guatu/json/command_codec.hpp"
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

/// The stored papers of a publication, or a draft's fresh ones.
Result<std::vector<reporting::Paper>> papers_for(const Shell& shell, const Arguments& arguments, ports::Store& store,
                                                 const Known& known) {
  GUATU_TRY(const auto dekad, arguments.find_dekad("--dekad"));
  GUATU_TRY(const auto revision, arguments.find_number("--revision"));
  GUATU_TRY(const auto as_of, arguments.find_day("--as-of"));
  if (dekad.has_value() == as_of.has_value())
    return make_error(ErrorKind::WrongUsage, "bulletin", "请在 --dekad 和 --as-of 中给出一个",
                      "give one of --dekad and --as-of");
  if (as_of) {
    const auto tally = usecases::tally_from_ledger(known.ledger, known.campaign(), *as_of);
    GUATU_TRY(const auto input, usecases::bulletin_input(store, known, tally, {dekad_of(*as_of), *as_of, 0, {}}));
    return shell.services().render_papers(input);
  }
  if (!revision) {
    const auto* newest = known.find_publication(*dekad);
    if (newest == nullptr) return nothing_published(*dekad);
    return published_papers(store, *newest);
  }
  for (const auto& publication : known.publications)
    if (publication.dekad == *dekad && publication.revision == *revision) return published_papers(store, publication);
  return nothing_published(*dekad);
}

constexpr std::array<std::string_view, 4> kFormats{"docx", "pdf", "xlsx", "json"};

/// The asked formats; without --format what is stored: docx, xlsx and json.
Result<std::vector<std::string>> formats_of(const Arguments& arguments) {
  if (!arguments.has("--format")) return std::vector<std::string>{"docx", "xlsx", "json"};
  auto formats = split_any(arguments.text("--format"), ",，、");
  for (const auto& format : formats)
    if (std::ranges::find(kFormats, format) == kFormats.end())
      return make_error(ErrorKind::WrongUsage, format,
                        "--format 只能是 docx,pdf,xlsx,json 中的若干，没有“" + format + "”",
                        "--format takes some of docx,pdf,xlsx,json, not \"" + format + "\"");
  if (formats.empty())
    return make_error(ErrorKind::WrongUsage, "--format", "--format 应给出 docx,pdf,xlsx,json 中的若干",
                      "--format wants some of docx,pdf,xlsx,json");
  return formats;
}

std::string ending_of(const reporting::Paper& paper) {
  return paper.name.substr(paper.name.find_last_of('.') + 1);
}

/// The bulletin and its attachments as PDF.
Result<std::vector<reporting::Paper>> as_pdf(const Shell& shell, const std::vector<reporting::Paper>& papers) {
  const auto program = shell.services().find_program("soffice");
  if (!program)
    return make_error(ErrorKind::Unsupported, "pdf",
                      "生成 PDF 需要 LibreOffice，本机没有安装：apt-get install " + std::string(kOfficePackages) +
                          "；也可用 WPS 或 Word 打开 docx、xlsx 另存",
                      "PDF needs LibreOffice, which is not installed: apt-get install " + std::string(kOfficePackages) +
                          "; or open the .docx and .xlsx and export them");
  std::vector<reporting::Paper> printable;
  for (const auto& paper : papers)
    if (ending_of(paper) == "docx" || ending_of(paper) == "xlsx") printable.push_back(paper);
  shell.progress({"正在转换 PDF…", "converting to PDF…"});
  return shell.services().convert_to_pdf(*program, printable);
}

Result<std::vector<reporting::Paper>> wanted_papers(const Shell& shell, std::vector<reporting::Paper> papers,
                                                    const std::vector<std::string>& formats) {
  const auto asked = [&](std::string_view format) { return std::ranges::find(formats, format) != formats.end(); };
  std::vector<reporting::Paper> pdf;
  if (asked("pdf")) {
    GUATU_TRY(pdf, as_pdf(shell, papers));
  }
  std::erase_if(papers, [&](const reporting::Paper& paper) { return !asked(ending_of(paper)); });
  std::ranges::move(pdf, std::back_inserter(papers));
  return papers;
}

int run_bulletin(const Shell& shell, const Arguments& arguments) {
  const auto formats = formats_of(arguments);
  if (!formats) return shell.fail(formats.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  const auto papers = papers_for(shell, arguments, **store, *known);
  if (!papers) return shell.fail(papers.error());
  const auto wanted = wanted_papers(shell, *papers, *formats);
  if (!wanted) return shell.fail(wanted.error());
  std::vector<std::string> paths;
  for (const auto& paper : *wanted) {
    paths.push_back(arguments.text("--out") + "/" + paper.name);
    if (const auto written = shell.services().write_file(paths.back(), paper.bytes); !written)
      return shell.fail(written.error());
  }
  if (shell.json()) shell.document(json::encode_files(paths));
  for (const auto& path : paths)
    shell.say(path);
  return kDone;
}

}  // namespace

Command bulletin_command() {
  return {"bulletin",
          {"取出已通报的文件，或生成草稿", "the papers of a published dekad, or a draft"},
          {{"--dekad", "DEKAD", {"已通报的旬", "published dekad"}},
           {"--revision", "N", {"第几版（缺省：最新）", "revision (default: newest)"}},
           {"--as-of", "DAY", {"按某日生成草稿", "draft as of a day"}},
           {"--out", "DIR", {"输出目录", "folder to write into"}, true},
           {"--format",
            "LIST",
            {"docx,pdf,xlsx,json 中的若干（缺省：docx,xlsx,json）；pdf 需要 LibreOffice",
             "some of docx,pdf,xlsx,json (default: docx,xlsx,json); pdf needs LibreOffice"}}},
          {},
          run_bulletin};
}

}  // namespace guatu::cli
