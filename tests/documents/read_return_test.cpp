#include "guatu/documents/read_return.hpp"

#include <gtest/gtest.h>

#include "guatu/documents/compound_file.hpp"
#include "guatu/documents/file_kind.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"

#include "tests/support/compound_builder.hpp"
#include "tests/support/zip_builder.hpp"

// Whatever a unit sends is read, or refused with a sentence that says what to do. The name of the file decides nothing.
namespace guatu::documents {
namespace {

using test::biff_record;
using test::make_compound;
using test::make_xlsx;
using test::make_zip;
using namespace std::string_literals;

const std::string kGlobals = biff_record(0x809, "\0\x06\x05\0"s + std::string(12, '\0'));
const std::string kEnd = biff_record(0x0A, "");
const std::string kPass = biff_record(0x2F, "\1\0\1\0\1\0"s + std::string(48, '\0'));

std::string small_workbook() {
  return make_xlsx({"<row><c><v>7</v></c></row>", {}, {}, {}, {}});
}

/// A converter that says what it was asked for.
struct Asked {
  std::vector<ForeignFormat> formats;

  ReturnReading reading() {
    return {[this](std::string_view, ForeignFormat format) -> Result<std::string> {
              formats.push_back(format);
              return small_workbook();
            },
            {}};
  }
};

ReturnReading refusing() {
  return {[](std::string_view, ForeignFormat) -> Result<std::string> { return damaged_file("坏", "bad"); }, {}};
}

std::string ooxml(const std::string& part) {
  return make_zip(
      {{"_rels/.rels",
        "<Relationships><Relationship Id=\"a\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"" +
            part + "\"/></Relationships>"},
       {part, "<x/>"}});
}

std::string open_document(const std::string& type, const std::string& manifest = "<manifest:manifest/>") {
  return make_zip({{"mimetype", "application/vnd.oasis.opendocument." + type},
                   {"content.xml", "<x/>"},
                   {"META-INF/manifest.xml", manifest}});
}

TEST(ReadReturn, RefusesWhatIsNoTableWithItsOwnAdvice) {
  struct Row {
    std::string bytes, code, message;
  };
  const auto good = small_workbook();
  const std::vector<Row> rows{
      {"", "not_a_table", "文件是空的"},
      {"%PDF-1.7\n", "not_a_table", "这是 PDF 文件，不是表格"},
      {"\r\n%PDF-1.4", "not_a_table", "这是 PDF 文件，不是表格"},
      {"\x89PNG\r\n\x1A\n", "not_a_table", "这是图片文件，不是表格"},
      {"\xFF\xD8\xFF\xE0", "not_a_table", "这是图片文件，不是表格"},
      {"GIF89a", "not_a_table", "这是图片文件，不是表格"},
      {"BM\x36\0\0\0\0\0"s, "not_a_table", "这是图片文件，不是表格"},
      {"II*\0\x08"s, "not_a_table", "这是图片文件，不是表格"},
      {"Rar!\x1A\x07\x01", "not_a_table", "这是压缩包，不是工作簿"},
      {"7z\xBC\xAF\x27\x1C", "not_a_table", "这是压缩包，不是工作簿"},
      {"\x1F\x8B\x08", "not_a_table", "这是压缩包，不是工作簿"},
      {make_zip({{"任务表.xlsx", good}}), "not_a_table", "这是压缩包，不是工作簿"},
      {"{\\rtf1\\ansi}", "not_a_table", "这是文字文档（Word、WPS 文字），不是表格"},
      {make_compound({{"WordDocument", "x"}}), "not_a_table", "这是文字文档（Word、WPS 文字），不是表格"},
      {ooxml("word/document.xml"), "not_a_table", "这是文字文档（Word、WPS 文字），不是表格"},
      {open_document("text"), "not_a_table", "这是文字文档（Word、WPS 文字），不是表格"},
      {make_compound({{"PowerPoint Document", "x"}}), "not_a_table", "这是演示文稿，不是表格"},
      {ooxml("ppt/presentation.xml"), "not_a_table", "这是演示文稿，不是表格"},
      {ooxml("xl/workbook.bin"), "not_a_table", "这是二进制工作簿（.xlsb），不能读取"},
      {make_compound({{"__nameid_version1.0", "x"}}), "not_a_table", "无法识别的文件格式"},
      {"MIME-Version: 1.0\r\n", "not_a_table", "这是邮件或网页归档文件，不是工作簿"},
      {"<html><body><p>1", "not_a_table", "这是网页（HTML），里面没有表格"},
      {"<html><frameset><frame src=\"sheet001.htm\">", "not_a_table", "这是网页（HTML），里面没有表格"},
      {"<!DOCTYPE html PUBLIC>", "not_a_table", "这是网页（HTML），里面没有表格"},
      {"<?xml version=\"1.0\"?><html xmlns:x=\"urn:schemas-microsoft-com:office:spreadsheet\">", "not_a_table",
       "这是网页（HTML），里面没有表格"},
      {make_compound({{"EncryptedPackage", "x"}, {"EncryptionInfo", "y"}}), "encrypted", "文件设有打开密码，无法读取"},
      {open_document("spreadsheet", "<manifest:encryption-data/>"), "encrypted", "文件设有打开密码，无法读取"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'), "damaged",
       "文件已损坏或不完整：旧格式文件的目录无法读取"},
      {good.substr(0, good.size() / 2), "damaged", "文件已损坏或不完整：压缩结构不完整"},
      {std::string("\x7F\x45LF\2\1\1\0", 8), "bad_text", "文本表格无法读取：第 1 行含有控制字符，不是文本"}};
  Asked asked;
  for (const auto& row : rows) {
    const auto workbook = read_return(row.bytes, "任务表.xlsx", asked.reading());
    ASSERT_FALSE(workbook.has_value()) << row.message;
    EXPECT_EQ(workbook.error().subject, row.code) << row.message;
    EXPECT_EQ(workbook.error().message.zh, row.message);
    ASSERT_EQ(workbook.error().reasons.size(), 1U);
    EXPECT_FALSE(workbook.error().reasons[0].zh.empty());
  }
  EXPECT_TRUE(asked.formats.empty()) << "no other program is troubled with any of them";
}

TEST(ReadReturn, TheNameDecidesNothing) {
  Asked asked;
  for (const auto* name : {"任务表.xls", "任务表.pdf", "任务表"}) {
    const auto workbook = read_return(small_workbook(), name, asked.reading());
    ASSERT_TRUE(workbook.has_value()) << name;
    EXPECT_EQ(workbook->file, name);
    EXPECT_EQ(workbook->sheets.at(0).shown_text(0, 0), "7");
    EXPECT_TRUE(workbook->notes.empty());
  }
  const auto text = read_return("序号,项目名称\n", "任务表.xls", asked.reading());
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(text->sheets.at(0).name, "任务表");
  EXPECT_TRUE(asked.formats.empty());
}

TEST(ReadReturn, OldAndOpenFormatsAreConvertedAndSaySo) {
  const std::string large = kGlobals + kEnd + std::string(5000, '\0');
  const std::string xml = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
  struct Row {
    std::string bytes;
    ForeignFormat format;
    const char* name;
    bool macros;
  };
  const std::vector<Row> rows{
      {make_compound({{"Workbook", kGlobals + kEnd}}), ForeignFormat::Excel97, ".xls", false},
      {make_compound({{"Workbook", large}}), ForeignFormat::Excel97, ".xls", false},
      {make_compound({{"Book", kGlobals + kEnd}}), ForeignFormat::Excel97, ".xls", false},
      {make_compound({{"Workbook", kGlobals + kEnd}, {"_VBA_PROJECT_CUR", "x"}}), ForeignFormat::Excel97, ".xls", true},
      {open_document("spreadsheet"), ForeignFormat::OpenDocument, ".ods", false},
      {make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml", "<x/>"},
                 {"Basic/script-lc.xml", "<x/>"}}),
       ForeignFormat::OpenDocument, ".ods", true},
      {xml, ForeignFormat::Xml2003, "Excel 2003 XML", false}};
  for (const auto& row : rows) {
    Asked asked;
    const auto workbook = read_return(row.bytes, "任务表.et", asked.reading());
    ASSERT_TRUE(workbook.has_value()) << workbook.error().message.zh;
    EXPECT_EQ(asked.formats, std::vector<ForeignFormat>{row.format});
    EXPECT_EQ(workbook->file, "任务表.et");
    ASSERT_EQ(workbook->notes.size(), row.macros ? 2U : 1U);
    EXPECT_EQ(workbook->notes[0].code, "converted_file");
    EXPECT_EQ(workbook->notes[0].detail.zh, row.name);
    if (row.macros) {
      EXPECT_EQ(workbook->notes[1].code, "macros_ignored");
    }
  }
}

TEST(ReadReturn, APasswordOfAnOldWorkbookIsToldFromAWriteProtection) {
  for (const auto& globals : {kGlobals + kPass + kEnd, kGlobals + kPass + std::string(6000, '\0')}) {
    const auto locked = make_compound({{"Workbook", globals}});
    Asked asked;
    EXPECT_TRUE(read_return(locked, "f.xls", asked.reading()).has_value()) << "opened without asking: write protection";
    const auto refused = read_return(locked, "f.xls", refusing());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().subject, "encrypted");
  }
  const auto open = read_return(make_compound({{"Workbook", kGlobals + kEnd + kPass}}), "f.xls", refusing());
  ASSERT_FALSE(open.has_value());
  EXPECT_EQ(open.error().subject, "damaged");
}

TEST(ReadReturn, WithoutAConverterItSaysWhatToDo) {
  const ReturnReading none{
      [](std::string_view bytes, ForeignFormat format) { return convert_to_xlsx({}, bytes, format); }, {}};
  const auto workbook = read_return(make_compound({{"Workbook", kGlobals + kEnd}}), "f.xls", none);
  ASSERT_FALSE(workbook.has_value());
  EXPECT_EQ(workbook.error().subject, "converter_missing");
  EXPECT_NE(workbook.error().reasons.at(0).zh.find("另存为 .xlsx"), std::string::npos);
}

TEST(CompoundFile, IsReadOnlyAsFarAsItIsWhole) {
  std::string large;
  for (int i = 0; i < 20'000; ++i)
    large += static_cast<char>('a' + i % 26);
  const auto bytes = make_compound({{"Small", "short"}, {"Large", large}, {"Other", std::string(70, 'o')}});
  const auto file = CompoundFile::open(bytes);
  ASSERT_TRUE(file.has_value());
  EXPECT_TRUE(file->has("Small"));
  EXPECT_FALSE(file->has("small"));
  EXPECT_EQ(file->begin_of("Small", 100), "short");
  EXPECT_EQ(file->begin_of("Other", 100), std::string(70, 'o'));
  EXPECT_EQ(file->begin_of("Large", 100'000), large);
  EXPECT_EQ(file->begin_of("Large", 700), large.substr(0, 700));
  EXPECT_EQ(file->begin_of("Missing", 10), "");
  for (std::size_t length = 0; length < bytes.size(); length += 97) {
    const auto cut = CompoundFile::open(std::string_view(bytes).substr(0, length));
    EXPECT_LE(cut ? cut->begin_of("Large", 100'000).size() : 0, large.size());
  }
}

}  // namespace
}  // namespace guatu::documents
