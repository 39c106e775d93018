#include <gtest/gtest.h>

#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

#include "tests/support/bulletin_case.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"
#include "tests/support/zip_builder.hpp"

// What an office does to the template of its bulletin: what is taken, and what is refused by name.
namespace guatu::documents {
namespace {

constexpr const char* kDocument = "word/document.xml";

std::string part_of(std::string_view docx, const std::string& name) {
  auto archive = ZipArchive::open(docx, {});
  return archive.value().read(name).value();
}

/// The built-in template with one text of its document replaced.
std::string edited(const std::string& old_text, const std::string& new_text) {
  auto archive = ZipArchive::open(default_bulletin_template(), {});
  std::vector<std::pair<std::string, std::string>> parts;
  for (const auto& name : archive.value().names()) {
    parts.emplace_back(name, archive.value().read(name).value());
    if (name != kDocument) continue;
    const auto at = parts.back().second.find(old_text);
    EXPECT_NE(at, std::string::npos) << old_text;
    if (at != std::string::npos) parts.back().second.replace(at, old_text.size(), new_text);
  }
  return test::make_zip(parts);
}

std::string refusal(const std::string& bytes) {
  const auto checked = check_bulletin_template(bytes);
  return checked ? "" : checked.error().message.zh;
}

std::string document_with(const std::string& bytes) {
  const auto made = testing::bulletin_case(testing::december(10));
  made->input->bulletin_template = bytes;
  const auto papers = render_papers(*made->input);
  EXPECT_TRUE(papers.has_value()) << papers.error().message.zh;
  return papers ? part_of(papers->front().bytes, kDocument) : "";
}

TEST(BulletinTemplate, TheBuiltInOneWillDo) {
  EXPECT_EQ(refusal(std::string(default_bulletin_template())), "");
}

TEST(BulletinTemplate, TheShippedCampaignBringsTheBuiltInOneToEdit) {
  EXPECT_TRUE(test::read_text(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023/papers/bulletin.docx") ==
              default_bulletin_template());
}

TEST(BulletinTemplate, AFieldCutIntoRunsIsFilledAndKeepsItsLook) {
  const auto bytes = edited("<w:r><w:t xml:space=\"preserve\">{{title}}</w:t></w:r>",
                            "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ti</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
                            "<w:r><w:t>tle}</w:t></w:r><w:r><w:t>}</w:t></w:r>");
  EXPECT_EQ(refusal(bytes), "");
  const auto document = document_with(bytes);
  EXPECT_NE(document.find("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">关于2022年12月上旬</w:t>"),
            std::string::npos);
  EXPECT_EQ(document.find("{{"), std::string::npos);
  EXPECT_EQ(document.find("}}"), std::string::npos);
}

TEST(BulletinTemplate, FontsAndOrderAreTheOffices) {
  const auto bytes = edited("<w:pStyle w:val=\"Level1\"/>", "<w:pStyle w:val=\"OurHeading\"/>");
  EXPECT_NE(document_with(bytes).find("<w:pStyle w:val=\"OurHeading\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"
                                      "一、总体情况"),
            std::string::npos);
}

TEST(BulletinTemplate, WhatIsWrongIsNamed) {
  struct Row {
    std::string old_text, new_text, refusal;
  };
  const std::vector<Row> rows{
      {"{{title}}", "{{titel}}", "公文模板有误：不认识的字段 {{titel}}"},
      {"{{title}}", "通报", "公文模板有误：缺少字段 {{title}}"},
      {"{{date}}", "", "公文模板有误：{{#signature}} 中缺少 {{date}}"},
      {"{{title}}", "{{title", "公文模板有误：花括号须为半角且成对：“{{title”"},
      {"{{title}}", "｛｛title｝｝", "公文模板有误：花括号须为半角且成对：“｛｛title｝｝”"},
      {"{{heading2}}", "", "公文模板有误：{{#text}} 中缺少 {{heading2}}"},
      {"{{#text}}", "", "公文模板有误：{{/text}} 没有对应的 {{#text}}"},
      {"{{/text}}", "", "公文模板有误：{{#text}} 没有对应的 {{/text}}"},
      {"{{#notes}}", "{{#note}}", "公文模板有误：不认识的列表 {{#note}}"},
      {"{{table_cell}}", "", "公文模板有误：表格须有 {{table_head}} 一行和 {{table_cell}} 一行"},
      {"</w:body>", "", "公文模板有误：word/document.xml 无法解析"},
  };
  for (const auto& row : rows)
    EXPECT_TRUE(refusal(edited(row.old_text, row.new_text)).starts_with(row.refusal))
        << row.old_text << " → " << row.new_text << ": " << refusal(edited(row.old_text, row.new_text));
}

TEST(BulletinTemplate, FilesThatAreNoTemplateAreRefused) {
  EXPECT_NE(refusal("no archive at all"), "");
  EXPECT_EQ(refusal(test::make_zip({{"a.txt", "b"}})), "公文模板有误：不是 .docx 文件");
  EXPECT_EQ(refusal(test::make_zip({{kDocument, "<w:document/>"}, {"word/vbaProject.bin", "x"}})),
            "公文模板有误：不得含有宏");
}

}  // namespace
}  // namespace guatu::documents
