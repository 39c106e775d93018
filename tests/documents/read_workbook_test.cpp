#include "guatu/documents/xlsx/read_workbook.hpp"

#include <gtest/gtest.h>
#include <random>

#include "guatu/documents/xlsx/write_workbook.hpp"

#include "tests/support/program.hpp"
#include "tests/support/zip_builder.hpp"

namespace guatu::documents {
namespace {

using intake::CellKind;
using test::make_xlsx;
using test::make_zip;

intake::Sheet only_sheet(const std::string& bytes) {
  const auto workbook = read_workbook(bytes, "f.xlsx");
  EXPECT_TRUE(workbook.has_value()) << (workbook.has_value() ? "" : workbook.error().message.en);
  return workbook.has_value() ? workbook->sheets.front() : intake::Sheet{};
}

std::string code_of(const std::string& bytes) {
  const auto workbook = read_workbook(bytes, "f.xlsx");
  if (workbook.has_value()) return "read";
  EXPECT_FALSE(workbook.error().message.zh.empty());
  EXPECT_FALSE(workbook.error().reasons.empty()) << "no remedy";
  return workbook.error().subject;
}

TEST(ReadWorkbook, EveryKindOfCell) {
  struct Row {
    const char* cell;
    CellKind kind;
    const char* text;
  };
  const std::vector<Row> rows{{"<c r=\"A1\"><v>12</v></c>", CellKind::Number, "12"},
                              {"<c r=\"A1\"><v>0.30000000000000004</v></c>", CellKind::Number, "0.3"},
                              {"<c><v>7</v></c>", CellKind::Number, "7"},
                              {"<c r=\"A1\" t=\"s\"><v>0</v></c>", CellKind::Text, "红字"},
                              {"<c r=\"A1\" t=\"inlineStr\"><is><t>内联</t></is></c>", CellKind::Text, "内联"},
                              {"<c r=\"A1\" t=\"str\"><f>A2</f><v>公式</v></c>", CellKind::Text, "公式"},
                              {"<c r=\"A1\" t=\"b\"><v>1</v></c>", CellKind::Boolean, "TRUE"},
                              {"<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", CellKind::Error, "#REF!"},
                              {"<c r=\"A1\" t=\"d\"><v>2022-11-30T00:00:00</v></c>", CellKind::Date, "2022-11-30"},
                              {"<c r=\"A1\" s=\"1\"><v>44895</v></c>", CellKind::Date, "2022-11-30"},
                              {"<c r=\"A1\" s=\"2\"><v>44895</v></c>", CellKind::Date, "2022-11-30"},
                              {"<c r=\"A1\" s=\"3\"><v>44895</v></c>", CellKind::Number, "44895"},
                              {"<c r=\"A1\" s=\"4\"><v>1</v></c>", CellKind::Text, "100%"},
                              {"<c r=\"A1\" s=\"5\"><v>35000.5</v></c>", CellKind::Text, "35000.5万元"},
                              {"<c r=\"A1\"><f>SUM(B1)</f></c>", CellKind::Empty, ""},
                              {"<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b</t></is></c>", CellKind::Text, "ab"}};
  const std::string shared = "<si><r><t>红</t></r><r><t>字</t></r><rPh><t>ピンイン</t></rPh></si>";
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"171\" "
      "formatCode=\"[Red]0&quot;d&quot;\"/><numFmt numFmtId=\"172\" "
      "formatCode=\"#,##0.0&quot;万元&quot;;-0\"/></numFmts><fonts><font><name val=\"宋体\"/></font></fonts>"
      "<cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"9\"/>"
      "<xf numFmtId=\"172\"/></cellXfs>";
  for (const auto& row : rows) {
    const auto sheet =
        only_sheet(make_xlsx({"<row r=\"1\">" + std::string(row.cell) + "</row>", shared, styles, {}, {}}));
    const auto* cell = sheet.find_cell(0, 0);
    ASSERT_NE(cell, nullptr) << row.cell;
    EXPECT_EQ(cell->kind, row.kind) << row.cell;
    EXPECT_EQ(sheet.shown_text(0, 0), row.text) << row.cell;
  }
}

TEST(ReadWorkbook, The1904SystemCountsFromAnotherDay) {
  const auto sheet = only_sheet(make_xlsx({"<row><c s=\"1\"><v>43433</v></c></row>",
                                           {},
                                           "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>",
                                           {},
                                           "<workbookPr date1904=\"1\"/>"}));
  EXPECT_EQ(sheet.shown_text(0, 0), "2022-11-30");
}

TEST(ReadWorkbook, MergedCellsShowTheirFirst) {
  const auto sheet = only_sheet(make_xlsx({"<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>",
                                           {},
                                           {},
                                           "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>",
                                           {}}));
  EXPECT_EQ(sheet.shown_text(2, 1), "5");
  EXPECT_EQ(sheet.shown_text(3, 1), "");
}

TEST(ReadWorkbook, RefusesWhatIsNoWorkbookWithItsOwnAdvice) {
  const auto good = make_xlsx({"<row><c><v>1</v></c></row>", {}, {}, {}, {}});
  const std::vector<std::pair<std::string, std::string>> files{
      {"", "not_a_table"},
      {"序号,项目名称", "damaged"},
      {good.substr(0, good.size() / 2), "damaged"},
      {good.substr(0, 30), "damaged"},
      {make_zip({{"a.txt", "x"}}), "not_a_table"},
      {make_xlsx({"<row><c t=\"s\"><v>9</v></c></row>", "<si><t>x</t></si>", {}, {}, {}}), "damaged"},
      {make_xlsx({"<row r=\"999999999999\"><c><v>1</v></c></row>", {}, {}, {}, {}}), "damaged"},
      {make_xlsx({"<row><c r=\"ZZZZ1\"><v>1</v></c></row>", {}, {}, {}, {}}), "damaged"},
      {make_xlsx({"<row><c><v>1</v>", {}, {}, {}, {}}), "damaged"}};
  for (std::size_t i = 0; i < files.size(); ++i)
    EXPECT_EQ(code_of(files[i].first), files[i].second) << "file " << i;
}

TEST(ReadWorkbook, BombsAreRefusedWithinASecondAndInLittleMemory) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i)
    deep += "<x>";
  const auto workbook = "<workbook/>";
  const std::vector<std::pair<std::string, std::string>> bombs{
      {make_xlsx({std::string(300U << 20U, ' '), {}, {}, {}, {}}), "too_large"},
      {make_xlsx({deep, {}, {}, {}, {}}), "too_large"},
      {make_zip(
           {{"_rels/.rels",
             "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Relationships>&b;</Relationships>"},
            {"xl/workbook.xml", workbook}}),
       "damaged"},
      {make_xlsx(
           {"<row><c t=\"inlineStr\"><is><t>" + std::string(400'000, 'x') + "</t></is></c></row>", {}, {}, {}, {}}),
       "too_large"}};
  for (std::size_t i = 0; i < bombs.size(); ++i) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(code_of(bombs[i].first), bombs[i].second) << "bomb " << i;
    // A limit of the format's reader, not a promise about this machine: five times the promised second.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << "bomb " << i;
  }
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

TEST(ReadWorkbook, MoreThanAnyProgramWritesIsRefused) {
  const auto styles = [](const std::string& list) { return make_xlsx({{}, {}, list, {}, {}}); };
  std::string formats;
  std::string attributes;
  for (int i = 0; i < 70'000; ++i) {
    formats += "<numFmt numFmtId=\"" + std::to_string(i) + "\" formatCode=\"yyyy\"/>";
    attributes += " attribute" + std::to_string(i) + "=\"" + std::to_string(i * 7919) + "\"";
  }
  const std::vector<std::pair<std::string, std::string>> files{
      {"formats", styles("<numFmts>" + formats + "</numFmts>")},
      {"cell formats", styles("<cellXfs>" + repeated("<xf/>", 70'000) + "</cellXfs>")},
      {"sheets", make_xlsx({{}, {}, {}, {}, repeated("<sheet name=\"a\" r:id=\"r1\"/>", 300)})},
      {"rows", make_xlsx({repeated("<row/>", 1'100'000), {}, {}, {}, {}})},
      {"one tag", make_xlsx({"<row" + attributes + "/>", {}, {}, {}, {}})}};
  for (const auto& [name, bytes] : files)
    EXPECT_EQ(code_of(bytes), "too_large") << name;
}

TEST(ReadWorkbook, ADamagedFileIsReadOrRefusedButNeverWorse) {
  const auto good = make_xlsx({"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>3.5</v></c></row>",
                               "<si><t>红山</t></si>",
                               "<cellXfs><xf/></cellXfs>",
                               {},
                               {}});
  const auto seed = std::random_device{}();
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    auto bad = good;
    for (unsigned flips = 1 + random() % 4; flips > 0; --flips)
      bad[random() % bad.size()] ^= static_cast<char>(1U << (random() % 8));
    const auto read = read_workbook(bad, "f.xlsx");
    if (!read) {
      EXPECT_FALSE(read.error().subject.empty()) << "seed " << seed;
    }
  }
}

TEST(ReadWorkbook, ReadsWhatAnotherProgramWrote) {
  const test::TemporaryFolder folder;
  test::write_text(folder.path() / "make.py",
                   "import openpyxl, datetime\nb = openpyxl.Workbook()\ns = b.active\ns.title = '表'\ns['A1'] = "
                   "'序号'\ns['B2'] = 3.5\n"
                   "s['C3'] = datetime.date(2022, 12, 5)\ns.merge_cells('A1:A2')\nh = b.create_sheet('藏')\nh['A1'] = "
                   "1\nh.sheet_state = 'hidden'\nb.save('made.xlsx')\n");
  const auto made = test::run_program({"/usr/bin/python3", "make.py"}, folder.path());
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto workbook = read_workbook(test::read_text(folder.path() / "made.xlsx"), "made.xlsx");
  ASSERT_TRUE(workbook.has_value());
  ASSERT_EQ(workbook->sheets.size(), 2U);
  EXPECT_EQ(workbook->sheets[0].shown_text(1, 0), "序号");
  EXPECT_EQ(workbook->sheets[0].shown_text(1, 1), "3.5");
  EXPECT_EQ(workbook->sheets[0].shown_text(2, 2), "2022-12-05");
  EXPECT_TRUE(workbook->sheets[1].hidden);
}

TEST(WriteWorkbook, TheSameModelGivesTheSameBytesAndReadsBack) {
  reporting::SheetModel sheet;
  sheet.name = "表";
  sheet.cells = {{0, 0, std::string("=1+1"), reporting::CellStyle::Body},
                 {0, 1, std::int64_t{7}, reporting::CellStyle::Number},
                 {0, 2, Amount{350'000'000}, reporting::CellStyle::Money},
                 {0, 3, Date::of(2022, 12, 5), reporting::CellStyle::Day}};
  const reporting::WorkbookModel model{"表", Date::of(2022, 12, 10), {sheet}};
  const auto first = write_workbook(model);
  const auto second = write_workbook(model);
  ASSERT_TRUE(first.has_value() && second.has_value());
  EXPECT_EQ(*first, *second);
  const auto read = only_sheet(*first);
  EXPECT_EQ(read.shown_text(0, 0), "=1+1");
  EXPECT_FALSE(read.find_cell(0, 0)->formula);
  EXPECT_EQ(read.shown_text(0, 1), "7");
  EXPECT_EQ(read.shown_text(0, 2), "3.5");
  EXPECT_EQ(read.shown_text(0, 3), "2022-12-05");
}

}  // namespace
}  // namespace guatu::documents
