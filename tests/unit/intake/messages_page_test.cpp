#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

#include "guatu/base/text.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/ledger/revise_issues.hpp"

#include "tests/support/paths.hpp"

/// docs/messages.md is the published list; the program says neither more nor less.
namespace guatu::intake {
namespace {

std::string severity_name(Severity severity) {
  return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "note";
}

/// "`code` | severity | zh | en | remedy | remedy_en" of each row of the page, without its column "when", which must be filled.
std::multiset<std::string> rows_of_the_page() {
  std::multiset<std::string> rows;
  std::ifstream page(std::filesystem::path(GUATU_SOURCE_DIR) / "docs" / "messages.md");
  EXPECT_TRUE(page.good());
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| `")) continue;
    auto columns = split_any(line, "|");
    EXPECT_EQ(columns.size(), 7U) << line;
    if (columns.size() != 7) continue;
    for (auto& column : columns)
      column = trim(column);
    EXPECT_FALSE(columns[4].empty()) << line;
    rows.insert(columns[0] + " | " + columns[1] + " | " + columns[2] + " | " + columns[3] + " | " + columns[5] + " | " +
                columns[6]);
  }
  return rows;
}

template <typename Words>
std::string row(const Words& words) {
  const auto code = words.code.substr(0, words.code.find(':'));
  return "`" + std::string(code) + "` | " + severity_name(words.severity) + " | " + std::string(words.zh) + " | " +
         std::string(words.en) + " | " + std::string(words.remedy_zh) + " | " + std::string(words.remedy_en);
}

TEST(MessagesPage, ListsEveryMessageInTheProgramsWords) {
  std::multiset<std::string> said;
  for (const auto& words : message_codes())
    said.insert(row(words));
  for (const auto& words : ledger::issue_words())
    said.insert(row(words));
  EXPECT_EQ(rows_of_the_page(), said);
}

TEST(MessagesPage, HoldsTheCodesThatOthersRelyOn) {  // Contract 2
  std::set<std::string> codes;
  for (const auto& words : rows_of_the_page())
    codes.insert(words.substr(1, words.find('`', 1) - 1));
  for (const char* code : {"unknown_header",
                           "unknown_unit",
                           "project_of_other_unit",
                           "near_match",
                           "duplicate_row",
                           "bad_date",
                           "ambiguous_date",
                           "date_after_report",
                           "handed_up_not_allowed",
                           "finished_without_date",
                           "state_contradiction",
                           "amount_scale",
                           "code_check_digit",
                           "formula_error",
                           "example_row",
                           "subtotal_row",
                           "not_a_table",
                           "encrypted",
                           "damaged",
                           "too_large",
                           "unknown_state",
                           "ambiguous_cell",
                           "unknown_authority"})
    EXPECT_TRUE(codes.contains(code)) << code;
}

TEST(MessagesPage, EverySentenceFitsItsPlace) {
  const Place place{"任务表", "C4", "项目名称", "值"};
  for (const auto& words : message_codes()) {
    const auto message = make_message(words.code, place, {"细节", "detail", "别处"});
    for (const auto* text : {&message.text.zh, &message.text.en, &message.remedy.zh, &message.remedy.en}) {
      EXPECT_FALSE(text->empty()) << words.code;
      EXPECT_EQ(text->find_first_of("{}"), std::string::npos) << *text;
    }
    EXPECT_EQ(message.code.find(':'), std::string::npos);
  }
}

}  // namespace
}  // namespace guatu::intake
