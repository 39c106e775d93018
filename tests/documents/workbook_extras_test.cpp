#include <gtest/gtest.h>

#include "guatu/documents/xlsx/read_workbook.hpp"

#include "tests/support/zip_builder.hpp"

// What a workbook holds beside its cells: hidden columns, pictures, macros, links to other files.
namespace guatu::documents {
namespace {

using test::make_xlsx;
using test::SheetXml;

const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const char* const kRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"F1\"><v>6</v></c></row>";

std::string link(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + type + "\" Target=\"" + target + "\"/>";
}

intake::Workbook read(const SheetXml& parts) {
  auto workbook = read_workbook(make_xlsx(parts), "f.xlsm");
  EXPECT_TRUE(workbook.has_value()) << (workbook ? "" : workbook.error().message.zh);
  return workbook ? *std::move(workbook) : intake::Workbook{};
}

std::vector<std::string> codes(const intake::Workbook& workbook) {
  std::vector<std::string> all;
  for (const auto& note : workbook.notes)
    all.push_back(note.code);
  return all;
}

TEST(HiddenColumns, AreToldAsFarAsThereAreCells) {
  struct Row {
    const char* columns;
    std::vector<std::uint16_t> hidden;
  };
  const std::vector<Row> rows{
      {"<cols/>", {}},
      {R"(<cols><col min="2" max="3" width="9"/></cols>)", {}},
      {R"(<cols><col min="2" max="3" hidden="1"/></cols>)", {1, 2}},
      {R"(<cols><col min="2" max="2" hidden="true"/><col min="4" max="4" hidden="false"/></cols>)", {1}},
      {R"(<cols><col min="5" max="16384" hidden="1"/></cols>)", {4, 5}},
      {R"(<cols><col min="3" max="4" hidden="1"/><col min="1" max="3" hidden="1"/></cols>)", {0, 1, 2, 3}},
      {R"(<cols><col min="7" max="9" hidden="1"/></cols>)", {}},
      {R"(<cols><col min="0" max="3" hidden="1"/><col min="x" hidden="1"/><col hidden="1"/></cols>)", {}},
      {R"(<cols><col min="4" max="3" hidden="1"/></cols>)", {}}};
  for (const auto& row : rows) {
    const auto workbook = read({kRow, {}, {}, {}, {}, row.columns});
    EXPECT_EQ(workbook.sheets.at(0).hidden_columns, row.hidden) << row.columns;
  }
}

TEST(HiddenColumns, AMillionRangesAreRefused) {
  std::string columns = "<cols>";
  for (int i = 0; i < 20'000; ++i)
    columns += R"(<col min="1" max="16384" hidden="1"/>)";
  const auto workbook = read_workbook(make_xlsx({kRow, {}, {}, {}, {}, columns + "</cols>"}), "f.xlsx");
  ASSERT_FALSE(workbook.has_value());
  EXPECT_EQ(workbook.error().subject, "too_large");
}

TEST(Macros, AreLeftAloneAndTold) {
  SheetXml parts{kRow, {}, {}, {}, {}};
  EXPECT_TRUE(codes(read(parts)).empty());
  parts.workbook_links =
      "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" "
      "Target=\"vbaProject.bin\"/>";
  parts.parts = {{"xl/vbaProject.bin", "\xD0\xCF not looked into"}};
  const auto workbook = read(parts);
  EXPECT_EQ(codes(workbook), std::vector<std::string>{"macros_ignored"});
  EXPECT_EQ(workbook.sheets.at(0).shown_text(0, 5), "6");
}

TEST(ExternalLinks, GiveTheirSavedValuesAndAreTold) {
  SheetXml parts{"<row r=\"1\"><c r=\"A1\"><f>[1]Sheet1!A1</f><v>42</v></c></row>", {}, {}, {}, {}};
  parts.workbook_links = link("x", "/externalLink", "externalLinks/externalLink1.xml");
  const auto workbook = read(parts);
  EXPECT_EQ(codes(workbook), std::vector<std::string>{"external_links"});
  EXPECT_EQ(workbook.sheets.at(0).shown_text(0, 0), "42");
}

TEST(Pictures, AreCountedAndNotLookedInto) {
  const std::string two_and_a_chart =
      "<xdr:wsDr xmlns:xdr=\"x\"><xdr:pic/><xdr:graphicFrame/><xdr:grpSp><xdr:pic/></xdr:grpSp></xdr:wsDr>";
  SheetXml parts{kRow, {}, {}, {}, {}};
  parts.sheet_links = link("d", "/drawing", "../drawings/d.xml") + link("o", "/oleObject", "../o.bin") +
                      link("s", "/printerSettings", "../p.bin");
  parts.parts = {{"xl/drawings/d.xml", two_and_a_chart}};
  EXPECT_EQ(read(parts).sheets.at(0).pictures, 3U);
  parts.parts = {{"xl/drawings/d.xml", "<broken"}};
  EXPECT_EQ(read(parts).sheets.at(0).pictures, 1U) << "a damaged drawing is no reason to refuse the cells";
  parts.parts.clear();
  EXPECT_EQ(read(parts).sheets.at(0).pictures, 1U) << "a missing one neither";
  parts.sheet_links = "<broken";
  EXPECT_EQ(read(parts).sheets.at(0).pictures, 0U);
}

TEST(Pictures, OnesThatWpsKeepsInCellsAreCounted) {
  const auto workbook =
      read({"<row><c t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c></row>", {}, {}, {}, {}});
  EXPECT_EQ(workbook.sheets.at(0).pictures, 1U);
}

TEST(Pictures, ABombAmongTheDrawingsIsRefused) {
  std::string deep;
  for (int i = 0; i < 100; ++i)
    deep += "<a>";
  SheetXml parts{kRow, {}, {}, {}, {}};
  parts.sheet_links = link("d", "/drawing", "../drawings/d.xml");
  parts.parts = {{"xl/drawings/d.xml", deep}};
  const auto workbook = read_workbook(make_xlsx(parts), "f.xlsx");
  ASSERT_FALSE(workbook.has_value());
  EXPECT_EQ(workbook.error().subject, "too_large");
}

}  // namespace
}  // namespace guatu::documents
