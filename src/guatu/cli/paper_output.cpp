#include "guatu/cli/paper_output.hpp"

#include <algorithm>
#include <iterator>

#include "guatu/base/text.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/office_packages.hpp"
#include "guatu/json/command_codec.hpp"

namespace guatu::cli {
namespace {

std::string ending_of(const reporting::Paper& paper) {
  return paper.name.substr(paper.name.find_last_of('.') + 1);
}

std::string listed(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : between) + word;
  return text;
}

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

/// Empty when every PDF has the fonts that its paper names.
Bilingual font_warning(const Shell& shell, const std::vector<reporting::Paper>& papers) {
  const auto families = shell.services().stand_in_fonts(papers);
  if (families.empty()) return {};
  return {
      "注意：本机缺少公文字体（方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体、宋体），PDF 用 " +
          listed(families, "、") +
          " 代替，换行和分页可能与正式稿不同；正式印发请在装有这些字体的电脑上用 docx 打印，或把字体放入 GUATU_FONTS "
          "所指的目录",
      "attention: fonts that official papers name are missing, so the PDFs were set with " + listed(families, ", ") +
          "; lines and pages may break elsewhere. Print the .docx where the fonts are installed, or put them into the "
          "folder that GUATU_FONTS names"};
}

}  // namespace

Result<std::set<std::string>> formats_of(const Arguments& arguments, const std::vector<std::string>& possible,
                                         const std::set<std::string>& fallback) {
  if (!arguments.has("--format")) return fallback;
  const auto words = split_any(arguments.text("--format"), ",，、");
  const auto list = listed(possible, ",");
  for (const auto& word : words)
    if (std::ranges::find(possible, word) == possible.end())
      return make_error(ErrorKind::WrongUsage, word, "--format 只能是 " + list + " 中的若干，没有“" + word + "”",
                        "--format takes some of " + list + ", not \"" + word + "\"");
  if (words.empty())
    return make_error(ErrorKind::WrongUsage, "--format", "--format 应给出 " + list + " 中的若干",
                      "--format wants some of " + list);
  return std::set<std::string>(words.begin(), words.end());
}

Result<std::vector<reporting::Paper>> in_formats(const Shell& shell, std::vector<reporting::Paper> papers,
                                                 const std::set<std::string>& formats) {
  std::vector<reporting::Paper> pdf;
  if (formats.contains("pdf")) {
    GUATU_TRY(pdf, as_pdf(shell, papers));
  }
  std::erase_if(papers, [&](const reporting::Paper& paper) { return !formats.contains(ending_of(paper)); });
  std::ranges::move(pdf, std::back_inserter(papers));
  return papers;
}

int write_papers(const Shell& shell, const Arguments& arguments, const std::vector<reporting::Paper>& papers,
                 const std::vector<Bilingual>& hints) {
  auto notes = hints;
  if (auto warning = font_warning(shell, papers); !warning.zh.empty()) notes.push_back(std::move(warning));
  std::vector<std::string> paths;
  for (const auto& paper : papers) {
    paths.push_back(arguments.text("--out") + "/" + paper.name);
    if (const auto written = shell.services().write_file(paths.back(), paper.bytes); !written)
      return shell.fail(written.error());
  }
  if (shell.json()) shell.document(json::encode_files(paths, notes));
  for (const auto& path : paths)
    shell.say(path);
  for (const auto& note : notes)
    shell.say(note);
  return kDone;
}

Result<void> check_templates(const Services& services, const std::map<std::string, std::string>& of_campaign) {
  for (const auto& [name, bytes] : of_campaign) {
    auto checked = name == "bulletin" ? services.check_bulletin_template(bytes) : services.check_paper_template(bytes);
    if (checked) continue;
    auto error = std::move(checked).error();
    error.subject = "papers/" + name + ".docx";
    return error;
  }
  return {};
}

Result<std::string> find_template(const Shell& shell, const std::string& wanted,
                                  const std::map<std::string, std::string>& of_campaign) {
  if (wanted.ends_with(".docx")) return shell.services().read_file(wanted);
  if (const auto found = of_campaign.find(wanted); found != of_campaign.end()) return found->second;
  if (const auto built_in = shell.services().built_in_template(wanted); !built_in.empty()) return std::string(built_in);
  auto names = std::set<std::string>{"bulletin", "brief", "letter", "plain", "page"};
  for (const auto& [name, bytes] : of_campaign)
    names.insert(name);
  const std::vector<std::string> list(names.begin(), names.end());
  return make_error(ErrorKind::NotFound, wanted, "没有模板“" + wanted + "”；可用 .docx 文件，或 " + listed(list, "、"),
                    "there is no template \"" + wanted + "\"; give a .docx file, or one of " + listed(list, ", "));
}

}  // namespace guatu::cli
