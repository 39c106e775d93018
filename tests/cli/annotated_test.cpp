#include <gtest/gtest.h>

#include "tests/cli/office.hpp"
#include "tests/support/paths.hpp"

// The workbook that goes back to its clerk: the same, with every message at its cell; corrected, it comes back clean.
namespace guatu::test {
namespace {

constexpr const char* kSpoil = R"(
import sys, openpyxl
from openpyxl.comments import Comment
book = openpyxl.load_workbook(sys.argv[1])
lines = book['手续明细']
header = next(r for r in range(1, 9) if '项目名称' in [c.value for c in lines[r]])
column = {c.value: c.column for c in lines[header]}
filled = [r for r in range(header + 1, lines.max_row + 1) if lines.cell(r, column['项目名称']).value]
def put(index, name, value):
    lines.cell(filled[index % len(filled)], column[name]).value = value
put(0, '办结时间', '2022.13.45')
put(1, '状态', '天知道')
put(2, '审批层级', '火星')
lines.cell(filled[1 % len(filled)], column['状态']).comment = Comment('请核实', '王科长')
lines.cell(filled[0], column['备注']).fill = openpyxl.styles.PatternFill('solid', fgColor='FF00FF00')
table = book['任务表']
title = next(r for r in range(1, 12) if '项目代码' in [c.value for c in table[r]])
code = [c.value for c in table[title]].index('项目代码') + 1
table.cell(title + 1, code).value = '不是代码'
book.save(sys.argv[2])
)";

class Annotated : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    office_ = std::make_unique<Office>("chifeng-2023");
    office_->init();
    office_->make_sample(30, 7);
    write_text(office_->folder() / "spoil.py", kSpoil);
    const auto sent = office_->returns_of(office_->dekads().front()).front();
    const auto spoiled = run_program({"/usr/bin/python3", "spoil.py", sent, "sent.xlsx"}, office_->folder());
    ASSERT_EQ(spoiled.exit_code, 0) << spoiled.err;
    write_text(office_->folder() / "good.xlsx", read_text(office_->folder() / sent));
  }
  static void TearDownTestSuite() { office_.reset(); }

  /// Whether `annotated` is `sent` with exactly the marks that the import's messages name.
  static ProgramRun check(const std::string& sent, const std::string& annotated, const ProgramRun& import) {
    write_text(office_->folder() / "import.json", import.out);
    return run_program({"/usr/bin/python3", std::string(GUATU_SOURCE_DIR) + "/tests/cli/annotated_check.py", sent,
                        annotated, "import.json"},
                       office_->folder());
  }

  static std::unique_ptr<Office> office_;
};
std::unique_ptr<Office> Annotated::office_;

TEST_F(Annotated, MarksExactlyTheNamedCellsAndNothingElse) {
  const auto import = office_->run({"import", "sent.xlsx", "--dry-run", "--json", "--annotated", "back.xlsx"});
  ASSERT_EQ(import.exit_code, 1) << import.err;
  const auto checked = check("sent.xlsx", "back.xlsx", import);
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
  EXPECT_EQ(checked.out.find("0 cells coloured"), std::string::npos) << checked.out;

  // The annotated copy is a return like any other, and sent in again it says the same.
  const auto again = office_->run({"import", "back.xlsx", "--dry-run", "--json", "--annotated", "again.xlsx"});
  const auto rechecked = check("sent.xlsx", "again.xlsx", again);
  EXPECT_EQ(rechecked.exit_code, 0) << rechecked.out << rechecked.err;
}

TEST_F(Annotated, CorrectedItComesBackClean) {
  ASSERT_EQ(office_->run({"import", "sent.xlsx", "--dry-run", "--annotated", "marked.xlsx"}).exit_code, 1);
  write_text(
      office_->folder() / "correct.py",
      "import openpyxl\ngood, marked = openpyxl.load_workbook('good.xlsx'), openpyxl.load_workbook('marked.xlsx')\n"
      "for sheet in marked:\n  for row in sheet.iter_rows():\n    for cell in row:\n"
      "      if not isinstance(cell, openpyxl.cell.cell.MergedCell):\n"
      "        cell.value = good[sheet.title][cell.coordinate].value\nmarked.save('corrected.xlsx')\n");
  const auto corrected = run_program({"/usr/bin/python3", "correct.py"}, office_->folder());
  ASSERT_EQ(corrected.exit_code, 0) << corrected.err;
  const auto import = office_->run({"import", "corrected.xlsx", "--dry-run", "--json", "--annotated", "clean.xlsx"});
  ASSERT_EQ(import.exit_code, 0) << import.out;
  // What is compared with is what was sent, with the good values: only remaining warnings and notes may differ.
  write_text(office_->folder() / "expected.py",
             "import openpyxl\ngood, sent = openpyxl.load_workbook('good.xlsx'), openpyxl.load_workbook('sent.xlsx')\n"
             "for sheet in sent:\n  for row in sheet.iter_rows():\n    for cell in row:\n"
             "      if not isinstance(cell, openpyxl.cell.cell.MergedCell):\n"
             "        cell.value = good[sheet.title][cell.coordinate].value\nsent.save('expected.xlsx')\n");
  ASSERT_EQ(run_program({"/usr/bin/python3", "expected.py"}, office_->folder()).exit_code, 0);
  const auto checked = check("expected.xlsx", "clean.xlsx", import);
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_F(Annotated, SeveralWorkbooksGoIntoAFolderUnderTheirNames) {
  ASSERT_EQ(office_->run({"import", "sent.xlsx", "good.xlsx", "--dry-run", "--annotated", "all"}).exit_code, 1);
  EXPECT_TRUE(std::filesystem::exists(office_->folder() / "all/sent.xlsx"));
  EXPECT_TRUE(std::filesystem::exists(office_->folder() / "all/good.xlsx"));
}

TEST_F(Annotated, SaysWhatOutCannotBe) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{"sent.xlsx", "good.xlsx", "--annotated", "one.xlsx"}, "应为文件夹"},
      {{"sent.xlsx", "--annotated", "one.xlsm"}, "应以 .xlsx 结尾"},
      {{"sent.xlsx", "--annotated", "./sent.xlsx"}, "不能覆盖"},
      {{"sent.xlsx", "--annotated", "."}, "不能覆盖"},
      {{"sent.xlsx", "deeper/sent.xlsx", "--annotated", "all"}, "同名"}};
  std::filesystem::create_directories(office_->folder() / "deeper");
  write_text(office_->folder() / "deeper/sent.xlsx", "never read");
  for (const auto& [arguments, words] : cases) {
    auto line = std::vector<std::string>{"import", "--dry-run"};
    line.insert(line.end(), arguments.begin(), arguments.end());
    const auto run = office_->run(line);
    EXPECT_EQ(run.exit_code, 2) << arguments.back();
    EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
  }
}

TEST_F(Annotated, AFileThatCannotBeReadHasNoCopyAndATextTableBecomesAWorkbook) {
  write_text(office_->folder() / "broken.xlsx", "PK\x03\x04 nothing");
  const auto broken = office_->run({"import", "broken.xlsx", "--dry-run", "--annotated", "broken back.xlsx"});
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_NE(broken.out.find("没有标注"), std::string::npos) << broken.out;
  EXPECT_FALSE(std::filesystem::exists(office_->folder() / "broken back.xlsx"));

  write_text(office_->folder() / "表.csv",
             "项目名称,审批事项,审批层级,状态,办结时间,批复文号\n新项目,立项,市级,办结,2022.13.45,赤发改〔2022〕1号\n");
  const auto text = office_->run(
      {"import", "表.csv", "--unit", "150402", "--dekad", "2022-11-D3", "--dry-run", "--annotated", "text.xlsx"});
  ASSERT_EQ(text.exit_code, 1) << text.out << text.err;
  write_text(office_->folder() / "look.py",
             "import openpyxl\ns = openpyxl.load_workbook('text.xlsx').worksheets[0]\nprint(s['E2'].value, "
             "s['E2'].fill.fgColor.rgb, s['E2'].comment.author)\n");
  EXPECT_EQ(run_program({"/usr/bin/python3", "look.py"}, office_->folder()).out, "2022.13.45 FFFFB9B4 挂图\n");
}

}  // namespace
}  // namespace guatu::test
