#include "guatu/documents/read_return.hpp"

#include "guatu/documents/delimited/read_delimited.hpp"
#include "guatu/documents/file_kind.hpp"
#include "guatu/documents/web/read_web_table.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {
namespace {

class ReturnReader {
 public:
  ReturnReader(std::string_view bytes, const std::string& file_name, const ReturnReading& reading)
      : bytes_(bytes), name_(file_name), reading_(reading) {}

  Result<intake::Workbook> read() {
    switch (file_kind(bytes_)) {
      case FileKind::Zip:
        return read_zip();
      case FileKind::OldWorkbook:
        return read_old();
      case FileKind::LockedOld:
        return read_locked();
      case FileKind::Xml2003:
        return converted(ForeignFormat::Xml2003, {"Excel 2003 XML", "Excel 2003 XML"}, false);
      case FileKind::Text:
        return read_delimited(bytes_, name_, reading_.limits);
      case FileKind::Encrypted:
        return encrypted_file();
      case FileKind::OldBroken:
        return damaged_file("旧格式文件的目录无法读取", "its directory cannot be read");
      case FileKind::Empty:
        return not_a_table("empty");
      case FileKind::OldText:
      case FileKind::RichText:
        return not_a_table("word");
      case FileKind::OldSlides:
        return not_a_table("slides");
      case FileKind::WebPage:
        return read_web_table(bytes_, name_, reading_.limits);
      case FileKind::MailArchive:
        return not_a_table("mail");
      case FileKind::Pdf:
        return not_a_table("pdf");
      case FileKind::Picture:
        return not_a_table("image");
      case FileKind::PackedArchive:
        return not_a_table("archive");
      case FileKind::OldOther:
        break;
    }
    return not_a_table("bytes");
  }

 private:
  Result<intake::Workbook> read_zip() {
    GUATU_TRY(auto archive, ZipArchive::open(bytes_, reading_.limits));
    if (!archive.has("mimetype") || !archive.has("content.xml"))
      return archive.has("_rels/.rels") ? read_workbook(bytes_, name_, reading_.limits) : not_a_table("archive");
    GUATU_TRY(const auto type, archive.read("mimetype"));
    if (!type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) return not_a_table("word");
    if (archive.has("META-INF/manifest.xml")) {
      GUATU_TRY(const auto manifest, archive.read("META-INF/manifest.xml"));
      if (manifest.find("encryption-data") != std::string::npos) return encrypted_file();
    }
    GUATU_CHECK(check_size(archive));
    return converted(ForeignFormat::OpenDocument, {".ods", ".ods"}, archive.has("Basic/script-lc.xml"));
  }

  /// Inflates every part once, under the limits: the converter has none of this kind.
  static Result<void> check_size(ZipArchive& archive) {
    for (const auto& name : archive.names())
      GUATU_CHECK(archive.stream(name, [](std::string_view, bool) -> Result<void> { return {}; }));
    return {};
  }

  Result<intake::Workbook> read_old() {
    return converted(ForeignFormat::Excel97, {".xls", ".xls"}, old_workbook_has_macros(bytes_));
  }

  /// A write protection encrypts too, with a password that every program knows: only the converter can tell.
  Result<intake::Workbook> read_locked() {
    auto workbook = read_old();
    if (!workbook && workbook.error().subject == "damaged") return encrypted_file();
    return workbook;
  }

  Result<intake::Workbook> converted(ForeignFormat format, const Bilingual& format_name, bool macros) {
    GUATU_TRY(const auto bytes, reading_.convert(bytes_, format));
    GUATU_TRY(auto workbook, read_workbook(bytes, name_, reading_.limits));
    workbook.notes.insert(workbook.notes.begin(), {"converted_file", format_name, {}, {}});
    if (macros) workbook.notes.push_back({"macros_ignored", {}, {}, {}});
    return workbook;
  }

  std::string_view bytes_;
  const std::string& name_;
  const ReturnReading& reading_;
};

}  // namespace

Result<intake::Workbook> read_return(std::string_view bytes, const std::string& file_name,
                                     const ReturnReading& reading) {
  return ReturnReader(bytes, file_name, reading).read();
}

}  // namespace guatu::documents
