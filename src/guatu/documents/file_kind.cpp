#include "guatu/documents/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "guatu/documents/compound_file.hpp"

namespace guatu::documents {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::array kPictures{"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "BM"sv, "II*\0"sv, "MM\0*"sv};
constexpr std::array kPacked{"Rar!\x1A\x07"sv, "7z\xBC\xAF\x27\x1C"sv, "\x1F\x8B"sv};

bool starts_with_any(std::string_view bytes, const auto& beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return bytes.starts_with(beginning); });
}

/// "BM" also begins words: a bitmap says in its header how long it is.
bool is_picture(std::string_view bytes) {
  if (!starts_with_any(bytes, kPictures)) return false;
  return !bytes.starts_with("BM") || bytes.substr(0, 26).find('\0') != std::string_view::npos;
}

FileKind compound_kind(std::string_view bytes) {
  constexpr std::size_t kGlobals = 1U << 20U;
  const auto file = CompoundFile::open(bytes);
  if (!file) return FileKind::OldBroken;
  if (file->has("EncryptedPackage")) return FileKind::Encrypted;
  for (const auto* stream : {"Workbook", "Book"})
    if (file->has(stream))
      return has_file_pass(file->begin_of(stream, kGlobals)) ? FileKind::LockedOld : FileKind::OldWorkbook;
  if (file->has("WordDocument")) return FileKind::OldText;
  if (file->has("PowerPoint Document")) return FileKind::OldSlides;
  return FileKind::OldOther;
}

/// The beginning in lower case, without marks and blanks in front of it and, as UTF-16, without its zeros.
std::string comparable_beginning(std::string_view bytes) {
  constexpr std::size_t kEnough = 4096;
  std::string text;
  for (const char c : bytes.substr(0, kEnough))
    if (c != '\0') text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const auto mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
    if (text.starts_with(mark)) text.erase(0, mark.size());
  text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

FileKind text_kind(std::string_view bytes) {
  const auto text = comparable_beginning(bytes);
  if (text.starts_with("{\\rtf")) return FileKind::RichText;
  if (text.starts_with("mime-version:") || text.starts_with("from:") || text.starts_with("content-type: multipart"))
    return FileKind::MailArchive;
  if (!text.starts_with('<')) return FileKind::Text;
  if (text.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos &&
      text.find("<html") == std::string::npos)
    return FileKind::Xml2003;
  for (const auto word : {"<html"sv, "<table"sv, "<!doctype html"sv, "<meta"sv, "<head"sv, "<body"sv, "<style"sv})
    if (text.find(word) != std::string::npos) return FileKind::WebPage;
  return FileKind::Text;
}

}  // namespace

FileKind file_kind(std::string_view bytes) {
  if (bytes.empty()) return FileKind::Empty;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return FileKind::Zip;
  if (bytes.starts_with(kCompound)) return compound_kind(bytes);
  // Some programs put a line before it.
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileKind::Pdf;
  if (is_picture(bytes)) return FileKind::Picture;
  if (starts_with_any(bytes, kPacked)) return FileKind::PackedArchive;
  return text_kind(bytes);
}

bool old_workbook_has_macros(std::string_view bytes) {
  const auto file = CompoundFile::open(bytes);
  return file && file->has("_VBA_PROJECT_CUR");
}

}  // namespace guatu::documents
