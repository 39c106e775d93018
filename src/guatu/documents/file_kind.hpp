#pragma once

#include <string_view>

/// What a file is by its bytes; names lie too often.
namespace guatu::documents {

enum class FileKind {
  Empty,
  Zip,          ///< .xlsx and whatever else is a zip archive.
  OldWorkbook,  ///< .xls and .et: a compound file with a workbook inside.
  LockedOld,    ///< The same with a FILEPASS record: a password, or only a write protection.
  Encrypted,    ///< .xlsx with a password, which makes it a compound file.
  OldText,      ///< .doc, .wps
  OldSlides,    ///< .ppt
  OldOther,     ///< Another compound file, such as a saved mail.
  OldBroken,    ///< A compound file that cannot be read.
  Xml2003,      ///< Workbook of Office 2003 as XML, mostly called .xls.
  WebPage,      ///< HTML, mostly called .xls.
  MailArchive,  ///< .mht
  RichText,     ///< .rtf
  Pdf,
  Picture,
  PackedArchive,  ///< .rar, .7z, .gz
  Text,           ///< Nothing of the above: .csv, .txt or unknown.
};

[[nodiscard]] FileKind file_kind(std::string_view bytes);

/// An old workbook that carries macros.
[[nodiscard]] bool old_workbook_has_macros(std::string_view bytes);

}  // namespace guatu::documents
