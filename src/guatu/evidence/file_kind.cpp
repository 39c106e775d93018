#include "guatu/evidence/file_kind.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/evidence/zip_names.hpp"

namespace guatu::evidence {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestName = 200;

constexpr std::string_view kPdf[] = {"pdf"}, kOfd[] = {"ofd"}, kPng[] = {"png"}, kJpeg[] = {"jpg", "jpeg"},
                           kWord[] = {"docx"}, kSheet[] = {"xlsx"};
const KindOfFile kKinds[] = {
    {"pdf", "application/pdf", kPdf, FileKind::Pdf, true},
    {"ofd", "application/ofd", kOfd, FileKind::Ofd, false},
    {"png", "image/png", kPng, FileKind::Png, true},
    {"jpeg", "image/jpeg", kJpeg, FileKind::Jpeg, true},
    {"word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", kWord, FileKind::Word, false},
    {"sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kSheet, FileKind::Sheet, false},
};

constexpr auto kPngHead = "\x89PNG\r\n\x1a\n"sv;
constexpr auto kPngTail = "IEND\xae\x42\x60\x82"sv;
constexpr auto kJpegHead = "\xff\xd8\xff"sv;
constexpr auto kJpegTail = "\xff\xd9"sv;

const Bilingual& taken_kinds() {
  static const Bilingual kWords{
      "可上传 PDF、OFD、JPG、PNG、docx、xlsx；其他格式请先转成 PDF，压缩包请解开后逐个上传",
      "PDF, OFD, JPG, PNG, docx and xlsx are taken; turn anything else into PDF, and send the "
      "files of an archive one by one"};
  return kWords;
}

Bilingual with_remedy(const Bilingual& text) {
  return {text.zh + "。" + taken_kinds().zh, text.en + "; " + taken_kinds().en};
}

std::string lower(std::string_view text) {
  std::string low(text);
  std::ranges::transform(low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return low;
}

bool has(const std::vector<std::string_view>& names, std::string_view wanted) {
  return std::ranges::find(names, wanted) != names.end();
}

/// Macros and embedded programs, whatever the container is called.
bool brings_programs(const std::vector<std::string_view>& names) {
  return std::ranges::any_of(names, [](std::string_view name) {
    const auto low = lower(name);
    return low.ends_with("vbaproject.bin") || low.find("/activex/") != std::string::npos || low.ends_with(".exe") ||
           low.ends_with(".dll") || low.ends_with(".js") || low.ends_with(".vbs");
  });
}

FileJudgement judge_container(std::string_view bytes) {
  const auto names = zip_names(bytes);
  if (!names) return {{}, {with_remedy({"文件不完整或已损坏", "the file is damaged or not whole"})}};
  FileJudgement judgement;
  if (has(*names, "OFD.xml")) judgement.kind = FileKind::Ofd;
  if (has(*names, "word/document.xml")) judgement.kind = FileKind::Word;
  if (has(*names, "xl/workbook.xml")) judgement.kind = FileKind::Sheet;
  if (!judgement.kind)
    judgement.objections.push_back(
        with_remedy({"这是压缩包或不认识的格式", "this is an archive, or a kind not known"}));
  if (brings_programs(*names))
    judgement.objections.push_back(
        {"文件内含宏或程序，不予接收；请另存为不含宏的文件或 PDF",
         "the file brings macros or programs and is not taken; save it without them, or as PDF"});
  return judgement;
}

bool is_whole(FileKind kind, std::string_view bytes) {
  switch (kind) {
    case FileKind::Pdf:
      return bytes.rfind("%%EOF") != std::string_view::npos;
    case FileKind::Png:
      return bytes.ends_with(kPngTail);
    case FileKind::Jpeg:  // Cameras put their own marks behind the picture.
      return bytes.rfind(kJpegTail) != std::string_view::npos;
    default:
      return true;  // The directory stands at the end of a container.
  }
}

FileJudgement judge_bytes(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return {FileKind::Pdf, {}};
  if (bytes.starts_with(kPngHead)) return {FileKind::Png, {}};
  if (bytes.starts_with(kJpegHead)) return {FileKind::Jpeg, {}};
  if (bytes.starts_with("PK\x03\x04"sv)) return judge_container(bytes);
  if (bytes.starts_with("MZ") ||
      bytes.starts_with("\x7f"
                        "ELF"sv) ||
      bytes.starts_with("#!"))
    return {{}, {with_remedy({"这是程序，不予接收", "this is a program and is not taken"})}};
  if (bytes.starts_with("\xd0\xcf\x11\xe0"sv))
    return {
        {},
        {with_remedy({"旧版 Office 文件可能含宏，不予接收", "old office files may hold macros and are not taken"})}};
  return {{},
          {with_remedy({"不是可接收的格式（网页、SVG、文本等不收）",
                        "this is no kind that is taken (web pages, SVG and texts are not)"})}};
}

}  // namespace

const KindOfFile& kind_of_file(FileKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<FileKind> find_file_kind(std::string_view name) {
  const auto found = std::ranges::find(kKinds, name, &KindOfFile::name);
  return found == std::end(kKinds) ? std::nullopt : std::optional(found->kind);
}

FileJudgement judge_file(std::string_view name, std::string_view bytes) {
  if (bytes.empty()) return {{}, {{"文件是空的", "the file is empty"}}};
  auto judgement = judge_bytes(bytes);
  if (!judgement.kind) return judgement;
  const auto& kind = kind_of_file(*judgement.kind);
  const auto dot = name.rfind('.');
  const auto ending = dot == std::string_view::npos ? std::string{} : lower(name.substr(dot + 1));
  if (std::ranges::find(kind.endings, ending) == kind.endings.end())
    judgement.objections.push_back({"文件名以“." + ending + "”结尾，内容却是 " + std::string(kind.endings.front()) +
                                        "；请核对是否传错，或改正扩展名",
                                    "the name ends in \"." + ending + "\", but it is a " +
                                        std::string(kind.endings.front()) +
                                        "; check whether it is the right file, or correct its ending"});
  if (!is_whole(kind.kind, bytes))
    judgement.objections.push_back(
        {"文件不完整，结尾缺失；请重新扫描或重新导出", "the end of the file is missing; scan or export it again"});
  return judgement;
}

std::string own_file_name(std::string_view sent) {
  constexpr std::string_view kTurning[] = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
                                           "\u2066", "\u2067", "\u2068", "\u2069", "\ufffd"};
  if (std::ranges::any_of(kTurning, [&](std::string_view mark) { return contains(sent, mark); })) return {};
  if (std::ranges::any_of(sent, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7f'; })) return {};
  auto name = normalise(sent);
  name = trim(name.substr(name.find_last_of("/\\") + 1));
  const bool is_name = !name.empty() && name != "." && name != ".." && !contains(name, "\ufffd");
  return is_name && character_count(name) <= kLongestName ? name : std::string{};
}

}  // namespace guatu::evidence
