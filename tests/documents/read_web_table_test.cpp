#include "guatu/documents/web/read_web_table.hpp"

#include <gtest/gtest.h>

#include "guatu/documents/read_return.hpp"

namespace guatu::documents {
namespace {

using intake::CellKind;

/// "A1=… B1=…", texts as they are, numbers in brackets; merged ranges and hidden rows behind.
std::string shown(const std::string& html) {
  const auto workbook = read_web_table(html, "导出.xls");
  if (!workbook) return workbook.error().subject + ": " + workbook.error().message.zh;
  const auto& sheet = workbook->sheets.at(0);
  std::string all;
  for (const auto& cell : sheet.cells) {
    const auto text = sheet.text_of(cell);
    all += intake::cell_name(cell.row, cell.column) + "=" + (cell.kind == CellKind::Number ? "(" + text + ")" : text) +
           " ";
  }
  for (const auto& merge : sheet.merges)
    all += intake::cell_name(merge.first_row, merge.first_column) + ":" +
           intake::cell_name(merge.last_row, merge.last_column) + " ";
  for (const auto row : sheet.hidden_rows)
    all += "-" + std::to_string(row + 1) + " ";
  return all;
}

TEST(WebTable, CellsAndSpans) {
  struct Row {
    std::string html, cells;
  };
  const std::vector<Row> rows{
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "A1=a B1=b A2=c "},
      {"<TABLE border=1><TBODY><TR><TH>a<TH>b<TR><TD>c", "A1=a B1=b A2=c "},
      {"<table><td>a</td></table>", "A1=a "},
      {"<table><tr><td>0012</td><td>2022.10</td><td>150402202211280012</td><td>3.5</td><td> 7\n</td></tr></table>",
       "A1=0012 B1=2022.10 C1=150402202211280012 D1=(3.5) E1=(7) "},
      {"<table><tr><td>=\"0012\"</td></tr></table>", "A1=0012 "},
      {"<table><tr><td>a&nbsp;&amp;&lt;b&gt; &#21495;&#x53F7;&quot;&apos;&#160;.&bogus;&;&#xD800;</td></tr></table>",
       "A1=a &<b> 号号\"' .&bogus;&;&#xD800; "},
      {"<table><tr><td>a<br>b<br/>c</td></tr></table>", "A1=a\nb\nc "},
      {"<table><tr><td><p>a</p><p>b</p></td></tr></table>", "A1=a\nb "},
      {"<table><tr><td>a\r\n   b</td><td>1 < 2</td></tr></table>", "A1=a b B1=1 < 2 "},
      {"<table><tr><td colspan=2>a</td><td>b</td></tr><tr><td "
       "rowspan='2'>c</td><td>d</td></tr><tr><td>e</td></tr></table>",
       "A1=a C1=b A2=c B2=d B3=e A1:B1 A2:A3 "},
      {"<table><tr><td colspan=\"0\">a</td><td colspan=x rowspan=-1>b</td></tr></table>", "A1=a B1=b "},
      {"<table><tr><td></td><td>&nbsp;</td><td>c</td></tr></table>", "C1=c "},
      {"<table><tr><td>a<table><tr><td>in</td><td>ner</td></tr></table>b</td><td>c</td></tr></table>",
       "A1=a in ner b B1=c "},
      {"<table><tr><td>a</td></tr></table><p>x</p><table><tr><td>b</td></tr></table>", "A1=a A3=b "},
      {"<table><tr><td rowspan=3>a</td></tr></table><table><tr><td>b</td></tr></table>", "A1=a A5=b A1:A3 "},
      {"<table><tr><td>a</td></tr><table><tr><td>b</td></tr></table>", "A1=a A3=b "},
      {"<table><tr style=\"display: none\"><td>a</td></tr><tr STYLE='height:0'><td>b</td></tr></table>",
       "A1=a A2=b -1 "},
      {"<!-- <table> --><style>td{}</style><script>'<table>'</SCRIPT><table><?x?><!x><tr><td title=\"a>b\" "
       ">c</td></tr>",
       "A1=c "},
      {"<html><body>", "not_a_table: 这是网页（HTML），里面没有表格"},
      {"<table>", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(shown(row.html), row.cells) << row.html;
}

TEST(WebTable, IsWhatAnXlsOfAWebSystemIs) {
  const std::string gbk = "<html><meta charset=gb2312><table><tr><td>\xCF\xEE\xC4\xBF</td></tr></table>";
  const auto workbook = read_return(gbk, "导出.xls", {});
  ASSERT_TRUE(workbook.has_value());
  EXPECT_EQ(workbook->sheets.at(0).name, "导出");
  EXPECT_EQ(workbook->sheets.at(0).shown_text(0, 0), "项目");
  ASSERT_EQ(workbook->notes.size(), 1U);
  EXPECT_EQ(workbook->notes[0].detail.zh, "网页（HTML）、GB18030 编码");
}

TEST(WebTable, BombsAreRefused) {
  const auto repeated = [](const std::string& text, int times) {
    std::string all = "<table>";
    for (int i = 0; i < times; ++i)
      all += text;
    return all;
  };
  const std::vector<std::pair<std::string, std::string>> bombs{
      {repeated("<tr><td colspan=16384>a</td></tr>", 2000), "文件超出可读取的限度：跨行跨列的单元格过多"},
      {"<table><tr><td colspan=16384 rowspan=9>a</td></tr><tr><td>b</td></tr>", "文件超出可读取的限度：列过多"},
      {repeated("<td>a</td>", 16'385), "文件超出可读取的限度：列过多"},
      {repeated("<tr>", 1'048'577), "文件超出可读取的限度：行过多"},
      {repeated("<tr><td>a", 400'001), "文件超出可读取的限度：单元格过多"},
      {"<table><td>" + std::string(131'069, 'x'), "文件超出可读取的限度：A1 文字过长"},
      {std::string(17U << 20U, ' '), "文件超出可读取的限度：网页超过 16 MB"}};
  for (const auto& [html, message] : bombs)
    EXPECT_EQ(shown(html).substr(0, 200), "too_large: " + message);
}

}  // namespace
}  // namespace guatu::documents
