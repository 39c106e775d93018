#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/intake/form_reading.hpp"

#include "tests/fuzz/shipped_campaign.hpp"
#include "tests/support/zip_builder.hpp"

/// The parts inside a workbook, which compression would hide from a fuzzer: the first character says which one the rest
/// is. s sheet rows · t shared strings · f formats · b workbook properties · x what follows the rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  guatu::test::SheetXml parts;
  parts.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44895</v></c></row>";
  parts.shared = "<si><t>项目名称</t></si>";
  parts.styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>";
  switch (data[0]) {
    case 's':
      parts.rows = text;
      break;
    case 't':
      parts.shared = text;
      break;
    case 'f':
      parts.styles = text;
      break;
    case 'b':
      parts.workbook_properties = text;
      break;
    case 'x':
      parts.extra = text;
      break;
    default:
      return -1;
  }
  const auto workbook =
      guatu::documents::read_workbook(guatu::test::make_xlsx(parts), "f.xlsx", guatu::fuzz::small_limits());
  if (!workbook) {
    guatu::fuzz::require(!workbook.error().subject.empty() && !workbook.error().reasons.empty());
    return 0;
  }
  const auto forms = guatu::intake::read_forms(*workbook, guatu::fuzz::shipped_campaign(), {});
  guatu::fuzz::require(!forms.empty());
  return 0;
}
