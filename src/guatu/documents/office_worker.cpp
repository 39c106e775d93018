#include "guatu/documents/office_worker.hpp"

#include <filesystem>

#include "guatu/documents/helper_process.hpp"
#include "guatu/documents/work_folder.hpp"

namespace guatu::documents {
namespace {

namespace fs = std::filesystem;

/// The fonts that official papers name, and what a free system has of the same kind: 楷体 for 楷体, 黑体 for 黑体, 宋体 for the others.
std::string font_settings() {
  const std::vector<std::pair<const char*, const char*>> stand_ins{
      {"仿宋_GB2312", "Noto Serif CJK SC"},   {"仿宋", "Noto Serif CJK SC"},
      {"楷体_GB2312", "AR PL UKai CN"},       {"楷体", "AR PL UKai CN"},
      {"黑体", "Noto Sans CJK SC"},           {"宋体", "Noto Serif CJK SC"},
      {"方正小标宋简体", "Noto Serif CJK SC"}};
  std::string xml =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
      "<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>";
  for (const auto& [named, stand_in] : stand_ins)
    xml += std::string("<alias binding=\"same\"><family>") + named + "</family><accept><family>" + stand_in +
           "</family><family>Noto Serif CJK SC</family><family>Noto Sans CJK SC</family></accept></alias>";
  return xml + "</fontconfig>";
}

Error not_converted(const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::Unsupported, "pdf",
                    "PDF 未能生成：" + zh + "；可用 WPS 或 Word 打开 docx、xlsx 另存为 PDF",
                    "no PDF was made: " + en + "; open the .docx and .xlsx and export them");
}

Error no_folder() {
  return make_error(ErrorKind::FileFailed, "pdf", "无法使用临时目录，请检查磁盘空间和权限",
                    "the temporary folder cannot be used; check disk space and rights");
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
  if (!write_bytes(fonts, font_settings())) return no_folder();
  std::vector<std::string> words{worker.program, "-env:UserInstallation=file://" + (path / "profile").string(),
                                 "--headless",   "--norestore",
                                 "--convert-to", "pdf",
                                 "--outdir",     path.string()};
  for (std::size_t i = 0; i < papers.size(); ++i) {
    words.push_back((path / inner_name(i, fs::path(papers[i].name).extension().string())).string());
    if (!write_bytes(words.back(), papers[i].bytes)) return no_folder();
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
