#include "tests/unit/intake/filled_form.hpp"

// What is said of the file as a whole: how it was read, and what in it was not.
namespace guatu::intake {
namespace {

using testing::make_form;
using testing::make_sheet;
using testing::shipped;

Sheet table() {
  return make_form("任务表", {{"序号", "项目名称", "所属地区", "立项"}, {"1", "桥头镇污水处理厂", "红山区", "办结"}});
}

Sheet with_picture(Sheet sheet) {
  sheet.pictures = 2;
  return sheet;
}

std::vector<std::string> said(const Workbook& workbook) {
  std::vector<std::string> lines;
  const auto forms = read_forms(workbook, shipped(), {});
  for (const auto& message : forms.front().messages)
    if (message.cell.empty()) lines.push_back(message.sheet + ": " + message.text.zh);
  return lines;
}

TEST(FileNotes, AreToldWithTheFirstTable) {
  Workbook workbook{"f.xls", {table()}};
  workbook.notes = {{"converted_file", {".xls", ".xls"}, {}, {}}};
  EXPECT_EQ(said(workbook),
            (std::vector<std::string>{": 文件格式为 .xls，由 LibreOffice 转换后读取；公式取保存的或重新计算的结果"}));
  EXPECT_EQ(read_forms(workbook, shipped(), {}).front().messages.back().severity, Severity::Note);
}

TEST(FileNotes, ATablePastedAsAPictureIsToldApart) {
  const auto title = make_sheet("截图", {{"重点项目前期手续任务表"}});
  EXPECT_EQ(said({"f.xlsx", {with_picture(title)}}),
            (std::vector<std::string>{"截图: 工作表里只有图片或嵌入对象，没有单元格内容：任务表是以图片粘贴的"}));
  EXPECT_EQ(said({"f.xlsx", {title}}), (std::vector<std::string>{"截图: 没有找到任务表，也没有找到重大事项清单"}));
  auto hidden = with_picture(title);
  hidden.hidden = true;
  EXPECT_EQ(said({"f.xlsx", {title, hidden}}).front(), "截图: 没有找到任务表，也没有找到重大事项清单");
}

TEST(FileNotes, APictureBesideATableIsANote) {
  const auto severity = [](const Workbook& workbook) {
    const auto forms = read_forms(workbook, shipped(), {});
    return forms.front().messages.back().severity;
  };
  EXPECT_EQ(said({"f.xlsx", {with_picture(table())}}),
            (std::vector<std::string>{"任务表: 有 2 个图片或嵌入对象，其中的内容没有读取"}));
  EXPECT_EQ(severity({"f.xlsx", {with_picture(table())}}), Severity::Note);
  std::vector<std::vector<std::string>> rows(20, {"文字"});
  EXPECT_EQ(severity({"f.xlsx", {table(), with_picture(make_sheet("说明", rows))}}), Severity::Note);
  EXPECT_EQ(severity({"f.xlsx", {table(), with_picture(make_sheet("续表", {}))}}), Severity::Warning);
}

}  // namespace
}  // namespace guatu::intake
