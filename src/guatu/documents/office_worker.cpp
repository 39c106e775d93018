#include "guatu/documents/office_worker.hpp"

#include <filesystem>

#include "guatu/documents/docx/close_gaps.hpp"
#include "guatu/documents/helper_process.hpp"
#include "guatu/documents/stand_in_fonts.hpp"
#include "guatu/documents/work_folder.hpp"

namespace guatu::documents {
namespace {

namespace fs = std::filesystem;

Error not_converted(const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::Unsupported, "pdf",
                    "PDF 未能生成：" + zh + "；可用 WPS 或 Word 打开 docx、xlsx 另存为 PDF",
                    "no PDF was made: " + en + "; open the .docx and .xlsx and export them");
}

Error no_folder() {
  return make_error(ErrorKind::FileFailed, "pdf", "无法使用临时目录，请检查磁盘空间和权限",
                    "the temporary folder cannot be used; check disk space and rights");
}

/// What the program is given of a paper; of one that is no .docx whatever its name says, its own bytes.
std::string for_picture(const reporting::Paper& paper) {
  if (!paper.name.ends_with(".docx")) return paper.bytes;
  auto closed = close_gaps(paper.bytes);
  if (!closed) return paper.bytes;
  return *std::move(closed);
}

/// Inside, files have numbers for names: nobody's locale has to understand them.
std::string inner_name(std::size_t index, const std::string& ending) {
  return std::to_string(index) + ending;
}

}  // namespace

Result<std::vector<reporting::Paper>> convert_to_pdf(const OfficeWorker& worker,
                                                     const std::vector<reporting::Paper>& papers) {
  const WorkFolder folder;
  const auto& path = folder.path();
  if (path.empty()) return no_folder();
  const auto fonts = path / "fonts.conf";
  if (!write_bytes(fonts, font_settings(worker.fonts))) return no_folder();
  std::vector<std::string> words{worker.program, "-env:UserInstallation=file://" + (path / "profile").string(),
                                 "--headless",   "--norestore",
                                 "--convert-to", "pdf",
                                 "--outdir",     path.string()};
  for (std::size_t i = 0; i < papers.size(); ++i) {
    words.push_back((path / inner_name(i, fs::path(papers[i].name).extension().string())).string());
    if (!write_bytes(words.back(), for_picture(papers[i]))) return no_folder();
  }
  const auto end = run_helper(words, {{"FONTCONFIG_FILE", fonts.string()}, {"HOME", path.string()}}, worker.time_limit);
  if (end == HelperEnd::OutOfTime)
    return not_converted(
        "LibreOffice 超过 " + std::to_string(worker.time_limit.count()) + " 秒未完成，已终止",
        "LibreOffice took longer than " + std::to_string(worker.time_limit.count()) + " s and was ended");
  if (end == HelperEnd::Failed) return not_converted("LibreOffice 出错退出", "LibreOffice failed");
  std::vector<reporting::Paper> converted;
  for (std::size_t i = 0; i < papers.size(); ++i) {
    auto bytes = read_bytes(path / inner_name(i, ".pdf"));
    if (!bytes.starts_with("%PDF-"))
      return not_converted("LibreOffice 没有转换“" + papers[i].name + "”（可能缺少 Writer 或 Calc 组件）",
                           "LibreOffice did not convert \"" + papers[i].name + "\" (Writer or Calc may be missing)");
    converted.push_back({fs::path(papers[i].name).replace_extension(".pdf").string(), std::move(bytes)});
  }
  return converted;
}

}  // namespace guatu::documents
