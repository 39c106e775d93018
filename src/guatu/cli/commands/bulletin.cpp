#include <algorithm>
#include <sstream>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/reporting/publish.hpp"

namespace guatu::cli {
namespace {

using usecases::Known;

Error nothing_published(const Dekad& dekad) {
  const auto name = format_dekad(dekad);
  return make_error(ErrorKind::NotFound, name, name + " 还没有通报；可用 --as-of 日期 生成草稿",
                    name + " has no such bulletin; make a draft with --as-of DAY");
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
    return usecases::load_papers(store, *newest);
  }
  for (const auto& publication : known.publications)
    if (publication.dekad == *dekad && publication.revision == *revision)
      return usecases::load_papers(store, publication);
  return nothing_published(*dekad);
}

/// The first asked format that does not exist.
std::optional<std::string> unknown_format(const std::string& formats) {
  std::istringstream list(formats);
  for (std::string format; std::getline(list, format, ',');)
    if (format != "docx" && format != "xlsx" && format != "json") return format;
  return std::nullopt;
}

/// Whether the paper's ending is among the asked ones, "docx,xlsx".
bool wanted(const std::string& name, const std::string& formats) {
  const auto ending = name.substr(name.find_last_of('.') + 1);
  return formats.empty() || ("," + formats + ",").find("," + ending + ",") != std::string::npos;
}

int run_bulletin(const Shell& shell, const Arguments& arguments) {
  const auto formats = arguments.text("--format");
  if (("," + formats + ",").find(",pdf,") != std::string::npos)
    return shell.fail(make_error(ErrorKind::Unsupported, "pdf", "本版本不直接生成 PDF，请用 WPS 或 Word 打开 docx 另存",
                                 "this version writes no PDF; open the .docx and export it"));
  if (const auto unknown = unknown_format(formats))
    return shell.fail(make_error(ErrorKind::WrongUsage, "--format",
                                 "--format 可用 docx、xlsx、json，没有“" + *unknown + "”",
                                 "--format takes docx, xlsx and json, not \"" + *unknown + "\""));
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  const auto papers = papers_for(shell, arguments, **store, *known);
  if (!papers) return shell.fail(papers.error());
  std::vector<std::string> paths;
  for (const auto& paper : *papers) {
    if (!wanted(paper.name, formats)) continue;
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
           {"--format", "LIST", {"docx,xlsx,json 中的若干", "some of docx,xlsx,json"}}},
          {},
          run_bulletin};
}

}  // namespace guatu::cli
