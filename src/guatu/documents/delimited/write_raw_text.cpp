#include "guatu/documents/delimited/write_raw_text.hpp"

#include <map>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "guatu/values/date.hpp"

namespace guatu::documents {
namespace {

using reporting::RawCell;
using reporting::RawKind;
using reporting::RawText;
using reporting::RawWorkbook;

constexpr int kSerialOf1970 = 25569;
constexpr int kBetweenSystems = 1462;
constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

std::string shown(const RawCell& cell, bool date1904) {
  if (cell.kind != RawKind::Number || cell.format.empty() || cell.format.find('#') != std::string::npos)
    return cell.value;
  const int serial = std::stoi(cell.value) + (date1904 ? kBetweenSystems : 0);
  return format_iso(Date::from_number(serial - kSerialOf1970));
}

std::string quoted(const std::string& text, char separator) {
  if (text.find_first_of("\"\r\n") == std::string::npos && text.find(separator) == std::string::npos) return text;
  std::string safe = "\"";
  for (const char c : text)
    safe += c == '"' ? std::string("\"\"") : std::string(1, c);
  return safe + "\"";
}

Result<std::string> in_gb18030(const std::string& text) {
  const auto wide = icu::UnicodeString::fromUTF8(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(static_cast<std::size_t>(wide.length()) * 4 + 1, '\0');
  UConverter* converter = ucnv_open("GB18030", &status);
  const auto length = ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                      wide.getBuffer(), wide.length(), &status);
  ucnv_close(converter);
  if (U_FAILURE(status) != 0)
    return make_error(ErrorKind::FileFailed, "csv", "文字无法按 GB18030 写出", "the text cannot be written in GB18030");
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

}  // namespace

Result<std::string> write_raw_text(const RawWorkbook& workbook, RawText form) {
  const char separator = form == RawText::TabsUtf8 ? '\t' : ',';
  std::map<std::uint32_t, std::map<std::uint16_t, std::string>> rows;
  for (const auto& cell : workbook.sheets.front().cells)
    rows[cell.row][cell.column] = quoted(shown(cell, workbook.date1904), separator);
  std::string text;
  std::uint32_t next = 0;
  for (const auto& [row, cells] : rows) {
    for (; next < row; ++next)
      text += "\r\n";
    std::uint16_t column = 0;
    for (const auto& [at, value] : cells) {
      for (; column < at; ++column)
        text += separator;
      text += value;
    }
    text += "\r\n";
    ++next;
  }
  if (form == RawText::CommasGb18030) return in_gb18030(text);
  return kByteOrderMark + text;
}

}  // namespace guatu::documents
