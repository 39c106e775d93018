#include "guatu/documents/xlsx/annotate_workbook.hpp"

#include <gtest/gtest.h>
#include <random>

#include "guatu/documents/xlsx/annotation/note_shapes.hpp"
#include "guatu/documents/xlsx/annotation/sheet_edits.hpp"
#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

#include "tests/support/zip_builder.hpp"

// A workbook handed back has to be the clerk's own: what is not doubtful stays as it is, to the byte.
namespace guatu::documents {
namespace {

using intake::Message;
using intake::Severity;
using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Style 1 is a date on a green ground, style 2 bold without a fill.
constexpr const char* kStyles =
    "<fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/>"
    "</fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor "
    "rgb=\"FF00FF00\"/><bgColor indexed=\"64\"/></patternFill></fill></fills><borders count=\"1\"><border/></borders>"
    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><xf numFmtId=\"14\" "
    "fontId=\"0\" fillId=\"2\" borderId=\"0\" applyFill=\"1\"><alignment wrapText=\"1\"/></xf><xf numFmtId=\"0\" "
    "fontId=\"1\" fillId=\"0\" borderId=\"0\"/></cellXfs>";

constexpr const char* kRows =
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>表 &amp; 名</t></is></c></row>\n  <row r=\"3\" ht=\"30\" "
    "customHeight=\"1\"><c r=\"A3\" s=\"1\"><v>44895</v></c><c r=\"C3\" s='2'><f>A3+1</f><v>44896</v></c></row>";

Parts workbook_parts(const std::string& rows = kRows, const std::string& behind_rows = {}) {
  const auto links = [](const std::string& each) {
    return std::string("<Relationships xmlns=\"") + kPackage + "\">" + each + "</Relationships>";
  };
  const auto link = [](const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + "/" + type + "\" Target=\"" + target + "\"/>";
  };
  return {{"[Content_Types].xml",
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
           "ContentType=\"application/xml\"/></Types>"},
          {"_rels/.rels", links(link("a", "officeDocument", "xl/workbook.xml"))},
          {"xl/workbook.xml", std::string("<workbook xmlns=\"") + kMain + "\" xmlns:r=\"" + kOffice +
                                  "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"别的\" "
                                  "sheetId=\"2\" r:id=\"r3\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           links(link("r1", "worksheet", "worksheets/sheet1.xml") + link("r2", "styles", "styles.xml") +
                 link("r3", "worksheet", "worksheets/sheet2.xml"))},
          {"xl/worksheets/sheet1.xml", std::string("<worksheet xmlns=\"") + kMain + "\" xmlns:r=\"" + kOffice +
                                           "\"><cols><col min=\"2\" max=\"2\" width=\"20\" style=\"2\"/></cols>"
                                           "<sheetData>" +
                                           rows + "</sheetData>" + behind_rows + "</worksheet>"},
          {"xl/worksheets/sheet2.xml", std::string("<worksheet xmlns=\"") + kMain + "\"><sheetData/></worksheet>"},
          {"xl/styles.xml", std::string("<styleSheet xmlns=\"") + kMain + "\">" + kStyles + "</styleSheet>"},
          {"xl/vbaProject.bin", std::string("macros\0stay", 11)}};
}

Message about(Severity severity, const std::string& cell, const std::string& text, const std::string& sheet = "表") {
  return {severity, "bad_date", sheet, cell, {}, {}, {text, text}, {"改" + text, "mend"}};
}

std::map<std::string, std::string> parts_of(const std::string& bytes) {
  auto archive = ZipArchive::open(bytes, {});
  std::map<std::string, std::string> parts;
  for (const auto& name : archive->names())
    parts[name] = *archive->read(name);
  return parts;
}

std::string annotated(const std::string& bytes, const std::vector<Message>& messages) {
  const auto result = annotate_workbook(bytes, messages);
  EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().message.en);
  return result ? *result : std::string{};
}

std::size_t count_of(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1))
    ++count;
  return count;
}

TEST(AnnotateWorkbook, ColoursExactlyTheDoubtfulCellsInTheTextOfTheSheet) {
  struct Case {
    const char* what;
    const char* rows;
    const char* cell;
    const char* after;
  };
  const std::vector<Case> cases{
      {"a cell without style", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "A1",
       "<row r=\"1\"><c s=\"3\" r=\"A1\"><v>1</v></c></row>"},
      {"a cell with style", "<row r=\"1\"><c r=\"A1\" s='2'/></row>", "A1", "<row r=\"1\"><c r=\"A1\" s='3'/></row>"},
      {"a cell without address", "<row><c/><c t=\"b\"><v>1</v></c></row>", "B1",
       "<row><c/><c s=\"3\" t=\"b\"><v>1</v></c></row>"},
      {"between two cells", "<row r=\"1\"><c r=\"A1\"/><c r=\"C1\"/></row>", "B1",
       "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\" s=\"3\"/><c r=\"C1\"/></row>"},
      {"behind the last cell", "<row r=\"1\"><c r=\"A1\"/></row>", "C1",
       "<row r=\"1\"><c r=\"A1\"/><c r=\"C1\" s=\"3\"/></row>"},
      {"in an empty row", "<row r=\"1\" ht=\"9\" />", "C1", "<row r=\"1\" ht=\"9\" ><c r=\"C1\" s=\"3\"/></row>"},
      {"in a row with its own style", "<row r=\"1\" s=\"1\" customFormat=\"1\"/>", "C1",
       "<row r=\"1\" s=\"1\" customFormat=\"1\"><c r=\"C1\" s=\"3\"/></row>"},
      {"in a missing row between", "<row r=\"1\"/><!-- <row r=\"2\"/> --><row r=\"4\"/>", "C3",
       "<row r=\"1\"/><!-- <row r=\"2\"/> --><row r=\"3\"><c r=\"C3\" s=\"3\"/></row><row r=\"4\"/>"},
      {"in a missing row at the end", "<row r=\"1\"/>", "A9", "<row r=\"1\"/><row r=\"9\"><c r=\"A9\" s=\"3\"/></row>"},
      {"on an empty sheet", "", "A1", "<row r=\"1\"><c r=\"A1\" s=\"3\"/></row>"}};
  for (const auto& each : cases) {
    const auto bytes = test::make_zip(workbook_parts(each.rows));
    const auto sheet =
        parts_of(annotated(bytes, {about(Severity::Error, each.cell, "错")}))["xl/worksheets/sheet1.xml"];
    EXPECT_NE(sheet.find(std::string("<sheetData>") + each.after + "</sheetData><legacyDrawing r:id=\"rId"),
              std::string::npos)
        << each.what << "\n"
        << sheet;
  }
}

TEST(AnnotateWorkbook, ASheetWithoutAnyRowGetsOne) {
  const auto parts =
      parts_of(annotated(test::make_zip(workbook_parts()), {about(Severity::Warning, "B2", "疑", "别的")}));
  EXPECT_NE(parts.at("xl/worksheets/sheet2.xml")
                .find("<sheetData><row r=\"2\"><c r=\"B2\" s=\"3\"/></row></sheetData><legacyDrawing xmlns:r="),
            std::string::npos)
      << parts.at("xl/worksheets/sheet2.xml");
}

TEST(AnnotateWorkbook, LeavesEverythingElseAsItIs) {
  const auto before = workbook_parts();
  const auto bytes = test::make_zip(before);
  const auto after =
      parts_of(annotated(bytes, {about(Severity::Error, "C3", "错"), about(Severity::Note, "A1", "注")}));
  for (const auto& [name, text] : before) {
    if (name == "xl/worksheets/sheet1.xml" || name == "xl/styles.xml" || name == "[Content_Types].xml") continue;
    EXPECT_EQ(after.at(name), text) << name;
  }
  EXPECT_EQ(after.size(), before.size() + 3) << "comments, their drawing, the relationships of the sheet";
  const auto& sheet = after.at("xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<c r=\"A1\" t=\"inlineStr\"><is><t>表 &amp; 名</t></is></c></row>\n  <row"), std::string::npos);
  EXPECT_NE(sheet.find("<c r=\"C3\" s='3'><f>A3+1</f><v>44896</v></c>"), std::string::npos);
  EXPECT_EQ(count_of(after.at("xl/comments1.xml"), "<comment "), 2U);
  EXPECT_NE(after.at("xl/comments1.xml").find("preserve\">【挂图】\n错误：错。处理：改错。</t>"), std::string::npos);
  EXPECT_NE(after.at("xl/comments1.xml").find("说明：注。处理：改注。"), std::string::npos);
}

TEST(AnnotateWorkbook, NothingToSayChangesNothing) {
  const auto bytes = test::make_zip(workbook_parts());
  EXPECT_EQ(annotated(bytes, {}), bytes);
  auto example = about(Severity::Note, "A1", "示例");
  example.code = "example_row";
  EXPECT_EQ(annotated(bytes, {example}), bytes);
}

TEST(AnnotateWorkbook, ACorrectedWorkbookComesBackAsItWas) {
  const auto bytes = test::make_zip(workbook_parts());
  const auto before = parts_of(bytes);
  const auto marked = annotated(bytes, {about(Severity::Error, "A3", "错"), about(Severity::Warning, "C3", "疑")});
  EXPECT_NE(parts_of(marked)["xl/worksheets/sheet1.xml"], before.at("xl/worksheets/sheet1.xml"));
  const auto clean = parts_of(annotated(marked, {}));
  for (const auto& [name, text] : before) {
    if (name == "xl/styles.xml" || name == "[Content_Types].xml") continue;
    EXPECT_EQ(clean.at(name), text) << name;
  }
  EXPECT_FALSE(clean.contains("xl/comments1.xml"));
  EXPECT_FALSE(clean.contains("xl/drawings/vmlDrawing1.vml"));
  EXPECT_EQ(clean.at("[Content_Types].xml").find("/xl/comments1.xml"), std::string::npos);

  const auto half = parts_of(annotated(marked, {about(Severity::Error, "A3", "错")}));
  EXPECT_EQ(count_of(half.at("xl/comments1.xml"), "<comment "), 1U);
  EXPECT_NE(half.at("xl/worksheets/sheet1.xml").find("<c r=\"C3\" s='2'>"), std::string::npos);
  const auto again = annotated(marked, {about(Severity::Error, "A3", "错"), about(Severity::Warning, "C3", "疑")});
  EXPECT_TRUE(parts_of(again) == parts_of(marked)) << "said twice is said once";
}

TEST(AnnotateWorkbook, AllMessagesOfACellStandInItsCommentWorstFirst) {
  const auto after = parts_of(annotated(test::make_zip(workbook_parts()),
                                        {about(Severity::Note, "A3", "甲"), about(Severity::Warning, "A3", "乙<&>\x01"),
                                         about(Severity::Error, "A3", "丙"), about(Severity::Error, "A3", "丙")}));
  const auto& comments = after.at("xl/comments1.xml");
  EXPECT_EQ(count_of(comments, "<comment "), 1U);
  EXPECT_NE(comments.find(
                "错误：丙。处理：改丙。\n提醒：乙&lt;&amp;&gt;。处理：改乙&lt;&amp;&gt;。\n说明：甲。处理：改甲。</t>"),
            std::string::npos)
      << comments;
}

TEST(AnnotateWorkbook, WhatNoCellIsToBlameForStandsOpenAtTheTitle) {
  const auto after =
      parts_of(annotated(test::make_zip(workbook_parts()),
                         {about(Severity::Error, "", "无主", ""), about(Severity::Note, "C9", "远", "没有的表"),
                          about(Severity::Warning, "", "全表")}));
  const auto& comments = after.at("xl/comments1.xml");
  EXPECT_EQ(count_of(comments, "ref=\"A1\""), 1U);
  EXPECT_NE(
      comments.find("错误：无主。处理：改无主。\n提醒：全表。处理：改全表。\n说明：远。处理：改远。（没有的表 C9）"),
      std::string::npos)
      << comments;
  EXPECT_NE(after.at("xl/drawings/vmlDrawing1.vml").find("visibility:visible"), std::string::npos);
  EXPECT_EQ(after.at("xl/worksheets/sheet1.xml").find("s=\"3\""), std::string::npos)
      << "no cell is named, none coloured";
  EXPECT_EQ(after.at("xl/styles.xml"), parts_of(test::make_zip(workbook_parts())).at("xl/styles.xml"));
}

TEST(AnnotateWorkbook, AMergedRangeIsMarkedAtItsFirstCell) {
  const auto parts = workbook_parts(kRows, "<mergeCells count=\"1\"><mergeCell ref=\"A3:B5\"/></mergeCells>");
  const auto after = parts_of(
      annotated(test::make_zip(parts), {about(Severity::Error, "B4", "错"), about(Severity::Warning, "A3", "疑")}));
  EXPECT_NE(after.at("xl/worksheets/sheet1.xml").find("<c r=\"A3\" s=\"3\">"), std::string::npos);
  EXPECT_EQ(after.at("xl/worksheets/sheet1.xml").find("B4\""), std::string::npos);
  EXPECT_EQ(count_of(after.at("xl/comments1.xml"), "<comment "), 1U);
  EXPECT_NE(after.at("xl/comments1.xml").find("ref=\"A3\""), std::string::npos);
}

Parts with_comments(const std::string& comments, const std::string& drawing) {
  auto parts = workbook_parts(kRows, "<legacyDrawing r:id=\"d\"/><extLst/>");
  parts.emplace_back("xl/worksheets/_rels/sheet1.xml.rels",
                     std::string("<Relationships xmlns=\"") + kPackage + "\"><Relationship Id=\"c\" Type=\"" + kOffice +
                         "/comments\" Target=\"../notes.xml\"/><Relationship Id=\"d\" Type=\"" + kOffice +
                         "/vmlDrawing\" Target=\"../old.vml\"/></Relationships>");
  parts.emplace_back("xl/notes.xml", std::string("<comments xmlns=\"") + kMain +
                                         "\"><authors><author>王</author></authors>"
                                         "<commentList>" +
                                         comments + "</commentList></comments>");
  parts.emplace_back("xl/old.vml", drawing);
  return parts;
}

constexpr const char* kTheirs = "<comment ref=\"A3\" authorId=\"0\"><text><t>王的话</t></text></comment>";
/// As old programs write it: not well-formed.
constexpr const char* kTheirDrawing =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\">\r\n<v:shape id=\"_x0000_s1030\"><div><br></div><x:ClientData "
    "ObjectType=\"Note\"><x:Row>2</x:Row>\r\n<x:Column>0</x:Column></x:ClientData></v:shape></xml>\r\n";

TEST(AnnotateWorkbook, CommentsOfOthersStayAndOursCanBeTakenBack) {
  const auto bytes = test::make_zip(with_comments(kTheirs, kTheirDrawing));
  const auto before = parts_of(bytes);
  const auto marked = annotated(bytes, {about(Severity::Error, "A3", "错"), about(Severity::Error, "C3", "误")});
  const auto after = parts_of(marked);
  const auto& comments = after.at("xl/notes.xml");
  EXPECT_EQ(count_of(comments, "<comment "), 2U);
  EXPECT_NE(comments.find("<r><t>王的话</t></r>"), std::string::npos) << comments;
  EXPECT_NE(comments.find("【挂图】\n错误：错。"), std::string::npos) << comments;
  const auto& drawing = after.at("xl/old.vml");
  EXPECT_TRUE(drawing.starts_with(std::string(kTheirDrawing).substr(0, std::string(kTheirDrawing).find("</xml>"))));
  EXPECT_EQ(count_of(drawing, "<v:shape "), 2U);
  EXPECT_NE(drawing.find("_x0000_s1031"), std::string::npos);
  EXPECT_EQ(after.at("xl/worksheets/_rels/sheet1.xml.rels"), before.at("xl/worksheets/_rels/sheet1.xml.rels"));

  const auto clean = parts_of(annotated(marked, {}));
  EXPECT_EQ(count_of(clean.at("xl/notes.xml"), "<comment "), 1U);
  EXPECT_EQ(clean.at("xl/notes.xml").find("错"), std::string::npos);
  EXPECT_NE(clean.at("xl/notes.xml").find("王的话"), std::string::npos);
  EXPECT_EQ(count_of(clean.at("xl/old.vml"), "<v:shape "), 1U);
  EXPECT_EQ(clean.at("xl/worksheets/sheet1.xml"), before.at("xl/worksheets/sheet1.xml"));
}

TEST(AnnotateWorkbook, OursAreKnownAfterAnotherProgramSavedThem) {
  auto parts = with_comments(
      "<comment ref=\"A3\" authorId=\"0\"><text><r><t>【挂</t></r><r><t>图】\n错误：旧</t></r></text></comment>",
      kTheirDrawing);
  parts.emplace_back("docProps/app.xml", "<Properties><Application>LibreOffice/7.4</Application></Properties>");
  for (auto& [name, text] : parts)
    if (name == "xl/styles.xml") {
      const std::string theirs = "rgb=\"FF00FF00\"/><bgColor indexed=\"64\"/>";
      text.replace(text.find(theirs), theirs.size(), "rgb=\"FFFFB9B4\"/><bgColor rgb=\"FFFF99CC\"/>");
    }
  const auto clean = parts_of(annotated(test::make_zip(parts), {}));
  EXPECT_FALSE(clean.contains("xl/notes.xml"));
  EXPECT_FALSE(clean.contains("xl/old.vml"));
  EXPECT_NE(clean.at("xl/worksheets/sheet1.xml").find("<c r=\"A3\" s=\"3\">"), std::string::npos)
      << "without our colour";
  EXPECT_NE(clean.at("xl/styles.xml").find("<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\"><alignment"),
            std::string::npos)
      << "and without the background that LibreOffice made up";
}

TEST(AnnotateWorkbook, TheDrawingStandsWhereTheSchemaWantsIt) {
  const auto parts = workbook_parts(kRows, "<pageMargins left=\"1\"/><drawing r:id=\"x\"/><tableParts/><extLst/>");
  const auto after = parts_of(annotated(test::make_zip(parts), {about(Severity::Error, "A3", "错")}));
  EXPECT_NE(
      after.at("xl/worksheets/sheet1.xml").find("<drawing r:id=\"x\"/><legacyDrawing r:id=\"rId2\"/><tableParts/>"),
      std::string::npos)
      << after.at("xl/worksheets/sheet1.xml");
}

TEST(AnnotateWorkbook, TheBoxIsAsLargeAsItsTextByTheSizesOfTheSheet) {
  const std::string xml =
      "<worksheet><sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"2\" max=\"2\" width=\"10\"/><col min=\"3\" "
      "max=\"3\" width=\"50\"/></cols><sheetData><row r=\"1\" ht=\"9\"/><row r=\"2\" "
      "ht=\"300\"/></sheetData></worksheet>";
  const auto outline = outline_sheet(xml, {});
  ASSERT_TRUE(outline.has_value());
  EXPECT_EQ(note_anchor(*outline, {0, 0}, "短"), "1, 12, 0, 2, 2, 237, 1, 17");
  EXPECT_EQ(note_anchor(*outline, {1, 1}, "一\n二"), "2, 12, 1, 2, 2, 312, 1, 46");
  EXPECT_EQ(note_anchor(*outline, {5, 16'383}, "短"), "16383, 12, 5, 2, 16383, 64, 6, 9")
      << "there is nothing to the right";
}

TEST(AnnotateWorkbook, DamagedFilesAreRefusedNeverACrash) {
  const auto good =
      annotated(test::make_zip(with_comments(kTheirs, kTheirDrawing)), {about(Severity::Error, "B3", "错")});
  const unsigned seed = 20230210;
  std::mt19937 random(seed);
  for (int i = 0; i < 1500; ++i) {
    auto bad = good;
    for (unsigned flips = 1 + random() % 4; flips > 0; --flips)
      bad[random() % bad.size()] ^= static_cast<char>(1U << (random() % 8));
    const auto result = annotate_workbook(bad, std::vector{about(Severity::Error, "C3", "错")});
    if (!result) {
      EXPECT_FALSE(result.error().subject.empty()) << "seed " << seed;
    }
  }
}

TEST(AnnotateWorkbook, EvenWhatIsNotWellFormedInsideIsNoCrash) {
  const unsigned seed = 20230211;
  std::mt19937 random(seed);
  const auto parts = with_comments(kTheirs, kTheirDrawing);
  for (int i = 0; i < 3000; ++i) {
    auto bad = parts;
    auto& text = bad[random() % bad.size()].second;
    for (unsigned cuts = 1 + random() % 3; cuts > 0 && !text.empty(); --cuts) {
      const auto at = random() % text.size();
      if (random() % 2 == 0)
        text.erase(at, 1 + random() % 20);
      else
        text.insert(at, text.substr(random() % text.size(), random() % 40));
    }
    const auto result = annotate_workbook(
        test::make_zip(bad), std::vector{about(Severity::Error, "C3", "错"), about(Severity::Warning, "A9", "疑")});
    if (!result) {
      EXPECT_FALSE(result.error().subject.empty()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace guatu::documents
