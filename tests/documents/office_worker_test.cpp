#include "guatu/documents/office_worker.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/program.hpp"

// Small programs stand in for LibreOffice: what matters is what happens around it.
namespace guatu::documents {
namespace {

using reporting::Paper;
using test::TemporaryFolder;

/// A program that is called as LibreOffice is: the last words are the files, the folder stands after --outdir.
OfficeWorker worker(const TemporaryFolder& folder, const std::string& script) {
  const auto path = folder.path() / "soffice";
  test::write_text(path, "#!/bin/sh\n" + script);
  chmod(path.c_str(), 0755);
  return {path.string(), std::chrono::seconds(1)};
}

const char* const kConverts =
    "while [ $# -gt 0 ]; do\n"
    "  case $1 in\n"
    "    --outdir) out=$2; shift;;\n"
    "    *.docx|*.xlsx) name=$(basename \"$1\"); { printf '%%PDF-'; cat \"$1\"; } >\"$out/${name%.*}.pdf\";;\n"
    "  esac\n"
    "  shift\n"
    "done\n";

const std::vector<Paper> kPapers{{"通报.docx", "one"}, {"附件1 任务表.xlsx", "two"}};

TEST(OfficeWorker, EachPaperBecomesAPdfOfItsName) {
  const TemporaryFolder folder;
  const auto converted = convert_to_pdf(worker(folder, kConverts), kPapers);
  ASSERT_TRUE(converted.has_value()) << converted.error().message.zh;
  ASSERT_EQ(converted->size(), 2U);
  EXPECT_EQ((*converted)[0].name, "通报.pdf");
  EXPECT_EQ((*converted)[0].bytes, "%PDF-one");
  EXPECT_EQ((*converted)[1].name, "附件1 任务表.pdf");
  EXPECT_EQ((*converted)[1].bytes, "%PDF-two");
}

TEST(OfficeWorker, HasItsOwnProfileAndFonts) {
  const TemporaryFolder folder;
  const auto seen = (folder.path() / "seen").string();
  const auto converted = convert_to_pdf(
      worker(folder, "printf '%s\\n' \"$1\" >" + seen + "; cat \"$FONTCONFIG_FILE\" >>" + seen + "\n" + kConverts),
      kPapers);
  ASSERT_TRUE(converted.has_value()) << converted.error().message.zh;
  const auto text = test::read_text(seen);
  EXPECT_TRUE(text.starts_with("-env:UserInstallation=file:///")) << text;
  EXPECT_NE(text.find("<family>仿宋_GB2312</family>"), std::string::npos);
}

TEST(OfficeWorker, WhatGoesWrongIsSaid) {
  const TemporaryFolder folder;
  const auto message = [&](const std::string& script) {
    const auto converted = convert_to_pdf(worker(folder, script), kPapers);
    return converted ? std::string("converted") : converted.error().message.zh;
  };
  EXPECT_EQ(message("exit 3\n"), "PDF 未能生成：LibreOffice 出错退出；可用 WPS 或 Word 打开 docx、xlsx 另存为 PDF");
  EXPECT_EQ(message("exit 0\n"),
            "PDF 未能生成：LibreOffice 没有转换“通报.docx”（可能缺少 Writer 或 Calc 组件）；可用 WPS 或 Word 打开 "
            "docx、xlsx 另存为 PDF");
  EXPECT_EQ(convert_to_pdf({"/no/such/program"}, kPapers).error().kind, ErrorKind::Unsupported);
}

TEST(OfficeWorker, IsEndedAtItsLimitTogetherWithWhatItStarted) {
  const TemporaryFolder folder;
  const auto late = folder.path() / "late";
  const auto begin = std::chrono::steady_clock::now();
  const auto converted =
      convert_to_pdf(worker(folder, "(sleep 3; echo alive >" + late.string() + ") & sleep 60\n"), kPapers);
  ASSERT_FALSE(converted.has_value());
  EXPECT_TRUE(converted.error().message.zh.starts_with("PDF 未能生成：LibreOffice 超过 1 秒未完成，已终止"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  EXPECT_FALSE(std::filesystem::exists(late));
}

}  // namespace
}  // namespace guatu::documents
