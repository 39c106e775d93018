#include "guatu/cli/doctor/examination.hpp"
#include "guatu/cli/office_packages.hpp"

namespace guatu::cli {
namespace {

bool names_utf8(std::string value) {
  for (auto& letter : value)
    letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
  return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
}

/// The locale that holds for characters: the first of these that is set.
std::string character_locale(const Machine& machine) {
  for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (auto value = machine.environment(name); !value.empty()) return value;
  return {};
}

bool has_fonts(const Machine& machine) {
  for (const auto* folder : {"/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/arphic"}) {
    const auto files = machine.list_folder(folder);
    if (!files || files->empty()) return false;
  }
  return true;
}

/// Whether one of the fonts that official papers name lies where the office or a Chinese system puts fonts. By their files' usual
/// names: only somebody who has a licence has such a file.
bool has_named_fonts(const Machine& machine) {
  std::vector<std::string> folders{"/usr/share/fonts/chinese", "/usr/local/share/fonts",
                                   "/usr/share/fonts/truetype/fangsong"};
  if (auto own = machine.environment("GUATU_FONTS"); !own.empty()) folders.push_back(std::move(own));
  for (const auto& folder : folders) {
    const auto files = machine.list_folder(folder);
    if (!files) continue;
    for (const auto& file : *files)
      for (const auto* word : {"仿宋", "FangSong", "fangsong", "simfang", "SIMFANG"})
        if (file.path.find(word) != std::string::npos) return true;
  }
  return false;
}

/// The papers are right; only their pictures made here are set with other faces.
void check_named_fonts(const Examination& examination, Findings& findings) {
  if (has_named_fonts(examination.shell.services().machine)) {
    findings.push_back({"paper fonts", Severity::Ok, {"有公文字体", "fonts of official papers are there"}, {}, {}});
    return;
  }
  findings.push_back(
      {"paper fonts",
       Severity::Note,
       {"本机没有仿宋_GB2312、方正小标宋简体等公文字体", "fonts that official papers name are not on this machine"},
       {"PDF 用替代字体排版，换行和分页可能与正式稿不同；docx 不受影响",
        "PDFs are set with stand-ins, so lines and pages may break elsewhere; the .docx name the right fonts"},
       {"把有授权的字体文件放入一个目录，并设 GUATU_FONTS=该目录；或在装有字体的电脑上打印 docx",
        "put licensed font files into a folder and set GUATU_FONTS to it, or print the .docx where the fonts are"}});
}

}  // namespace

void check_program(const Examination& examination, Findings& findings) {
  const auto& version = examination.shell.services().version;
  findings.push_back({"version", Severity::Ok, {"guatu " + version, "guatu " + version}, {}, {}});
}

void check_language(const Examination& examination, Findings& findings) {
  const auto locale = character_locale(examination.shell.services().machine);
  if (names_utf8(locale)) {
    findings.push_back({"locale", Severity::Ok, {locale, locale}, {}, {}});
    return;
  }
  findings.push_back(
      {"locale",
       Severity::Note,
       {"终端的字符集不是 UTF-8（" + (locale.empty() ? "未设置" : locale) + "）",
        "the terminal's characters are not UTF-8 (" + (locale.empty() ? "not set" : locale) + ")"},
       {"命令行上的中文可能显示为乱码，数据不受影响", "Chinese text may look garbled here; data are not touched"},
       {"export LANG=C.UTF-8", "export LANG=C.UTF-8"}});
}

void check_office(const Examination& examination, Findings& findings) {
  const auto& services = examination.shell.services();
  const Bilingual install{std::string("apt-get install --no-install-recommends ") + kOfficePackages,
                          std::string("apt-get install --no-install-recommends ") + kOfficePackages};
  const auto program = services.find_program("soffice");
  // Optional: the main work needs no helper program.
  if (program)
    findings.push_back({"soffice", Severity::Ok, {*program, *program}, {}, {}});
  else
    findings.push_back(
        {"soffice",
         Severity::Note,
         {"LibreOffice 未安装（可选）", "LibreOffice is not installed (optional)"},
         {"不能生成 PDF，也不能读 .xls、.et、.ods 格式的上报表", "no PDF, and no returns as .xls, .et or .ods"},
         install});
  if (!program) return;
  check_named_fonts(examination, findings);
  if (has_fonts(services.machine)) return;
  findings.push_back(
      {"fonts",
       Severity::Note,
       {"缺少公文用的中文字体", "Chinese fonts for official papers are missing"},
       {"PDF 中的仿宋、楷体、黑体会被别的字体代替，版面可能走样", "PDFs use other faces, and their layout may shift"},
       install});
}

}  // namespace guatu::cli
