#include "guatu/documents/annotate_return.hpp"

#include <algorithm>

#include "guatu/documents/file_kind.hpp"
#include "guatu/documents/xlsx/annotate_workbook.hpp"
#include "guatu/documents/xlsx/write_raw_workbook.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {
namespace {

constexpr const char* kSheetOfText = "报送内容";  // A file's name may be too long, or hold what no sheet's name may.

/// The cells of a text table as a workbook.
Result<std::string> workbook_of_text(const intake::Workbook& workbook) {
  reporting::RawWorkbook raw;
  reporting::RawSheet sheet;
  sheet.name = kSheetOfText;
  for (const auto& cell : workbook.sheets.front().cells) {
    reporting::RawCell written;
    written.row = cell.row;
    written.column = cell.column;
    written.kind = cell.kind == intake::CellKind::Number ? reporting::RawKind::Number : reporting::RawKind::Text;
    written.value = workbook.sheets.front().text_of(cell);
    sheet.cells.push_back(std::move(written));
  }
  raw.sheets.push_back(std::move(sheet));
  return write_raw_workbook(raw);
}

bool is_open_document(std::string_view bytes, const ReadLimits& limits) {
  const auto archive = ZipArchive::open(bytes, limits);
  return archive && archive->has("mimetype") && archive->has("content.xml");
}

}  // namespace

Result<std::string> annotate_return(std::string_view bytes, const intake::Workbook& workbook,
                                    std::vector<intake::Message> messages, const ReturnReading& reading) {
  const auto annotate_converted = [&](ForeignFormat format) -> Result<std::string> {
    GUATU_TRY(const auto converted, reading.convert(bytes, format));
    return annotate_workbook(converted, messages, reading.limits);
  };
  switch (file_kind(bytes)) {
    case FileKind::OldWorkbook:
    case FileKind::LockedOld:
      return annotate_converted(ForeignFormat::Excel97);
    case FileKind::Xml2003:
      return annotate_converted(ForeignFormat::Xml2003);
    case FileKind::Text: {
      for (auto& message : messages)
        if (message.sheet == workbook.sheets.front().name) message.sheet = kSheetOfText;
      GUATU_TRY(const auto made, workbook_of_text(workbook));
      return annotate_workbook(made, messages, reading.limits);
    }
    default:
      break;
  }
  if (is_open_document(bytes, reading.limits)) return annotate_converted(ForeignFormat::OpenDocument);
  return annotate_workbook(bytes, messages, reading.limits);
}

}  // namespace guatu::documents
