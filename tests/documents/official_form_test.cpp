#include <gtest/gtest.h>

#include "guatu/app/files.hpp"
#include "guatu/base/text.hpp"
#include "guatu/documents/office_worker.hpp"
#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/workbooks/workbooks.hpp"

#include "tests/support/printed_pdf.hpp"
#include "tests/support/program.hpp"

// Papers as LibreOffice prints them, measured against GB/T 9704-2012. Numbers are the standard's, in millimetres.
namespace guatu::documents {
namespace {

using reporting::OfficialPaper;
using reporting::Paper;
using reporting::Paragraph;
using reporting::ParagraphStyle;
using test::Box;
using test::PrintedPage;

constexpr double kTolerance = 1;
constexpr double kLeft = 28, kTop = 37, kWidth = 156, kHeight = 225;
constexpr double kRight = kLeft + kWidth, kBottom = kTop + kHeight, kMiddle = kLeft + kWidth / 2;
constexpr double kCharacter = kWidth / 28, kLine = kHeight / 22;
constexpr double kPoint = 25.4 / 72, kFourth = 14 * kPoint;
constexpr double kNumberBelowText = 7;

std::string repeated(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i)
    result += text;
  return result;
}

OfficialPaper a_paper(const std::string& issuer) {
  OfficialPaper paper;
  paper.red_head = "某市指挥部办公室文件";
  paper.document_number = "某攻坚办发〔2022〕3号";
  paper.title = "关于十二月上旬\n前期手续办理情况的通报";
  paper.addressees = "各县区：";
  paper.body.emplace_back(Paragraph{ParagraphStyle::Heading1, "一、总体情况"});
  paper.body.emplace_back(Paragraph{ParagraphStyle::Heading2, "（一）以项目为单位"});
  paper.body.emplace_back(Paragraph{ParagraphStyle::Body, repeated("国", 28 * 40)});
  paper.body.emplace_back(Paragraph{ParagraphStyle::Body, "特此通报。"});
  paper.issuer = issuer;
  paper.date = "2022年12月10日";
  paper.copy_to = "市委、市政府领导";
  paper.printed_on = "2022年12月10日印发";
  return paper;
}

reporting::PaperAnnex lying_annex() {
  reporting::PaperAnnex annex{1, "排名测算表", true, {{{}, {1, 2, 1}, {{"位次", "单位", "办结率"}}}}, {}};
  for (int i = 0; i < 60; ++i)
    annex.tables.front().rows.push_back({"一", "某县", "十分之一"});
  return annex;
}

/// A table of more than one page, with a place for the stamp.
reporting::WorkbookModel a_workbook() {
  reporting::TableSheet sheet("清单", "未办结手续清单", "截至2022年12月10日",
                              {{"序号", 8}, {"项目名称", 60}, {"状态", 40}});
  for (std::int64_t i = 1; i <= 60; ++i)
    sheet.add_row({i, std::string("某项目"), std::string("在办")});
  reporting::WorkbookModel workbook{"清单", Date::of(2022, 12, 10), {sheet.take()}};
  reporting::add_stamp_places(workbook);
  return workbook;
}

OfficialPaper a_marked_paper() {
  auto paper = a_paper("某市指挥部");
  paper.red_head = "某市指挥部文件";
  paper.marks = {"000012", "机密★1年", "特急", {"某市发展改革委员会", "某市财政局"}};
  return paper;
}

/// Bodies of so many lines that the last paragraph ends at the foot of a page, or a little before and behind it.
constexpr int kFirstFiller = 10, kFillers = 7;
OfficialPaper a_paper_with_a_long_end(int lines_before) {
  auto paper = a_paper("某市指挥部办公室");
  paper.body.clear();
  for (int i = 0; i < lines_before; ++i)
    paper.body.emplace_back(Paragraph{ParagraphStyle::Body, "前文。"});
  paper.body.emplace_back(Paragraph{ParagraphStyle::Body, repeated("国", 26 + 28 * 7)});
  return paper;
}

/// PDFs of papers and a workbook, made by one LibreOffice.
class Printed {
 public:
  Printed() {
    auto bulletin = a_paper("某市指挥部办公室");
    bulletin.attachments = {"排名测算表"};
    bulletin.annexes = {lying_annex()};
    auto marked_letter = a_paper("某市指挥部办公室");
    marked_letter.marks = {"000012", "机密★1年", "特急", {}};
    add("bulletin", "bulletin", bulletin);
    add("plain", "plain", a_paper("某市攻坚行动指挥部办公室"));
    add("letter", "letter", a_paper("某市指挥部办公室"));
    add("marked", "bulletin", a_marked_paper());
    add("marked_letter", "letter", marked_letter);
    for (int i = 0; i < kFillers; ++i)
      add("end" + std::to_string(i), "bulletin", a_paper_with_a_long_end(kFirstFiller + i));
    print();
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / (name + ".pdf")).string(); }
  [[nodiscard]] bool is_there() const { return std::filesystem::exists(path("letter")); }

 private:
  void add(const std::string& name, const std::string& form, const OfficialPaper& paper) {
    word_.push_back({name + ".docx", render_paper(paper, built_in_template(form)).value()});
  }

  void print() {
    auto word = word_;
    word.push_back({"table.xlsx", write_workbook(a_workbook()).value()});
    const auto program = app::find_program("soffice");
    EXPECT_TRUE(program.has_value()) << "LibreOffice belongs to what ./dev test installs";
    const auto made = convert_to_pdf({program ? *program : std::string{}, std::chrono::seconds(300)}, word);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().message.zh);
    if (!made) return;
    for (const auto& paper : *made)
      test::write_text(folder_.path() / paper.name, paper.bytes);
  }
  std::vector<Paper> word_;
  test::TemporaryFolder folder_;
};

Box ink(const PrintedPage& page, const std::string& beginning) {
  const auto word = page.find(beginning);
  EXPECT_TRUE(word.has_value()) << beginning;
  return word ? page.ink_of(*word) : Box{};
}

void expect_head(const PrintedPage& page) {
  const auto head = ink(page, "某市指挥部办公室文件");
  EXPECT_NEAR(head.top, kTop + 35, kTolerance) << "发文机关标志上边缘至版心上边缘";
  EXPECT_NEAR(head.middle(), kMiddle, kTolerance);
  const auto number = ink(page, "某攻坚办发〔2022〕3号");
  EXPECT_NEAR(number.middle(), kMiddle, kTolerance);
  EXPECT_NEAR(number.top - head.bottom, 2 * kLine + (kLine - 16 * kPoint) / 2 + 1, 2 * kTolerance)
      << "发文字号下空二行";
  const auto rules = page.rules(kLeft, kRight);
  ASSERT_EQ(rules.size(), 1U) << "红色分隔线";
  EXPECT_NEAR(rules.front().top - number.bottom, 4, kTolerance);
  const auto title = ink(page, "关于十二月上旬");
  EXPECT_NEAR(title.top - rules.front().bottom, 2 * kLine + (kLine - 22 * kPoint) / 2, kTolerance) << "标题空二行";
  EXPECT_NEAR(title.middle(), kMiddle, kTolerance);
}

void expect_text(const PrintedPage& page) {
  const auto addressees = ink(page, "各县区");
  EXPECT_NEAR(addressees.left, kLeft, kTolerance) << "主送机关顶格";
  const auto second_title = ink(page, "前期手续办理情况的通报");
  EXPECT_NEAR(addressees.top - second_title.bottom, kLine + (kLine - 16 * kPoint) / 2 + (32 - 22) / 2.0 * kPoint,
              kTolerance)
      << "标题下空一行";
  const auto heading = ink(page, "一、总体情况");
  EXPECT_NEAR(heading.left, kLeft + 2 * kCharacter, kTolerance) << "左空二字";
  EXPECT_NEAR(ink(page, "（一）").top - heading.top, kLine, kTolerance);
  EXPECT_NEAR(ink(page, "国").left, kLeft + 2 * kCharacter, kTolerance);
}

/// A page of nothing but running text.
void expect_full_page(const PrintedPage& page) {
  const auto lines = page.lines_in({kLeft, kTop, kRight, kBottom});
  ASSERT_EQ(lines.size(), 22U);
  EXPECT_NEAR((lines.back().top - lines.front().top) / 21, kLine, 0.05);
  EXPECT_NEAR(lines.front().top, kTop + (kLine - 16 * kPoint) / 2, kTolerance + 0.3)
      << "characters stand in their line";
  EXPECT_LE(lines.back().bottom, kBottom);
  std::size_t full = 0;
  for (const auto& word : page.words())
    if (word.text.starts_with("国")) {
      EXPECT_EQ(code_points(word.text).size(), 28U);
      EXPECT_NEAR(page.ink_of(word).left, kLeft, kTolerance);
      EXPECT_NEAR(page.ink_of(word).right, kRight, kTolerance);
      ++full;
    }
  EXPECT_EQ(full, 22U);
}

void expect_number(const PrintedPage& page, bool odd) {
  const Box below{kLeft - 5, kBottom + 2, kRight + 5, kBottom + 14};
  const auto dash = page.find("—");
  ASSERT_TRUE(dash.has_value());
  const auto drawn = page.ink_of(*dash);
  EXPECT_NEAR((drawn.top + drawn.bottom) / 2, kBottom + kNumberBelowText, kTolerance) << "一字线距版心下边缘 7 mm";
  const auto number = page.ink_in(below);
  ASSERT_TRUE(number.has_value());
  if (odd)
    EXPECT_NEAR(number->right, kRight - kFourth, kTolerance) << "单页码居右空一字";
  else
    EXPECT_NEAR(number->left, kLeft + kFourth, kTolerance) << "双页码居左空一字";
}

void expect_sealed_signature(const PrintedPage& page) {
  const auto date = ink(page, "2022年12月10日");
  EXPECT_NEAR(date.right, kRight - 4 * kCharacter, kTolerance) << "成文日期右空四字";
  const auto issuer = ink(page, "某市指挥部办公室");
  EXPECT_NEAR(issuer.middle(), date.middle(), kTolerance) << "署名以成文日期为准居中";
  EXPECT_NEAR(date.top - issuer.top, kLine, kTolerance);
  const auto attachments = ink(page, "附件：");
  EXPECT_NEAR(attachments.left, kLeft + 2 * kCharacter, kTolerance);
  EXPECT_NEAR(issuer.top - attachments.top, 3 * kLine, kTolerance) << "two lines stay free for the seal";
}

/// On the sheet held upright the number stands where it always stands.
void expect_lying_page(const PrintedPage& page, bool odd) {
  const double left = 35, right = 260, top = 28, bottom = 184;
  const auto number = page.ink_in({left - 14, top, left - 2, bottom});
  ASSERT_TRUE(number.has_value());
  EXPECT_NEAR(number->middle(), left - kNumberBelowText, kTolerance);
  if (odd)
    EXPECT_NEAR(number->bottom, bottom - kFourth, kTolerance);
  else
    EXPECT_NEAR(number->top, top + kFourth, kTolerance);
  const auto table = page.ink_in({left - 1, top - 1, right + 2, bottom + 2});
  ASSERT_TRUE(table.has_value());
  EXPECT_NEAR(table->left, left, kTolerance);
  EXPECT_NEAR(table->right, right, kTolerance);
  EXPECT_GE(table->top, top - 0.5);
  EXPECT_LE(table->bottom, bottom + kTolerance);
}

void expect_imprint(const PrintedPage& page) {
  const auto rules = page.rules(kLeft, kRight);
  ASSERT_EQ(rules.size(), 3U) << "版记的三条线";
  EXPECT_NEAR(rules.back().bottom, kBottom, kTolerance) << "末条线与版心下边缘重合";
  EXPECT_NEAR(ink(page, "抄送").left, kLeft + kFourth, kTolerance) << "左空一字";
  EXPECT_NEAR(ink(page, "2022年12月10日印发").right, kRight - kFourth, kTolerance) << "右空一字";
}

void expect_letter(const PrintedPage& page) {
  const double left = 20, right = 190;
  const auto head = ink(page, "某市指挥部办公室文件");
  EXPECT_NEAR(head.top, 30, kTolerance) << "发文机关标志上边缘至上页边";
  const auto rules = page.rules(left, right);
  ASSERT_GE(rules.size(), 2U) << "红色双线，长 170 mm";
  EXPECT_NEAR(rules.front().top - head.bottom, 4, kTolerance);
  EXPECT_NEAR(rules.back().bottom, 297 - 20, kTolerance);
  EXPECT_NEAR(ink(page, "某攻坚办发〔2022〕3号").right, kRight, kTolerance) << "发文字号顶格居右";
  EXPECT_FALSE(page.find("—").has_value()) << "首页不显示页码";
}

void expect_unsealed_signature(const PrintedPage& page) {
  const auto issuer = ink(page, "某市攻坚行动指挥部办公室");
  EXPECT_NEAR(issuer.right, kRight - 2 * kCharacter, kTolerance) << "署名右空二字";
  EXPECT_NEAR(ink(page, "2022年12月10日").left - issuer.left, 2 * kCharacter, kTolerance) << "日期比署名右移二字";
}

void expect_table(const std::string& path) {
  const auto pages = test::count_pages(path);
  ASSERT_GE(pages, 2);
  for (int page = 1; page <= pages; ++page) {
    const PrintedPage printed(path, page);
    EXPECT_TRUE(printed.find("项目名称").has_value()) << "the head is on every page";
    EXPECT_TRUE(printed.find("截至2022年12月10日").has_value());
    EXPECT_TRUE(printed.find("第" + std::to_string(page) + "页，共" + std::to_string(pages) + "页").has_value());
  }
  EXPECT_TRUE(PrintedPage(path, pages).find("单位（盖章）").has_value());
}

void expect_marks(const PrintedPage& page) {
  const auto copy = ink(page, "000012");
  EXPECT_NEAR(copy.left, kLeft, kTolerance) << "份号顶格";
  EXPECT_NEAR((copy.top + copy.bottom) / 2, kTop + kLine / 2, kTolerance) << "版心左上角第一行";
  const auto secrecy = ink(page, "机密");
  EXPECT_NEAR(secrecy.left, kLeft, kTolerance) << "密级顶格";
  EXPECT_NEAR((secrecy.top + secrecy.bottom) / 2, kTop + 1.5 * kLine, kTolerance) << "第二行";
  const auto urgency = ink(page, "特急");
  EXPECT_NEAR(urgency.left, kLeft, kTolerance);
  EXPECT_NEAR((urgency.top + urgency.bottom) / 2, kTop + 2.5 * kLine, kTolerance) << "自上而下分行排列";
}

/// Names below each other, as wide as the longest, 文件 at the right of their middle.
void expect_joint_head(const PrintedPage& page) {
  const auto host = ink(page, "某市指挥部");
  const auto longest = ink(page, "某市发展改革委员会");
  const auto last = ink(page, "某市财政局");
  EXPECT_NEAR(host.top, kTop + 35, kTolerance) << "发文机关标志上边缘至版心上边缘";
  EXPECT_GE(longest.top - host.top, 30 * kPoint) << "below each other";
  EXPECT_NEAR(longest.top - host.top, last.top - longest.top, kTolerance);
  EXPECT_GE(host.left, kLeft - kTolerance);
  for (const auto& name : {longest, last}) {
    EXPECT_NEAR(name.left, host.left, kTolerance);
    EXPECT_NEAR(name.right, host.right, 2 * kTolerance);
  }
  const auto word = ink(page, "文件");
  EXPECT_GT(word.left, longest.right);
  EXPECT_LE(word.right, kRight + kTolerance);
  EXPECT_NEAR((word.top + word.bottom) / 2, (host.top + last.bottom) / 2, 2 * kTolerance) << "上下居中";
}

/// Three bodies in a row, a seal of 42 mm each that touches no other and stays inside the text, the day below the last.
void expect_joint_signature(const PrintedPage& page) {
  const double seal = 42;
  std::vector<Box> signatures;
  for (const char* name : {"某市指挥部", "某市发展改革委员会", "某市财政局"})
    signatures.push_back(ink(page, name));
  EXPECT_NEAR(signatures[0].top, signatures[2].top, kTolerance);
  EXPECT_GE(signatures[0].middle() - seal / 2, kLeft);
  EXPECT_LE(signatures[2].middle() + seal / 2, kRight);
  for (std::size_t i = 1; i < signatures.size(); ++i)
    EXPECT_GE(signatures[i].middle() - signatures[i - 1].middle(), seal) << "印章互不相交或相切";
  const auto date = ink(page, "2022年12月10日");
  EXPECT_NEAR(date.middle(), signatures[2].middle(), kTolerance);
  EXPECT_NEAR(date.top - signatures[2].top, kLine, kTolerance);
  const auto text = ink(page, "特此通报");
  const auto middle = (signatures[2].top + date.bottom) / 2;
  EXPECT_LE(middle - seal / 2 - text.bottom, kLine) << "首排印章顶端上距正文一行之内";
  EXPECT_GE(middle - seal / 2, text.bottom - 1);
}

void expect_marked_letter(const PrintedPage& page) {
  const auto rule = page.rules(20, 190).front();
  const auto copy = ink(page, "000012");
  EXPECT_NEAR(copy.left, kLeft, kTolerance);
  EXPECT_NEAR(copy.top - rule.bottom, 16 * kPoint * 7 / 8, 2 * kTolerance) << "与红色双线的距离为3号汉字高度的7/8";
  const auto number = ink(page, "某攻坚办发〔2022〕3号");
  EXPECT_NEAR((number.top + number.bottom) / 2, (copy.top + copy.bottom) / 2, kTolerance) << "发文字号同一行";
  EXPECT_NEAR(number.right, kRight, kTolerance);
  EXPECT_NEAR(ink(page, "特急").top - ink(page, "机密").top, kLine, kTolerance);
  EXPECT_NEAR(ink(page, "关于十二月上旬").top - ink(page, "特急").bottom,
              2 * kLine + (kLine - 22 * kPoint) / 2 + (kLine - 16 * kPoint) / 2, 2 * kTolerance)
      << "标题与其上最后一个要素相距二行";
}

/// The last page that has these words; the last of all when none has.
PrintedPage page_with(const std::string& path, const std::string& words) {
  auto number = test::count_pages(path);
  while (number > 1 && !PrintedPage(path, number).find(words))
    --number;
  return {path, number};
}

/// A signature shares its page with text.
void expect_text_above_signature(const std::string& path) {
  for (int number = 1; number <= test::count_pages(path); ++number) {
    const PrintedPage page(path, number);
    const auto date = page.find("2022年12月10日");
    const auto printed_on = page.find("2022年12月10日印发");
    if (!date || (printed_on && printed_on->box.top == date->box.top)) continue;
    const auto issuer = page.find("某市指挥部办公室");
    ASSERT_TRUE(issuer.has_value());
    const auto text = page.find("国");
    ASSERT_TRUE(text.has_value()) << "the signature stands alone on page " << number;
    EXPECT_LT(text->box.top, date->box.top);
    return;
  }
  FAIL() << "no page has the signature";
}

TEST(OfficialForm, StandsWhereTheStandardSays) {
  const Printed printed;
  ASSERT_TRUE(printed.is_there());
  const auto bulletin = printed.path("bulletin");
  const PrintedPage first(bulletin, 1);
  expect_head(first);
  expect_text(first);
  expect_number(first, true);
  const PrintedPage second(bulletin, 2);
  expect_full_page(second);
  expect_number(second, false);
  expect_sealed_signature(PrintedPage(bulletin, 3));
  expect_lying_page(PrintedPage(bulletin, 4), false);
  EXPECT_TRUE(PrintedPage(bulletin, 4).find("附件1").has_value());
  expect_lying_page(PrintedPage(bulletin, 5), true);
  const PrintedPage last(bulletin, test::count_pages(bulletin));
  expect_imprint(last);
  expect_letter(PrintedPage(printed.path("letter"), 1));
  expect_table(printed.path("table"));
  const auto plain = printed.path("plain");
  expect_unsealed_signature(PrintedPage(plain, test::count_pages(plain)));
  const auto marked = printed.path("marked");
  const PrintedPage marked_first(marked, 1);
  expect_marks(marked_first);
  expect_joint_head(marked_first);
  expect_joint_signature(page_with(marked, "特此通报"));
  expect_marked_letter(PrintedPage(printed.path("marked_letter"), 1));
  for (int i = 0; i < kFillers; ++i)
    expect_text_above_signature(printed.path("end" + std::to_string(i)));
}

}  // namespace
}  // namespace guatu::documents
