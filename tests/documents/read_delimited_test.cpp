#include "guatu/documents/delimited/read_delimited.hpp"

#include <gtest/gtest.h>

#include "guatu/reporting/csv_text.hpp"

namespace guatu::documents {
namespace {

using intake::CellKind;
using namespace std::string_literals;

intake::Workbook read(const std::string& bytes, const std::string& name = "红山区.csv") {
  auto workbook = read_delimited(bytes, name);
  EXPECT_TRUE(workbook.has_value()) << (workbook ? "" : workbook.error().message.zh);
  return workbook ? *std::move(workbook) : intake::Workbook{{}, {intake::Sheet{}}};
}

/// "A1=… B1=…", texts as they are, numbers in brackets.
std::string shown(const intake::Sheet& sheet) {
  std::string all;
  for (const auto& cell : sheet.cells) {
    const auto text = sheet.text_of(cell);
    all += intake::cell_name(cell.row, cell.column) + "=" + (cell.kind == CellKind::Number ? "(" + text + ")" : text) +
           " ";
  }
  return all;
}

std::string shown(const std::string& bytes) {
  return shown(read(bytes).sheets.at(0));
}

std::string utf16(const std::u16string& text, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const auto unit : text) {
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(Delimited, FieldsAndLines) {
  struct Row {
    std::string text, cells;
  };
  const std::vector<Row> rows{
      {"a,b\r\nc,d\r\n", "A1=a B1=b A2=c B2=d "},
      {"a,b\nc,d", "A1=a B1=b A2=c B2=d "},
      {"a,b\rc,d\r", "A1=a B1=b A2=c B2=d "},
      {"a\n\nb\n", "A1=a A3=b "},
      {",,c,\n,", "C1=c "},
      {"a\tb,c\td", "A1=a B1=b,c C1=d "},
      {"a;b;c,d", "A1=a B1=b C1=c,d "},
      {"a，b", "A1=a，b "},
      {"sep=;\r\na,b,c;d", "A1=a,b,c B1=d "},
      {"sep=;", ""},
      {"sep=|\na|b", "A1=sep=| A2=a|b "},
      {"\"a,b\",\"c\"\"d\"\n", "A1=a,b B1=c\"d "},
      {"\"a\r\nb\",c\nd", "A1=a\r\nb B1=c A2=d "},
      {"\"\",b,\"\"\"\"", "B1=b C1=\" "},
      {"a \"b\" c,d", "A1=a \"b\" c B1=d "},
      {"\"a,\"", "A1=a, "},
      {"\"a,\",", "A1=a, "},
      {"a\x1A", "A1=a "},
      {"", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(shown(row.text), row.cells) << row.text;
}

TEST(Delimited, ANumberIsOneOnlyWhereNothingIsLost) {
  struct Row {
    std::string text, cell;
  };
  const std::vector<Row> rows{{"12", "A1=(12) "},
                              {"-3.5", "A1=(-3.5) "},
                              {"0.25", "A1=(0.25) "},
                              {"2022.10", "A1=2022.10 "},
                              {"2022.1", "A1=(2022.1) "},
                              {"0012", "A1=0012 "},
                              {"1.", "A1=1. "},
                              {".5", "A1=.5 "},
                              {"+5", "A1=+5 "},
                              {"1e5", "A1=1e5 "},
                              {"nan", "A1=nan "},
                              {"150402202211280012", "A1=150402202211280012 "},
                              {"12345678901234567", "A1=12345678901234567 "},
                              {"2022-12-05", "A1=2022-12-05 "},
                              {"'-3.5", "A1=(-3.5) "},
                              {"\"12\"", "A1=(12) "}};
  for (const auto& row : rows)
    EXPECT_EQ(shown(row.text), row.cell) << row.text;
}

TEST(Delimited, WhatGuardsAgainstFormulasIsTakenOff) {
  for (const std::string text : {"=1+1", "+86", "-", "@x", "'x", "''", "'", "\tx"})
    EXPECT_EQ(shown(reporting::csv_field(text) + ",z"), "A1=" + text + " B1=z ") << text;
  EXPECT_EQ(shown("=\"0012\";x"), "A1=0012 B1=x ");
  EXPECT_EQ(shown("\"=\"\"0012\"\"\";x"), "A1=0012 B1=x ");
  EXPECT_EQ(shown("=\"a\"&\"b\";x"), "A1==\"a\"&\"b\" B1=x ");
}

TEST(Delimited, Encodings) {
  struct Row {
    std::string bytes, encoding;
  };
  const std::string gbk = "\xCF\xEE\xC4\xBF,\xB0\xEC\xBD\xE1";  // 项目,办结
  const std::string four_bytes = "\x81\x39\xEE\x39,\xCF\xEE";   // U+3400 needs four bytes
  for (const auto& row : std::vector<Row>{{"项目,办结", "UTF-8 编码、逗号分隔"},
                                          {"\xEF\xBB\xBF项目,办结", "UTF-8 编码、逗号分隔"},
                                          {utf16(u"项目\t办结", false), "UTF-16 编码、制表符分隔"},
                                          {utf16(u"项目;办结", true), "UTF-16 编码、分号分隔"},
                                          {gbk, "GB18030 编码、逗号分隔"}}) {
    const auto workbook = read(row.bytes);
    EXPECT_EQ(shown(workbook.sheets.at(0)), "A1=项目 B1=办结 ") << row.encoding;
    ASSERT_EQ(workbook.notes.size(), 1U);
    EXPECT_EQ(workbook.notes[0].code, "text_table");
    EXPECT_EQ(workbook.notes[0].detail.zh, row.encoding);
  }
  EXPECT_EQ(shown(four_bytes), "A1=㐀 B1=项 ");
}

TEST(Delimited, TheSheetHasTheFilesName) {
  EXPECT_EQ(read("a", "红山区 12月上旬.csv").sheets.at(0).name, "红山区 12月上旬");
  EXPECT_EQ(read("a", "return").sheets.at(0).name, "return");
  EXPECT_EQ(read("a", ".csv").sheets.at(0).name, ".csv");
}

TEST(Delimited, FaultsNameTheirLine) {
  struct Row {
    std::string bytes, code, message;
  };
  const std::string eight = "红山区松山区元宝";
  std::string wide;
  for (int i = 0; i < 16'385; ++i)
    wide += ',';
  const std::vector<Row> rows{
      {"a,b\n\"c\nd,e\n", "bad_text", "文本表格无法读取：第 2 行的引号没有成对"},
      {"a,\"b\nc\"\n\"d\"e\n", "bad_text", "文本表格无法读取：第 3 行的引号之后还有文字"},
      {"a\nb\0c"s, "bad_text", "文本表格无法读取：第 2 行含有空字节（NUL），不是文本"},
      {"a\rb\rc\x01", "bad_text", "文本表格无法读取：第 3 行含有控制字符，不是文本"},
      {"a\n\xCF\xEE\n\xFF\xFF", "bad_text", "文本表格无法读取：第 3 行不是 UTF-8、UTF-16 或 GB18030 编码的文字"},
      {eight + "\n\xE6\x9D", "bad_text", "文本表格无法读取：第 2 行的 UTF-8 编码有误"},
      {"\xEF\xBB\xBF"
       "a\xCF\xEE",
       "bad_text", "文本表格无法读取：第 1 行的 UTF-8 编码有误"},
      {"\xFF\xFE\x00\xD8"s, "bad_text", "文本表格无法读取：UTF-16 编码有误，文件可能不完整"},
      {"\xFF\xFE"
       "a"s,
       "bad_text", "文本表格无法读取：UTF-16 编码有误，文件可能不完整"},
      {"a\n" + std::string(131'069, 'x'), "too_large", "文件超出可读取的限度：第 2 行文字过长"},
      {"a\n" + wide, "too_large", "文件超出可读取的限度：第 2 行列过多"},
      {std::string(1'048'577, '\n'), "too_large", "文件超出可读取的限度：第 1048577 行起行过多"},
      {std::string(17U << 20U, 'x'), "too_large", "文件超出可读取的限度：文本超过 16 MB"}};
  for (const auto& row : rows) {
    const auto workbook = read_delimited(row.bytes, "f.csv");
    ASSERT_FALSE(workbook.has_value()) << row.message;
    EXPECT_EQ(workbook.error().subject, row.code) << row.message;
    EXPECT_EQ(workbook.error().message.zh, row.message);
    EXPECT_FALSE(workbook.error().reasons.empty());
  }
}

TEST(Delimited, CellsHaveALimit) {
  std::string text;
  for (int i = 0; i < 400'001; ++i)
    text += "1\n";
  const auto workbook = read_delimited(text, "f.csv");
  ASSERT_FALSE(workbook.has_value());
  EXPECT_EQ(workbook.error().message.zh, "文件超出可读取的限度：第 400001 行起单元格过多");
}

}  // namespace
}  // namespace guatu::documents
