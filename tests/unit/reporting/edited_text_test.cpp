#include "guatu/reporting/edited_text.hpp"

#include <gtest/gtest.h>

// An office edits the words of a bulletin; its numbers stay.
namespace guatu::reporting {
namespace {

OfficialPaper a_paper() {
  OfficialPaper paper;
  const auto add = [&](ParagraphStyle style, const std::string& text) {
    paper.body.emplace_back(Paragraph{style, text});
  };
  add(ParagraphStyle::Body, "截至2022年12月10日，办结11个，办结率19%（11/58）。");
  add(ParagraphStyle::Heading1, "一、总体情况");
  add(ParagraphStyle::Heading2, "（一）以项目为单位");
  paper.body.emplace_back(SmallTable{"表1", {{"栏"}, {"3"}}});
  add(ParagraphStyle::Heading1, "二、下一步工作");
  add(ParagraphStyle::Item, "1.督促申报5项手续。");
  add(ParagraphStyle::Item, "2.压缩时限0.5天。");
  return paper;
}

std::string changed(const std::string& before, const std::string& after) {
  auto text = editable_text(a_paper());
  const auto at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return at == std::string::npos ? text : text.replace(at, before.size(), after);
}

std::string reasons(const std::string& text) {
  const auto edited = with_edited_text(a_paper(), text);
  std::string all;
  if (!edited)
    for (const auto& reason : edited.error().reasons)
      all += reason.zh + "|";
  return all;
}

std::string paragraphs(const std::string& text) {
  const auto edited = with_edited_text(a_paper(), text);
  if (!edited) return "refused";
  std::string all;
  for (const auto& block : *edited)
    all += std::holds_alternative<Paragraph>(block) ? std::get<Paragraph>(block).text + "|" : "表|";
  return all;
}

TEST(EditedText, UntouchedItIsTheSamePaper) {
  const auto edited = with_edited_text(a_paper(), editable_text(a_paper()));
  ASSERT_TRUE(edited.has_value());
  EXPECT_EQ(*edited, a_paper().body);
}

TEST(EditedText, WordsChangeAndParagraphsMayGo) {
  EXPECT_EQ(paragraphs(changed("总体情况", "总的情况")).substr(0, 200).find("一、总的情况|"),
            std::string("截至2022年12月10日，办结11个，办结率19%（11/58）。|").size());
  EXPECT_EQ(paragraphs(changed("[5] 1.督促申报5项手续。\n", "")),
            "截至2022年12月10日，办结11个，办结率19%（11/"
            "58）。|一、总体情况|（一）以项目为单位|表|二、下一步工作|1.压缩时限0.5天。|");
  EXPECT_EQ(
      paragraphs(changed("[2] 一、总体情况\n[3] （一）以项目为单位\n", "")),
      "截至2022年12月10日，办结11个，办结率19%（11/58）。|表|一、下一步工作|1.督促申报5项手续。|2.压缩时限0.5天。|");
}

TEST(EditedText, FilesOfOtherEditorsAreRead) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : editable_text(a_paper()))
    text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(paragraphs(text), paragraphs(editable_text(a_paper())));
}

TEST(EditedText, WhatIsWrongIsNamed) {
  struct Row {
    std::string before, after, reasons;
  };
  const std::vector<Row> rows{
      {"办结11个", "办结12个", "第1段的数字不能改：原为“11”，改成了“12”|"},
      {"19%", "20%", "第1段的数字不能改：原为“19%”，改成了“20%”|"},
      {"19%（11/58）", "19%", "第1段的数字不能改：原为“11”，改成了“（无）”|"},
      {"总体情况", "总体情况（3个）", "第2段的数字不能改：原为“（无）”，改成了“3”|"},
      {"0.5天", "5天", "第6段的数字不能改：原为“0.5”，改成了“5”|"},
      {"[2] ", "[9] ", "第4行：没有第9段|第5行：第3段重复，或次序有变|"},
      {"[3] ", "[2] ", "第5行：第2段重复，或次序有变|"},
      {"[2] 一、", "一、", "第4行没有以“[段号]”开头：一、总体情况|"},
  };
  for (const auto& row : rows)
    EXPECT_TRUE(reasons(changed(row.before, row.after)).starts_with(row.reasons.substr(0, row.reasons.find('|') + 1)))
        << row.after << ": " << reasons(changed(row.before, row.after));
  EXPECT_EQ(reasons("# 空\n"), "一段也没有留下|");
}

TEST(EditedText, NumbersAreReadAsPeopleReadThem) {
  using Numbers = std::vector<std::string>;
  EXPECT_EQ(numbers_in("提高2.1个百分点，达到42.5%。"), (Numbers{"2.1", "42.5%"}));
  EXPECT_EQ(numbers_in("１２项"), (Numbers{"12"}));
  EXPECT_EQ(numbers_in("变化-0.3"), (Numbers{"-0.3"}));
  EXPECT_EQ(numbers_in("后三位"), Numbers{});
  EXPECT_EQ(numbers_in("共3."), (Numbers{"3"}));
}

}  // namespace
}  // namespace guatu::reporting
