#include "guatu/documents/annotate_return.hpp"

#include <map>
#include <set>

#include "guatu/base/text.hpp"
#include "guatu/documents/file_kind.hpp"
#include "guatu/documents/xlsx/annotate_workbook.hpp"
#include "guatu/documents/xlsx/write_raw_workbook.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {
namespace {

constexpr std::size_t kLongestSheetName = 31;

/// What a sheet may be called: its name, unless a spreadsheet program would refuse it.
std::string sheet_name(const std::string& name, std::set<std::string>& taken) {
  const bool good = !name.empty() && character_count(name) <= kLongestSheetName &&
                    name.find_first_of("[]:*?/\\'") == std::string::npos;
  std::string chosen = good ? name : "报送内容";
  for (int i = 2; !taken.insert(chosen).second; ++i)
    chosen = "报送内容" + std::to_string(i);
  return chosen;
}

reporting::RawSheet raw_sheet(const intake::Sheet& sheet, std::string name) {
  reporting::RawSheet raw;
  raw.name = std::move(name);
  for (const auto& cell : sheet.cells) {
    reporting::RawCell written;
    written.row = cell.row;
    written.column = cell.column;
    written.kind = cell.kind == intake::CellKind::Number ? reporting::RawKind::Number : reporting::RawKind::Text;
    written.value = sheet.text_of(cell);
    raw.cells.push_back(std::move(written));
  }
  for (const auto& merge : sheet.merges)
    raw.merges.push_back({merge.first_row, merge.last_row, merge.first_column, merge.last_column});
  return raw;
}

/// Tables that came as text have no look to keep: a workbook with their cells.
Result<std::string> annotate_cells(const intake::Workbook& workbook, std::vector<intake::Message> messages,
                                   const ReadLimits& limits) {
  reporting::RawWorkbook raw;
  std::set<std::string> taken;
  std::map<std::string, std::string> names;
  for (const auto& sheet : workbook.sheets) {
    raw.sheets.push_back(raw_sheet(sheet, sheet_name(sheet.name, taken)));
    names.emplace(sheet.name, raw.sheets.back().name);
  }
  for (auto& message : messages)
    if (const auto found = names.find(message.sheet); found != names.end()) message.sheet = found->second;
  GUATU_TRY(const auto made, write_raw_workbook(raw));
  return annotate_workbook(made, messages, limits);
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
    case FileKind::Text:
    case FileKind::WebPage:
      return annotate_cells(workbook, std::move(messages), reading.limits);
    default:
      break;
  }
  if (is_open_document(bytes, reading.limits)) return annotate_converted(ForeignFormat::OpenDocument);
  return annotate_workbook(bytes, messages, reading.limits);
}

}  // namespace guatu::documents
