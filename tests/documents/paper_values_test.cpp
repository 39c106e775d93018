#include "guatu/documents/docx/paper_values.hpp"

#include <gtest/gtest.h>

#include "guatu/documents/docx/close_gaps.hpp"
#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/stand_in_fonts.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

// Where what depends on the length of a text is put, and what becomes of it in the document.
namespace guatu::documents {
namespace {

constexpr double kLine = 8844.0 / 315;  // Characters in a line.

TEST(SignaturePlace, ASealedIssuerIsCentredOverItsDate) {
  struct Row {
    double issuer, date, middle;
  };
  const std::vector<Row> rows{
      {8, 7, kLine - 4 - 3.5},   // The date ends four characters before the edge.
      {15, 7, kLine - 4 - 3.5},  // The issuer just does not reach the edge.
      {23, 7, kLine - 11.5},     // A long one ends at the edge, the date below its middle.
      {40, 7, kLine / 2},        // One that needs two lines is centred on the page.
  };
  for (const auto& row : rows) {
    const auto place = sealed_place(row.issuer, row.date);
    EXPECT_NEAR((place.issuer_left + kLine - place.issuer_right) / 2, row.middle, 1e-9) << row.issuer;
    EXPECT_EQ(place.issuer_left, place.date_left);
    EXPECT_EQ(place.issuer_right, place.date_right);
    EXPECT_GE(kLine - place.issuer_left - place.issuer_right, std::min(row.issuer, kLine)) << "room for a line";
  }
}

TEST(SignaturePlace, WithoutASealTheDateBeginsTwoCharactersLater) {
  const auto usual = unsealed_place(12, 7);
  EXPECT_NEAR(usual.issuer_left + 12, kLine - 2, 1e-9);
  EXPECT_NEAR(usual.date_left, usual.issuer_left + 2, 1e-9);
  const auto short_issuer = unsealed_place(5, 7);
  EXPECT_NEAR(short_issuer.date_left + 7, kLine - 2, 1e-9)
      << "a date that is longer ends two characters before the edge";
  EXPECT_NEAR(short_issuer.issuer_left, short_issuer.date_left - 2, 1e-9);
  EXPECT_GE(unsealed_place(40, 7).issuer_left, 0);
}

std::string document_of(const reporting::OfficialPaper& paper, const std::string& name) {
  const auto bytes = render_paper(paper, built_in_template(name));
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message.zh);
  auto archive = ZipArchive::open(*bytes, {});
  return archive.value().read("word/document.xml").value();
}

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

reporting::OfficialPaper with_annexes(const std::vector<bool>& lying) {
  reporting::OfficialPaper paper;
  paper.title = "标题";
  for (const bool turned : lying)
    paper.annexes.push_back({1, "附件", turned, {{{}, {}, {{"栏"}, {"值"}}}}, {}});
  return paper;
}

TEST(PaperSections, TurnWhereAnAttachmentLies) {
  struct Row {
    std::vector<bool> lying;
    int sections, lying_sections;
  };
  const std::vector<Row> rows{{{}, 1, 0},           {{false}, 1, 0},       {{true}, 3, 1},
                              {{true, true}, 3, 1}, {{false, true}, 3, 1}, {{true, false}, 3, 1}};
  for (const auto& row : rows) {
    const auto document = document_of(with_annexes(row.lying), "bulletin");
    EXPECT_EQ(count(document, "<w:sectPr>"), row.sections) << row.lying.size();
    EXPECT_EQ(count(document, "w:orient=\"landscape\""), row.lying_sections);
  }
}

TEST(PaperSections, AreNeverAnEmptyLastPage) {
  const auto document = document_of(with_annexes({true}), "plain");
  EXPECT_EQ(count(document, "<w:sectPr>"), 2);
  EXPECT_LT(document.rfind("w:orient=\"landscape\""), document.size());
  EXPECT_GT(document.rfind("w:orient=\"landscape\""), document.rfind("<w:p>")) << "the paper ends lying";
}

TEST(RedHead, IsNarrowedUntilItHasRoom) {
  reporting::OfficialPaper paper;
  paper.red_head = "某市文件";
  EXPECT_NE(document_of(paper, "bulletin").find("<w:w w:val=\"100\"/>"), std::string::npos);
  paper.red_head.clear();
  for (int i = 0; i < 25; ++i)
    paper.red_head += "长";
  EXPECT_NE(document_of(paper, "bulletin").find("<w:w w:val=\"57\"/>"), std::string::npos) << "156 mm, 25 of 30 pt";
}

reporting::OfficialPaper issued_by(std::vector<std::string> others) {
  reporting::OfficialPaper paper;
  paper.red_head = "某市指挥部文件";
  paper.issuer = "某市指挥部";
  paper.date = "2022年12月10日";
  paper.marks.joint = std::move(others);
  return paper;
}

TEST(JointIssue, EveryBodyStandsInTheHeadAndSigns) {
  const auto document = document_of(issued_by({"某市发展改革委", "某市财政局"}), "bulletin");
  for (const char* name : {"某市发展改革委", "某市财政局"})
    EXPECT_EQ(count(document, std::string(">") + name + "<"), 2) << name;
  EXPECT_EQ(count(document, ">某市指挥部<"), 3) << "the host prints it, too";
  EXPECT_EQ(count(document, ">文件<"), 1);
  EXPECT_EQ(count(document, ">2022年12月10日<"), 1);
  EXPECT_EQ(count(document, "JointIssuer"), 4) << "three bodies and the day";
  EXPECT_EQ(document.find("\"RedHead\""), std::string::npos);
  EXPECT_EQ(document.find("{{"), std::string::npos);
}

TEST(JointIssue, SignaturesFillRowsAndTheLastStandsAtTheRight) {
  struct Row {
    std::vector<std::string> others;
    int rows, cells;
  };
  const std::string long_name = "某市重点项目集中攻坚行动指挥部办公室";
  for (const auto& row : std::vector<Row>{
           {{"甲局"}, 1, 2}, {{"甲局", "乙局"}, 1, 3}, {{"甲局", "乙局", "丙局"}, 2, 6}, {{"甲局", long_name}, 2, 4}}) {
    const auto document = document_of(issued_by(row.others), "bulletin");
    const auto signatures = document.substr(document.rfind("<w:tbl>", document.rfind("JointIssuer")));
    const auto table = signatures.substr(0, signatures.find("</w:tbl>"));
    EXPECT_EQ(count(table, "<w:tr>"), row.rows) << row.others.size();
    EXPECT_EQ(count(table, "<w:tc>"), row.cells);
    EXPECT_EQ(count(table, "<w:gridCol"), row.cells / row.rows);
    EXPECT_GT(table.find(">2022年12月10日<"), table.rfind(">" + row.others.back() + "<"));
  }
}

TEST(JointIssue, NeedsATemplateWithAPlaceForIt) {
  const auto refused = render_paper(issued_by({"某市财政局"}), built_in_template("brief"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.zh.find("{{#"), std::string::npos) << refused.error().message.zh;
}

TEST(OfficialMarks, ArePrintedOnlyWhenGiven) {
  for (const char* name : {"bulletin", "brief", "letter", "plain"}) {
    reporting::OfficialPaper paper;
    EXPECT_EQ(count(document_of(paper, name), "\"CopyNumber\""), 0) << name;
    paper.marks = {"000012", "机密★1年", "特急", {}};
    const auto document = document_of(paper, name);
    for (const char* mark : {">000012<", ">机密★1年<", ">特急<"})
      EXPECT_EQ(count(document, mark), 1) << name;
    EXPECT_LT(document.find(">000012<"), document.find(">机密★1年<"));
  }
}

TEST(UpwardPaper, NamesWhoSignsIt) {
  reporting::OfficialPaper paper;
  paper.document_number = "某发〔2022〕3号";
  EXPECT_EQ(document_of(paper, "bulletin").find("签发人"), std::string::npos);
  paper.signer = "张三";
  const auto document = document_of(paper, "bulletin");
  EXPECT_NE(document.find("签发人："), std::string::npos);
  EXPECT_NE(document.find("张三"), std::string::npos);
}

TEST(CharacterCount, CountsWhatIsReadAndNoBlanks) {
  reporting::OfficialPaper paper;
  paper.title = "标题 甲";
  paper.body.emplace_back(reporting::Paragraph{reporting::ParagraphStyle::Body, "正文　12。"});
  paper.body.emplace_back(reporting::SmallTable{"表1", {{"栏"}, {"3"}}});
  EXPECT_EQ(reporting::character_count(paper), 3U + 5U + 2U + 2U);
}

TEST(CloseGaps, StandsBetweenDigitsAndCharactersAlone) {
  const std::string gap = "\xE2\x80\x8B";
  EXPECT_EQ(with_gaps_closed("2022年12月"), "2022" + gap + "年" + gap + "12" + gap + "月");
  EXPECT_EQ(with_gaps_closed("（2022）、共 3 项"), "（2022）、共 3 项") << "neither at brackets nor at blanks";
  EXPECT_EQ(with_gaps_closed(""), "");
  EXPECT_EQ(with_gaps_closed("约谈"), "约谈");
}

TEST(StandInFonts, AreFoundByTheirNamesInAPdf) {
  EXPECT_TRUE(stand_ins_in("/BaseFont/BAAAAA+FangSong_GB2312").empty());
  EXPECT_EQ(stand_ins_in("/BaseFont/BAAAAA+NotoSerifCJKsc-Regular /FontName/CAAAAA+UKaiCN"),
            (std::vector<std::string>{"Noto Serif CJK SC", "AR PL UKai CN"}));
  EXPECT_NE(font_settings("/a&b").find("<dir>/a&amp;b</dir>"), std::string::npos);
}

}  // namespace
}  // namespace guatu::documents
