#include "guatu/documents/xlsx/read_workbook.hpp"

#include "guatu/documents/xlsx/pictures.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/relationships.hpp"
#include "guatu/documents/xlsx/sheet_reader.hpp"

namespace guatu::documents {
namespace {

struct SheetEntry {
  std::string name, relationship;
  bool hidden = false;
};

class WorkbookReader final : public XmlHandler {
 public:
  explicit WorkbookReader(const ReadLimits& limits) : limit_(limits.sheets) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") date1904_ = attributes.find("date1904") == "1" || attributes.find("date1904") == "true";
    if (name == "sheet") {
      if (sheets_.size() >= limit_) return refuse(too_large("工作表过多", "too many sheets"));
      const auto state = attributes.find("state");
      sheets_.push_back({std::string(attributes.find("name")), std::string(attributes.find("id")),
                         state == "hidden" || state == "veryHidden"});
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  std::vector<SheetEntry> sheets_;
  bool date1904_ = false;

 private:
  std::size_t limit_;
};

Result<void> read_sheets(ZipArchive& archive, const std::string& part, const ReadLimits& limits,
                         intake::Workbook& workbook) {
  WorkbookReader reader(limits);
  GUATU_CHECK(parse_part(archive, part, reader, limits));
  GUATU_TRY(const auto relationships, read_relationships(archive, part, limits));
  SharedTexts shared;
  std::vector<CellFormat> formats;
  if (const auto strings = find_target(relationships, "/sharedStrings"); !strings.empty()) {
    GUATU_TRY(shared, read_shared_strings(archive, strings, limits));
  }
  if (const auto styles = find_target(relationships, "/styles"); !styles.empty()) {
    GUATU_TRY(formats, read_styles(archive, styles, limits));
  }
  if (!find_target(relationships, "/vbaProject").empty()) workbook.notes.push_back({"macros_ignored", {}, {}, {}});
  if (!find_target(relationships, "/externalLink").empty()) workbook.notes.push_back({"external_links", {}, {}, {}});
  SheetContext context{shared, formats, reader.date1904_, limits.cells};
  for (const auto& entry : reader.sheets_) {
    const auto found = relationships.find(entry.relationship);
    if (found == relationships.end())
      return damaged_file("工作表“" + entry.name + "”没有内容", "sheet \"" + entry.name + "\" has no content");
    if (!found->second.type.ends_with("/worksheet")) continue;
    workbook.sheets.emplace_back();
    workbook.sheets.back().name = entry.name;
    workbook.sheets.back().hidden = entry.hidden;
    workbook.sheets.back().date1904 = reader.date1904_;
    auto& sheet = workbook.sheets.back();
    GUATU_CHECK(read_sheet(archive, found->second.target, limits, context, sheet));
    GUATU_TRY(const auto pictures, count_pictures(archive, found->second.target, limits));
    sheet.pictures += pictures;
  }
  if (workbook.sheets.empty()) return not_a_workbook("没有工作表", "it has no sheet");
  return {};
}

}  // namespace

Result<intake::Workbook> read_workbook(std::string_view bytes, const std::string& file_name, const ReadLimits& limits) {
  GUATU_TRY(auto archive, ZipArchive::open(bytes, limits));
  if (!archive.has("_rels/.rels")) return not_a_table("archive");
  GUATU_TRY(const auto relationships, read_relationships(archive, "", limits));
  const auto part = find_target(relationships, "/officeDocument");
  if (part.empty()) return damaged_file("缺少工作簿", "the workbook is missing");
  if (part.find("word/") != std::string::npos) return not_a_table("word");
  if (part.find("ppt/") != std::string::npos) return not_a_table("slides");
  if (part.ends_with(".bin")) return not_a_table("xlsb");
  intake::Workbook workbook;
  workbook.file = file_name;
  GUATU_CHECK(read_sheets(archive, part, limits, workbook));
  return workbook;
}

}  // namespace guatu::documents
