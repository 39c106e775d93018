#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/intake/form_reading.hpp"

#include "tests/fuzz/shipped_campaign.hpp"
#include "tests/support/zip_builder.hpp"

namespace {

using namespace guatu;

/// A workbook whose one part is `text` from its first byte to its last, or empty when `which` names none.
std::string with_whole_part(char which, const std::string& text) {
  const std::string type = " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string beginning = "<Relationships><Relationship Id=\"";
  std::map<std::string, std::string> parts{
      {"_rels/.rels", beginning + "a\"" + type + "officeDocument\" Target=\"xl/book.xml\"/></Relationships>"},
      {"xl/_rels/book.xml.rels", beginning + "r1\"" + type + "worksheet\" Target=\"s.xml\"/><Relationship Id=\"r2\"" +
                                     type + "sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"r3\"" + type +
                                     "styles\" Target=\"f.xml\"/></Relationships>"},
      {"xl/book.xml", "<workbook><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/s.xml", "<worksheet><sheetData><row><c t=\"s\" s=\"1\"><v>0</v></c></row></sheetData></worksheet>"},
      {"xl/_rels/s.xml.rels", beginning + "d\"" + type + "drawing\" Target=\"d.xml\"/></Relationships>"},
      {"xl/t.xml", "<sst><si><t>项目名称</t></si></sst>"},
      {"xl/f.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
      {"xl/d.xml", "<wsDr><pic/></wsDr>"}};
  const std::map<char, const char*> names{{'A', "_rels/.rels"},
                                          {'R', "xl/_rels/book.xml.rels"},
                                          {'B', "xl/book.xml"},
                                          {'S', "xl/s.xml"},
                                          {'L', "xl/_rels/s.xml.rels"},
                                          {'T', "xl/t.xml"},
                                          {'F', "xl/f.xml"},
                                          {'D', "xl/d.xml"}};
  const auto found = names.find(which);
  if (found == names.end()) return {};
  parts[found->second] = text;
  return test::make_zip({parts.begin(), parts.end()});
}

/// A workbook with `text` inside one of its parts, or empty when `which` names none.
std::string with_inner_part(char which, const std::string& text) {
  test::SheetXml parts;
  parts.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44895</v></c></row>";
  parts.shared = "<si><t>项目名称</t></si>";
  parts.styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>";
  const std::map<char, std::string*> inner{{'s', &parts.rows},        {'t', &parts.shared},
                                           {'f', &parts.styles},      {'x', &parts.extra},
                                           {'c', &parts.before_rows}, {'r', &parts.workbook_links},
                                           {'l', &parts.sheet_links}, {'b', &parts.workbook_properties}};
  const auto found = inner.find(which);
  if (found == inner.end()) return {};
  *found->second = text;
  return test::make_xlsx(parts);
}

}  // namespace

/// The parts inside a workbook, which compression would hide from a fuzzer: the first character says which one the rest is.
/// Inside a part: s sheet rows · t shared strings · f formats · b workbook properties · c before the rows · x behind them ·
/// r links of the workbook · l links of the sheet. A whole part: A R B S L T F D.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto which = static_cast<char>(data[0]);
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  auto bytes = with_whole_part(which, text);
  if (bytes.empty()) bytes = with_inner_part(which, text);
  if (bytes.empty()) return -1;
  const auto workbook = documents::read_workbook(bytes, "f.xlsx", fuzz::small_limits());
  if (!workbook) {
    fuzz::require(!workbook.error().subject.empty() && !workbook.error().reasons.empty());
    return 0;
  }
  for (const auto& sheet : workbook->sheets)
    for (const auto& cell : sheet.cells)
      fuzz::require(cell.text < sheet.texts.size());
  fuzz::require(!intake::read_forms(*workbook, fuzz::shipped_campaign(), {}).empty());
  return 0;
}
