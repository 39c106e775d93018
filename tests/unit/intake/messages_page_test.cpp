#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/part_reading.hpp"

// docs/messages.md is the published list of codes; `./dev golden` writes it anew from the table in the program.
namespace guatu::intake {
namespace {

std::string_view severity_word(Severity severity) {
  return severity == Severity::Error ? "错误 error" : severity == Severity::Warning ? "提醒 warning" : "说明 note";
}

std::string page() {
  std::ostringstream text;
  text << "# 提示一览 · Messages\n\n"
          "What reading a return can say, in the order of the program's table. A code never changes its meaning; words "
          "may be\n"
          "improved. An error refuses its row (the whole file under `all_or_nothing`), a warning and a note refuse "
          "nothing.\n"
          "`{value}` is what the cell holds, `{column}` its column, `{other}` another cell, `{detail}` what the "
          "message is about.\n\n"
          "This page is written by `./dev golden`; a test compares it with the program.\n\n"
          "| code | | 说什么 | 怎么办 | in English | remedy |\n|---|---|---|---|---|---|\n";
  for (const auto& code : message_codes())
    text << "| `" << code.code << "` | " << severity_word(code.severity) << " | " << code.zh << " | " << code.remedy_zh
         << " | " << code.en << " | " << code.remedy_en << " |\n";
  return std::move(text).str();
}

TEST(MessagesPage, GoldenPageListsEveryCodeInOrder) {
  const auto path = std::string(GUATU_SOURCE_DIR) + "/docs/messages.md";
  if (std::getenv("GUATU_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << page();
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file.good()) << path << " is missing; ./dev golden writes it";
  const std::string published{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(published, page()) << "read the difference, then ./dev golden";
}

TEST(MessagesPage, HoldsEveryCodeThatReadingACellGives) {
  for (const auto* code :
       {"unknown_header", "unknown_unit",   "project_of_other_unit", "near_match",        "duplicate_row",
        "bad_date",       "ambiguous_date", "amount_scale",          "code_check_digit",  "formula_error",
        "example_row",    "subtotal_row",   "not_a_table",           "encrypted",         "damaged",
        "too_large",      "unknown_state",  "ambiguous_cell",        "unknown_authority", "state_contradiction"}) {
    const auto message = make_message(code, Place{}, MessageWords{"甲", "a", "任务表!F3"});
    EXPECT_EQ(message.code, code);
    EXPECT_FALSE(message.text.zh.empty() || message.text.en.empty()) << code;
  }
}

/// 状态 says 办结 2022.12.5, 办结时间 says the 6th: both cells are named, and nothing is chosen between them.
TEST(MergeStateCell, NamesBothCellsThatContradictEachOther) {
  PartReading reading;
  ledger::ReportedPart said;
  said.finished_on = Date::of(2022, 12, 5);
  merge_state_cell(reading, said, {"任务表", "E3", "状态", "办结 2022.12.5"}, Severity::Error);
  ASSERT_TRUE(reading.messages.empty());
  said.finished_on = Date::of(2022, 12, 6);
  merge_state_cell(reading, said, {"任务表", "F3", "办结时间", "2022.12.6"}, Severity::Error);
  ASSERT_EQ(reading.messages.size(), 1U);
  EXPECT_EQ(reading.messages[0].code, "state_contradiction");
  EXPECT_EQ(reading.messages[0].cell, "F3");
  EXPECT_EQ(reading.messages[0].text.en, "“2022.12.6” contradicts 任务表!E3, “办结 2022.12.5”");
  EXPECT_EQ(reading.part.reported.finished_on, Date::of(2022, 12, 5));
}

}  // namespace
}  // namespace guatu::intake
