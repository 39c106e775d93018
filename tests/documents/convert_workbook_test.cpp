#include "guatu/documents/convert_workbook.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guatu/app/files.hpp"
#include "guatu/documents/helper_process.hpp"
#include "guatu/documents/read_return.hpp"

#include "tests/support/compound_builder.hpp"
#include "tests/support/program.hpp"
#include "tests/support/zip_builder.hpp"

// The first half asks LibreOffice itself, the second puts small programs in its place to see what happens around it.
namespace guatu::documents {
namespace {

using intake::CellKind;
using test::TemporaryFolder;

std::string soffice() {
  const auto program = app::find_program("soffice");
  EXPECT_TRUE(program.has_value()) << "LibreOffice belongs to what ./dev test installs";
  return program ? *program : std::string{};
}

/// What clerks' workbooks hold: a merged title, a tick in Wingdings, an error, a day of the 1904 system, a hidden row, a hidden
/// column and a hidden sheet.
std::string a_workbook() {
  test::SheetXml parts;
  parts.workbook_properties = "<workbookPr date1904=\"1\"/>";
  parts.before_rows = R"(<cols><col min="3" max="3" width="9" hidden="1" customWidth="1"/></cols>)";
  parts.shared = "<si><t>任务表</t></si><si><t>P</t></si><si><t>0012</t></si><si><t>2022.10</t></si>";
  parts.styles =
      "<fonts><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><sz val=\"11\"/><name val=\"Wingdings "
      "2\"/></font></fonts>"
      "<fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
      "<cellXfs><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs>";
  parts.rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
      "<row r=\"2\"><c r=\"A2\" t=\"s\" s=\"2\"><v>1</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
      "<c r=\"C2\" s=\"1\"><v>43438</v></c><c r=\"D2\"><f>1+2</f><v>3</v></c></row>"
      "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c></row>";
  parts.extra = "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>";
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const auto part = [&](const std::string& name, const std::string& what) {
    return "<Override PartName=\"/xl/" + name + "\" ContentType=\"" + type + what + "+xml\"/>";
  };
  parts.parts = {
      {"[Content_Types].xml",
       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
       "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
           part("book.xml", "sheet.main") + part("sheets/first.xml", "worksheet") + part("texts.xml", "sharedStrings") +
           part("looks.xml", "styles") + "</Types>"}};
  return test::make_xlsx(parts);
}

/// The workbook in another format, made by LibreOffice.
std::string saved_as(const std::string& ending, const std::string& filter, const TemporaryFolder& folder) {
  const auto given = folder.path() / "given.xlsx";
  test::write_text(given, a_workbook());
  const auto end =
      run_helper({soffice(), "-env:UserInstallation=file://" + (folder.path() / "profile").string(), "--headless",
                  "--convert-to", ending + ":" + filter, "--outdir", folder.path().string(), given.string()},
                 {{"HOME", folder.path().string()}}, std::chrono::seconds(120));
  EXPECT_EQ(end, HelperEnd::Done);
  return test::read_text(folder.path() / ("given." + ending));
}

ReturnReading with_libreoffice() {
  return {[](std::string_view bytes, ForeignFormat format) {
            return convert_to_xlsx({soffice(), std::chrono::seconds(120)}, bytes, format);
          },
          {}};
}

void expect_all_of_it(const std::string& bytes, const std::string& format) {
  const auto workbook = read_return(bytes, "任务表.xls", with_libreoffice());
  ASSERT_TRUE(workbook.has_value()) << format << workbook.error().message.zh;
  const auto& sheet = workbook->sheets.at(0);
  EXPECT_EQ(sheet.name, "表");
  EXPECT_EQ(sheet.shown_text(0, 3), "任务表") << format << ": merged";
  ASSERT_NE(sheet.find_cell(1, 0), nullptr);
  EXPECT_TRUE(sheet.find_cell(1, 0)->symbol_font) << format;
  EXPECT_EQ(sheet.find_cell(1, 1)->kind, CellKind::Error) << format;
  EXPECT_EQ(sheet.shown_text(1, 1), "#DIV/0!") << format;
  EXPECT_EQ(sheet.find_cell(1, 2)->kind, CellKind::Date) << format;
  EXPECT_EQ(sheet.shown_text(1, 2), "2022-12-05") << format << ": 1904";
  EXPECT_TRUE(sheet.find_cell(1, 3)->formula) << format;
  EXPECT_EQ(sheet.shown_text(1, 3), "3") << format;
  EXPECT_EQ(sheet.shown_text(2, 0), "0012") << format << ": text stays text";
  EXPECT_EQ(sheet.shown_text(2, 1), "2022.10") << format;
  EXPECT_EQ(sheet.hidden_rows, std::vector<std::uint32_t>{2}) << format;
  EXPECT_EQ(sheet.hidden_columns, std::vector<std::uint16_t>{2}) << format;
  EXPECT_EQ(workbook->notes.at(0).code, "converted_file");
  EXPECT_EQ(workbook->notes.at(0).detail.zh, format);
}

TEST(Conversion, OfAnOldWorkbookLosesNothing) {
  const TemporaryFolder folder;
  expect_all_of_it(saved_as("xls", "MS Excel 97", folder), ".xls");
}

/// Written by a program that has nothing to do with LibreOffice.
constexpr const char* kXlwt = R"(
import datetime, sys, xlwt
book = xlwt.Workbook(encoding='utf-8')
book.dates_1904 = True
sheet = book.add_sheet('任务表')
sheet.write_merge(0, 0, 0, 3, '标题')
sheet.write(1, 0, 'P', xlwt.easyxf('font: name Wingdings 2'))
sheet.write(1, 1, xlwt.Formula('1/0'))
sheet.write(1, 2, '0012')
sheet.write(1, 3, datetime.date(2022, 12, 5), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
sheet.write(2, 0, 3.5)
sheet.row(2).hidden = True
sheet.col(2).hidden = True
hidden = book.add_sheet('藏')
hidden.write(0, 0, '藏')
hidden.visibility = 1
deeply_hidden = book.add_sheet('深藏')
deeply_hidden.write(0, 0, '深藏')
deeply_hidden.visibility = 2
book.save(sys.argv[1])
)";

TEST(Conversion, OfAnotherProgramsOldWorkbookLosesNothing) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "f.xls";
  ASSERT_EQ(run_helper({"/usr/bin/python3", "-c", kXlwt, path.string()}, {}, std::chrono::seconds(60)),
            HelperEnd::Done);
  const auto workbook = read_return(test::read_text(path), "f.xls", with_libreoffice());
  ASSERT_TRUE(workbook.has_value()) << workbook.error().message.zh;
  ASSERT_EQ(workbook->sheets.size(), 3U);
  const auto& sheet = workbook->sheets[0];
  EXPECT_EQ(sheet.name, "任务表");
  EXPECT_EQ(sheet.shown_text(0, 3), "标题");
  EXPECT_TRUE(sheet.find_cell(1, 0)->symbol_font);
  EXPECT_EQ(sheet.find_cell(1, 1)->kind, CellKind::Error) << "computed, for the writer saved no value";
  EXPECT_EQ(sheet.shown_text(1, 2), "0012");
  EXPECT_EQ(sheet.shown_text(1, 3), "2022-12-05");
  EXPECT_EQ(sheet.shown_text(2, 0), "3.5");
  EXPECT_EQ(sheet.hidden_rows, std::vector<std::uint32_t>{2});
  EXPECT_EQ(sheet.hidden_columns, std::vector<std::uint16_t>{2});
  for (const auto i : {1U, 2U}) {
    EXPECT_TRUE(workbook->sheets[i].hidden);
    EXPECT_EQ(workbook->sheets[i].shown_text(0, 0), workbook->sheets[i].name);
  }
}

TEST(Conversion, OfAnOpenDocumentLosesNothing) {
  const TemporaryFolder folder;
  expect_all_of_it(saved_as("ods", "calc8", folder), ".ods");
}

TEST(Conversion, ReadsTheXmlOfOffice2003) {
  const auto workbook = read_return(
      "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
      "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"任务表\"><Table>"
      "<Row><Cell><Data ss:Type=\"String\">0012</Data></Cell><Cell><Data ss:Type=\"Number\">3.5</Data></Cell></Row>"
      "</Table></Worksheet></Workbook>",
      "系统导出.xls", with_libreoffice());
  ASSERT_TRUE(workbook.has_value()) << workbook.error().message.zh;
  EXPECT_EQ(workbook->sheets.at(0).name, "任务表");
  EXPECT_EQ(workbook->sheets.at(0).shown_text(0, 0), "0012");
  EXPECT_EQ(workbook->sheets.at(0).shown_text(0, 1), "3.5");
}

TEST(Conversion, OfADamagedFileSaysSo) {
  const TemporaryFolder folder;
  auto bytes = saved_as("ods", "calc8", folder);
  const auto damaged = convert_to_xlsx({soffice(), std::chrono::seconds(120)}, bytes.substr(0, bytes.size() / 2),
                                       ForeignFormat::OpenDocument);
  ASSERT_FALSE(damaged.has_value());
  EXPECT_EQ(damaged.error().subject, "damaged");
}

TEST(Conversion, OfAFileWithAPasswordAsksNobody) {
  const auto record = [](unsigned number, std::size_t length) {
    return test::biff_record(number, std::string(length, '\1'));
  };
  const auto locked =
      test::make_compound({{"Workbook", test::biff_record(0x809, std::string("\0\6\5\0", 4) + std::string(12, '\0')) +
                                            record(0x2F, 54) + std::string(5000, '\7')}});
  const auto workbook = read_return(locked, "f.xls", with_libreoffice());
  ASSERT_FALSE(workbook.has_value());
  EXPECT_EQ(workbook.error().subject, "encrypted");
}

/// A program that is called as LibreOffice is.
WorkbookConverter stand_in(const TemporaryFolder& folder, const std::string& script) {
  const auto path = folder.path() / "soffice";
  test::write_text(path,
                   "#!/bin/sh\n"
                   "profile=${1#-env:UserInstallation=file://}\n"
                   "while [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; shift; done\nmkdir -p \"$out\"\n" +
                       script);
  chmod(path.c_str(), 0755);
  return {path.string(), std::chrono::seconds(5)};
}

std::string outcome(const WorkbookConverter& converter) {
  const auto converted = convert_to_xlsx(converter, "given", ForeignFormat::Excel97);
  return converted ? *converted : converted.error().subject + ": " + converted.error().message.zh;
}

TEST(ConverterProcess, HasAProfileThatForbidsMacrosAndLinks) {
  const TemporaryFolder folder;
  const auto seen =
      outcome(stand_in(folder, "cat \"$profile/user/registrymodifications.xcu\" >\"$out/return.xlsx\"\n"));
  EXPECT_NE(seen.find("\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true<"), std::string::npos) << seen;
  EXPECT_NE(seen.find("\"MacroSecurityLevel\" oor:op=\"fuse\"><value>3<"), std::string::npos);
  EXPECT_NE(seen.find("\"Link\" oor:op=\"fuse\"><value>2<"), std::string::npos);
}

TEST(ConverterProcess, GetsTheFileAndLeavesNothingBehind) {
  const TemporaryFolder folder;
  const auto place = (folder.path() / "place").string();
  EXPECT_EQ(outcome(stand_in(folder, "echo \"$1\" >" + place + "; cat \"$1\" >\"$out/return.xlsx\"\n")), "given");
  auto given = test::read_text(place);
  given.pop_back();
  EXPECT_TRUE(given.ends_with("/return.xls")) << given;
  EXPECT_FALSE(std::filesystem::exists(std::filesystem::path(given).parent_path()));
}

TEST(ConverterProcess, WhatGoesWrongIsSaid) {
  const TemporaryFolder folder;
  EXPECT_EQ(outcome(stand_in(folder, "exit 1\n")), "not_converted: 文件没能转换为 .xlsx：LibreOffice 出错退出");
  EXPECT_EQ(outcome(stand_in(folder, "exit 0\n")),
            "damaged: 文件已损坏或不完整：LibreOffice 打不开（别的文件也打不开的，可能缺少 Calc 组件）");
  auto slow = stand_in(folder, "sleep 60\n");
  slow.time_limit = std::chrono::seconds(1);
  EXPECT_EQ(outcome(slow), "not_converted: 文件没能转换为 .xlsx：LibreOffice 超过 1 秒未完成，已终止");
  const auto large =
      convert_to_xlsx(stand_in(folder, "exit 0\n"), std::string(21U << 20U, 'x'), ForeignFormat::Excel97);
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().subject, "too_large");
}

TEST(ConverterProcess, WritesNoFileBeyondItsLimit) {
  const TemporaryFolder folder;
  EXPECT_EQ(outcome(stand_in(folder, "head -c 80000000 /dev/zero >\"$out/return.xlsx\" || exit 1\n")),
            "not_converted: 文件没能转换为 .xlsx：LibreOffice 出错退出");
}

TEST(ConverterProcess, GetsNoMemoryBeyondItsLimit) {
  const TemporaryFolder folder;
  const auto limit = outcome(stand_in(folder, "ulimit -d >\"$out/return.xlsx\"\n"));
  EXPECT_EQ(limit, std::to_string(1536 * 1024) + "\n");
}

TEST(HelperProcess, WhatItLeavesBehindIsEndedWithIt) {
  const TemporaryFolder folder;
  const auto late = folder.path() / "late";
  EXPECT_EQ(
      run_helper({"/bin/sh", "-c", "(sleep 2; echo alive >" + late.string() + ") &"}, {}, std::chrono::seconds(20)),
      HelperEnd::Done);
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  EXPECT_FALSE(std::filesystem::exists(late));
}

TEST(HelperProcess, WithoutNetworkReachesNoPortOfThisMachine) {
  const int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_GE(listening, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(bind(listening, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  ASSERT_EQ(listen(listening, 4), 0);
  socklen_t length = sizeof(address);
  getsockname(listening, reinterpret_cast<sockaddr*>(&address), &length);
  const auto script =
      "import socket; socket.create_connection(('127.0.0.1', " + std::to_string(ntohs(address.sin_port)) + "), 2)";
  const auto reaches = [&](bool without_network) {
    HelperLimits limits;
    limits.without_network = without_network;
    return run_helper({"/usr/bin/python3", "-c", script}, {}, std::chrono::seconds(20), limits) == HelperEnd::Done;
  };
  EXPECT_TRUE(reaches(false));
  const auto unshared = [](const char* what) {
    return run_helper({"/usr/bin/unshare", what, "/bin/true"}, {}, std::chrono::seconds(20)) == HelperEnd::Done;
  };
  const bool permitted = unshared("-Urn") || unshared("-n");
  EXPECT_EQ(reaches(true), !permitted) << "a namespace without network is " << (permitted ? "" : "not ")
                                       << "permitted here";
  close(listening);
}

}  // namespace
}  // namespace guatu::documents
