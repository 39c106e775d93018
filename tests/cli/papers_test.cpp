#include <gtest/gtest.h>
#include <sys/stat.h>

#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

#include "tests/cli/office.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/printed_pdf.hpp"
#include "tests/support/zip_builder.hpp"

// The papers as an office fetches them: same bytes anywhere, formats by name, a wrong template refused before it hurts.
namespace guatu::test {
namespace {

using Files = std::map<std::string, std::string>;

Files files_in(const std::filesystem::path& folder) {
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename().string()] = read_text(entry.path());
  return files;
}

void expect_same(const Files& one, const Files& other) {
  ASSERT_EQ(one.size(), other.size());
  for (const auto& [name, bytes] : one)
    EXPECT_TRUE(other.contains(name) && other.at(name) == bytes) << name;
}

ProgramRun run_elsewhere(const Office& office, const std::vector<std::string>& settings,
                         const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"env"};
  words.insert(words.end(), settings.begin(), settings.end());
  words.emplace_back(GUATU_BINARY);
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_program(words, office.folder());
}

class Papers : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    office_ = std::make_unique<Office>("chifeng-2023");
    office_->init();
    office_->make_sample(12, 5);
    office_->publish(office_->dekads().front());
  }
  static void TearDownTestSuite() { office_.reset(); }

  static std::unique_ptr<Office> office_;
};
std::unique_ptr<Office> Papers::office_;

TEST_F(Papers, AreTheSameBytesInEveryZoneLanguageAndFolder) {
  const auto dekad = office_->dekads().front();
  ASSERT_EQ(office_->run({"bulletin", "--dekad", dekad, "--out", "stored"}).exit_code, 0);
  ASSERT_EQ(run_elsewhere(*office_, {"TZ=America/New_York", "LC_ALL=C", "LANG=de_DE.UTF-8", "TMPDIR=/tmp"},
                          {"bulletin", "--dekad", dekad, "--out", "again/deeper"})
                .exit_code,
            0);
  expect_same(files_in(office_->folder() / "stored"), files_in(office_->folder() / "again/deeper"));

  const std::vector<std::string> draft{"bulletin", "--as-of", "2022-12-05", "--out"};
  auto here = draft;
  here.emplace_back("draft");
  auto there = draft;
  there.emplace_back("draft elsewhere");
  ASSERT_EQ(run_elsewhere(*office_, {"TZ=Asia/Shanghai"}, here).exit_code, 0);
  ASSERT_EQ(run_elsewhere(*office_, {"TZ=Pacific/Kiritimati", "LC_ALL=C"}, there).exit_code, 0);
  const auto files = files_in(office_->folder() / "draft");
  EXPECT_EQ(files.size(), 7U);
  expect_same(files, files_in(office_->folder() / "draft elsewhere"));
}

TEST_F(Papers, ComeInTheAskedFormats) {
  const auto dekad = office_->dekads().front();
  ASSERT_EQ(office_->run({"bulletin", "--dekad", dekad, "--out", "some", "--format", "docx,json"}).exit_code, 0);
  const auto files = files_in(office_->folder() / "some");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_TRUE(files.contains("通报.docx"));
  EXPECT_TRUE(files.contains("bulletin.json"));

  const auto wrong = office_->run({"bulletin", "--dekad", dekad, "--out", "none", "--format", "docx,odt"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_NE(wrong.err.find("没有“odt”"), std::string::npos) << wrong.err;
  EXPECT_FALSE(std::filesystem::exists(office_->folder() / "none"));
}

TEST_F(Papers, PdfWithoutLibreOfficeSaysWhatToInstall) {
  std::filesystem::create_directories(office_->folder() / "empty");
  const auto refused = run_elsewhere(*office_, {"PATH=" + (office_->folder() / "empty").string()},
                                     {"bulletin", "--as-of", "2022-12-05", "--out", "none", "--format", "pdf"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("apt-get install libreoffice-writer-nogui"), std::string::npos) << refused.err;
  EXPECT_FALSE(std::filesystem::exists(office_->folder() / "none"));
}

TEST_F(Papers, PdfIsMadeByThePathsLibreOffice) {
  const auto programs = office_->folder() / "programs";
  std::filesystem::create_directories(programs);
  write_text(programs / "soffice",
             "#!/bin/sh\nPATH=/usr/bin:/bin\nwhile [ $# -gt 0 ]; do case $1 in --outdir) out=$2; shift;;"
             " *.docx|*.xlsx) n=$(basename \"$1\"); echo %PDF-1.7 >\"$out/${n%.*}.pdf\";; esac; shift; done\n");
  chmod((programs / "soffice").c_str(), 0755);
  const auto made = run_elsewhere(*office_, {"PATH=" + programs.string()},
                                  {"bulletin", "--as-of", "2022-12-05", "--out", "pdf", "--format", "docx,pdf"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto files = files_in(office_->folder() / "pdf");
  EXPECT_EQ(files.size(), 7U) << "the bulletin twice, five attachments as PDF";
  EXPECT_TRUE(files.contains("通报.docx"));
  EXPECT_TRUE(files.contains("通报.pdf"));
}

TEST_F(Papers, OfOtherKindsAreWrittenByName) {
  struct Row {
    std::vector<std::string> words;
    std::string file;
  };
  const std::vector<Row> rows{{{"提示函", "--unit", "150402"}, "提示函 红山区.docx"},
                              {{"agenda"}, "会议议题单 2022-12-05.docx"},
                              {{"项目一页纸", "--project", "P0001"}, "项目一页纸 P0001.docx"}};
  for (const auto& row : rows) {
    std::vector<std::string> arguments{"paper"};
    arguments.insert(arguments.end(), row.words.begin(), row.words.end());
    arguments.insert(arguments.end(), {"--as-of", "2022-12-05", "--out", "letters"});
    const auto made = office_->run(arguments);
    ASSERT_EQ(made.exit_code, 0) << made.err;
    EXPECT_TRUE(std::filesystem::exists(office_->folder() / "letters" / row.file)) << row.file << "\n" << made.out;
  }
  ASSERT_EQ(office_->run({"paper", "task-map", "--as-of", "2022-12-05", "--out", "maps"}).exit_code, 0);
  EXPECT_GT(files_in(office_->folder() / "maps").size(), 1U) << "one a unit with projects";
  ASSERT_EQ(office_->run({"workbook", "审批部门办理情况表", "--as-of", "2022-12-05", "--out", "print"}).exit_code, 0);
  EXPECT_TRUE(files_in(office_->folder() / "print").contains("审批部门办理情况表 2022-12-05.xlsx"));
}

/// The project with the most open procedures.
std::string busiest_project(const boost::json::value& ledger) {
  std::map<std::string, int> open;
  for (const auto& row : ledger.as_array()) {
    const auto state = row.at("state").as_string();
    open[std::string(row.at("project").as_string())] += state != "finished" && state != "not_applicable" ? 1 : 0;
  }
  return std::ranges::max_element(open, {}, &std::pair<const std::string, int>::second)->first;
}

TEST_F(Papers, AProjectWithMuchOpenIsOnOnePage) {
  const auto project = busiest_project(office_->ask({"ledger", "--as-of", "2022-12-05", "--format", "json"}));
  const auto made = office_->run(
      {"paper", "项目一页纸", "--project", project, "--as-of", "2022-12-05", "--out", "page", "--format", "pdf"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_EQ(count_pages((office_->folder() / "page" / ("项目一页纸 " + project + ".pdf")).string()), 1) << project;
}

TEST_F(Papers, BearMarksAndSeveralBodiesWhereAsked) {
  const std::vector<std::string> marks{"--copy-number", "12",   "--secrecy", "机密*1年",
                                       "--urgency",     "特急", "--joint",   "某市财政局"};
  std::vector<std::string> draft{"bulletin", "--as-of", "2022-12-05", "--out", "marked", "--format", "docx"};
  draft.insert(draft.end(), marks.begin(), marks.end());
  ASSERT_EQ(office_->run(draft).exit_code, 0);
  const auto bytes = read_text(office_->folder() / "marked/通报.docx");
  auto archive = documents::ZipArchive::open(bytes, {});
  const auto document = archive.value().read("word/document.xml").value();
  for (const char* mark : {">000012<", ">机密★1年<", ">特急<", ">某市财政局<"})
    EXPECT_NE(document.find(mark), std::string::npos) << mark;

  const auto dekad = office_->dekads().front();
  std::vector<std::string> stored{"bulletin", "--dekad", dekad, "--out", "none", "--urgency", "特急"};
  EXPECT_EQ(office_->run(stored).exit_code, 2) << "what is published does not change";
  EXPECT_EQ(office_->run({"paper", "agenda", "--as-of", "2022-12-05", "--out", "none", "--secrecy", "内部"}).exit_code,
            2);
  EXPECT_FALSE(std::filesystem::exists(office_->folder() / "none"));
}

TEST_F(Papers, WhatCannotBeWrittenIsRefusedWithReason) {
  struct Row {
    std::vector<std::string> words;
    int exit_code;
    std::string says;
  };
  const std::vector<Row> rows{{{"paper", "贺信"}, 2, "没有“贺信”这种文书"},
                              {{"paper", "约谈通知"}, 1, "不是考核节点"},
                              {{"paper", "提示函", "--unit", "999999"}, 1, "没有代码为 999999 的单位"},
                              {{"paper", "项目一页纸"}, 2, "需要 --project"},
                              {{"paper", "项目一页纸", "--project", "P9999"}, 1, "不在库"},
                              {{"paper", "agenda", "--template", "fancy"}, 1, "没有模板“fancy”"},
                              {{"workbook", "日历"}, 2, "没有“日历”这种表"}};
  for (const auto& row : rows) {
    auto arguments = row.words;
    arguments.insert(arguments.end(), {"--as-of", "2022-12-05", "--out", "refused"});
    const auto refused = office_->run(arguments);
    EXPECT_EQ(refused.exit_code, row.exit_code) << row.says;
    EXPECT_NE(refused.err.find(row.says), std::string::npos) << refused.err;
  }
  EXPECT_FALSE(std::filesystem::exists(office_->folder() / "refused"));
}

TEST_F(Papers, ADraftMayHaveAnotherTemplateAndWhatIsPublishedMayNot) {
  const std::vector<std::string> draft{"bulletin", "--as-of", "2022-12-05", "--format", "docx", "--out"};
  auto brief = draft;
  brief.insert(brief.end(), {"brief", "--template", "brief"});
  ASSERT_EQ(office_->run(brief).exit_code, 0);
  auto usual = draft;
  usual.emplace_back("usual");
  ASSERT_EQ(office_->run(usual).exit_code, 0);
  EXPECT_FALSE(read_text(office_->folder() / "brief/通报.docx") == read_text(office_->folder() / "usual/通报.docx"));
  const auto refused =
      office_->run({"bulletin", "--dekad", office_->dekads().front(), "--template", "brief", "--out", "none"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("已通报的文件不再改动"), std::string::npos) << refused.err;
}

TEST(PapersOfTheOffice, WordsAreEditedAndNumbersStay) {
  const Office office("chifeng-2023");
  office.init();
  office.make_sample(6, 5);
  const auto dekad = office.dekads().front();
  const auto now = last_day(dekad) + "T18:00:00+08:00";
  ASSERT_EQ(office.import(dekad).exit_code, 0);
  ASSERT_EQ(office.run({"lock", "--dekad", dekad, "--now", now}).exit_code, 0);
  const std::vector<std::string> publish{"publish", "--dekad", dekad, "--now", now};
  const auto with = [&](const std::string& option, const std::string& file) {
    auto arguments = publish;
    arguments.insert(arguments.end(), {option, file});
    return office.run(arguments);
  };
  ASSERT_EQ(with("--export-text", "words.txt").exit_code, 0);
  auto words = read_text(office.folder() / "words.txt");
  const auto counted = words.find("共6个");
  ASSERT_NE(counted, std::string::npos) << words;
  auto wrong = words;
  write_text(office.folder() / "wrong.txt", wrong.replace(counted, std::string("共6个").size(), "共7个"));
  const auto refused = with("--text", "wrong.txt");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("原为“6”，改成了“7”"), std::string::npos) << refused.err;

  const auto heading = words.find("总体情况");
  ASSERT_NE(heading, std::string::npos);
  write_text(office.folder() / "words.txt", words.replace(heading, std::string("总体情况").size(), "总的情况"));
  const auto published = with("--text", "words.txt");
  ASSERT_EQ(published.exit_code, 0) << published.err;
  ASSERT_EQ(office.run({"bulletin", "--dekad", dekad, "--out", "papers"}).exit_code, 0);
  const auto bytes = read_text(office.folder() / "papers/通报.docx");
  auto archive = documents::ZipArchive::open(bytes, {});
  EXPECT_NE(archive.value().read("word/document.xml").value().find("一、总的情况"), std::string::npos);
  EXPECT_EQ(office.run({"verify"}).exit_code, 0);
}

TEST(PapersOfTheOffice, AFieldThatNobodyKnowsIsNamedWhenTheCampaignIsLoaded) {
  const TemporaryFolder folder;
  std::filesystem::copy(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023", folder.path() / "ours",
                        std::filesystem::copy_options::recursive);
  std::filesystem::permissions(folder.path() / "ours/papers", std::filesystem::perms::owner_all);
  auto archive = documents::ZipArchive::open(documents::built_in_template("letter"), {});
  std::vector<std::pair<std::string, std::string>> parts;
  for (const auto& name : archive.value().names()) {
    parts.emplace_back(name, archive.value().read(name).value());
    auto& text = parts.back().second;
    if (const auto at = text.find("{{item}}"); at != std::string::npos) text.replace(at, 8, "{{itme}}");
  }
  write_text(folder.path() / "ours/papers/letter.docx", make_zip(parts));
  const auto refused = run_guatu({"init", "--campaign", "ours"}, folder.path());
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.err.find("{{itme}}"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("papers/letter.docx"), std::string::npos) << refused.err;
}

TEST(PapersOfTheOffice, AWrongTemplateIsRefusedWhenTheCampaignIsLoaded) {
  const TemporaryFolder folder;
  std::filesystem::copy(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023", folder.path() / "ours",
                        std::filesystem::copy_options::recursive);
  std::filesystem::permissions(folder.path() / "ours/papers/bulletin.docx", std::filesystem::perms::owner_all);
  write_text(folder.path() / "ours/papers/bulletin.docx", "an old .doc");
  const auto refused = run_guatu({"init", "--campaign", "ours"}, folder.path());
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "guatu.db")) << "a refused campaign leaves no store behind";
}

}  // namespace
}  // namespace guatu::test
