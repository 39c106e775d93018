#include <gtest/gtest.h>

#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/bulletin_model.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/workbooks/workbooks.hpp"

#include "tests/support/bulletin_case.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

// Every paper and workbook that the office can make, judged by a checker that knows the schema and not the program.
namespace guatu::documents {
namespace {

using reporting::NamedPaper;

class Folder {
 public:
  void keep(const std::string& name, const std::string& bytes) {
    const auto path = folder_.path() / name;
    test::write_text(path, bytes);
    paths_.push_back(path.string());
  }
  void keep(const NamedPaper& named) {
    const auto bytes = render_paper(named.paper, built_in_template(named.template_name));
    ASSERT_TRUE(bytes.has_value()) << named.name << ": " << bytes.error().message.zh;
    keep(named.name + ".docx", *bytes);
  }
  void keep(const reporting::WorkbookModel& model) {
    const auto bytes = write_workbook(model);
    ASSERT_TRUE(bytes.has_value()) << model.title << ": " << bytes.error().message.zh;
    keep(model.title + ".xlsx", *bytes);
  }
  [[nodiscard]] std::size_t size() const { return paths_.size(); }
  [[nodiscard]] test::ProgramRun check() const {
    std::vector<std::string> words{"python3", "-B", std::string(GUATU_SOURCE_DIR) + "/tests/documents/ooxml_check.py"};
    words.insert(words.end(), paths_.begin(), paths_.end());
    return test::run_program(words, folder_.path());
  }

 private:
  test::TemporaryFolder folder_;
  std::vector<std::string> paths_;
};

TEST(OfficeStructure, EveryPaperAndWorkbookIsWellFormed) {
  const auto made = testing::bulletin_case(testing::december(31));
  const auto& input = *made->input;
  ASSERT_TRUE(input.leagues.leagues.size() == 3);
  Folder folder;
  const auto bulletin = render_papers(input);
  for (const auto& paper : bulletin.value())
    folder.keep(paper.name, paper.bytes);
  const auto reminders = reporting::reminders(input, std::nullopt, std::nullopt);
  for (const auto& paper : reminders.value())
    folder.keep(paper);
  const auto summonses = reporting::summonses(input, std::nullopt);
  for (const auto& paper : summonses.value())
    folder.keep(paper);
  folder.keep(reporting::meeting_agenda(input));
  auto brief = reporting::make_bulletin(input);
  brief.signer = "签发人";
  folder.keep(NamedPaper{"简报", "brief", brief});
  folder.keep(NamedPaper{"上行文", "bulletin", brief});
  for (const auto grouping : {reporting::Grouping::Cause, reporting::Grouping::Department, reporting::Grouping::Unit}) {
    auto workbook = reporting::unfinished_by(input, grouping);
    reporting::add_stamp_places(workbook);
    folder.keep(workbook);
  }
  folder.keep(reporting::approver_sheet(input));
  folder.keep(reporting::score_sheets(input));
  EXPECT_GE(folder.size(), 15U);
  const auto checked = folder.check();
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

}  // namespace
}  // namespace guatu::documents
