#include <gtest/gtest.h>

#include "guatu/app/files.hpp"
#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/reporting/csv_text.hpp"

#include "tests/cli/office.hpp"
#include "tests/support/paths.hpp"

// One return, sent as .xlsx, as text, as .xls and as .ods, is one return: what it says does not hang on the program that saved it.
namespace guatu::test {
namespace {

/// A unit's first return of the sample, which has one sheet.
std::string first_return(const Office& office) {
  return office.returns_of(office.dekads().front()).front();
}

std::string as_csv(const std::string& path) {
  const auto workbook = documents::read_workbook(read_text(path), "f.xlsx");
  EXPECT_TRUE(workbook.has_value());
  const auto& sheet = workbook->sheets.at(0);
  std::string text;
  for (std::uint32_t row = 0; row < sheet.row_count(); ++row) {
    for (std::uint32_t column = 0; column < sheet.column_count(); ++column) {
      const auto* cell = sheet.find_cell(row, column);
      text += (column > 0 ? "," : "") + (cell == nullptr ? std::string{} : reporting::csv_field(sheet.text_of(*cell)));
    }
    text += "\r\n";
  }
  return text;
}

std::vector<std::string> codes(const boost::json::value& answer) {
  std::vector<std::string> all;
  for (const auto& table : answer.as_object().at("files").as_array())
    for (const auto& message : table.as_object().at("messages").as_array())
      all.emplace_back(message.as_object().at("code").as_string());
  return all;
}

class ForeignFiles : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    office_ = std::make_unique<Office>("chifeng-2023");
    office_->init();
    office_->make_sample(60, 5);
    ASSERT_EQ(office_->run({"import", first_return(*office_)}).exit_code, 0);
  }
  static void TearDownTestSuite() { office_.reset(); }

  /// What `import` says of the file, which holds what is known already.
  static std::vector<std::string> import_again(const std::string& name) {
    const auto answer = office_->ask({"import", name});
    for (const auto& table : answer.as_object().at("files").as_array()) {
      const auto& counts = table.as_object();
      EXPECT_EQ(counts.at("changed").as_int64() + counts.at("new").as_int64(), 0) << name;
      EXPECT_GT(counts.at("unchanged").as_int64(), 0) << name;
    }
    return codes(answer);
  }

  static void save_as(const std::string& ending) {
    const auto program = app::find_program("soffice");
    ASSERT_TRUE(program.has_value()) << "LibreOffice belongs to what ./dev test installs";
    const auto saved =
        run_program({"env", "HOME=" + office_->folder().string(), *program,
                     "-env:UserInstallation=file://" + (office_->folder() / "profile").string(), "--headless",
                     "--convert-to", ending, "--outdir", (office_->folder() / ending).string(), first_return(*office_)},
                    office_->folder());
    ASSERT_EQ(saved.exit_code, 0) << saved.err;
  }

  static std::string saved(const std::string& ending) {
    return (office_->folder() / ending / std::filesystem::path(first_return(*office_)).stem()).string() + "." + ending;
  }

  static std::unique_ptr<Office> office_;
};
std::unique_ptr<Office> ForeignFiles::office_;

TEST_F(ForeignFiles, AsTextTheyAreTheSameReturn) {
  write_text(office_->folder() / "return.csv", as_csv(first_return(*office_)));
  EXPECT_EQ(import_again("return.csv").back(), "text_table");
}

TEST_F(ForeignFiles, AsAnOldWorkbookTheyAreTheSameReturn) {
  save_as("xls");
  const auto said = import_again(saved("xls"));
  EXPECT_NE(std::ranges::find(said, "converted_file"), said.end());
}

TEST_F(ForeignFiles, AsAnOpenDocumentTheyAreTheSameReturn) {
  save_as("ods");
  const auto said = import_again(saved("ods"));
  EXPECT_NE(std::ranges::find(said, "converted_file"), said.end());
}

TEST_F(ForeignFiles, WithoutLibreOfficeTheRemedyIsNamed) {
  save_as("xls");
  const auto run = run_program({"env", "PATH=/nowhere", GUATU_BINARY, "import", saved("xls")}, office_->folder());
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.out.find("本机没有安装"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("converter_missing"), std::string::npos) << run.out;
}

}  // namespace
}  // namespace guatu::test
