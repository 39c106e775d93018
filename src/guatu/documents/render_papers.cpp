#include "guatu/documents/render_papers.hpp"

#include "guatu/documents/docx/fill_template.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/bulletin_model.hpp"

namespace guatu::documents {
namespace {

using reporting::ParagraphStyle;

const char* pattern_of(ParagraphStyle style) {
  switch (style) {
    case ParagraphStyle::Heading1:
      return "heading1";
    case ParagraphStyle::Heading2:
      return "heading2";
    case ParagraphStyle::Item:
      return "item";
    case ParagraphStyle::Body:
      break;
  }
  return "body";
}

std::vector<TemplateBlock> text_blocks(const reporting::BulletinModel& model) {
  std::vector<TemplateBlock> blocks;
  for (const auto& block : model.body) {
    if (const auto* table = std::get_if<reporting::SmallTable>(&block)) {
      blocks.push_back({"caption", table->caption, {}});
      blocks.push_back({"table", {}, table->rows});
    } else {
      const auto& paragraph = std::get<reporting::Paragraph>(block);
      blocks.push_back({pattern_of(paragraph.style), paragraph.text, {}});
    }
  }
  return blocks;
}

/// 附件：1. …, then the others below the first; without a number when there is only one.
std::vector<TemplateBlock> attachment_blocks(const reporting::BulletinModel& model) {
  std::vector<TemplateBlock> blocks;
  for (const auto& name : model.attachments) {
    const bool first = blocks.empty();
    const auto number = model.attachments.size() == 1 ? std::string{} : std::to_string(blocks.size() + 1) + ".";
    blocks.push_back({first ? "first_attachment" : "attachment", number + name, {}});
  }
  return blocks;
}

TemplateValues values_of(const reporting::BulletinModel& model) {
  TemplateValues values;
  values.fields = {{"red_head", model.red_head},    {"document_number", model.document_number},
                   {"title", model.title},          {"addressees", model.addressees},
                   {"issuer", model.issuer},        {"date", model.date},
                   {"copy_to", model.copy_to},      {"printed_on", model.printed_on},
                   {"draft_mark", model.draft_mark}};
  values.required = {"title", "issuer", "date", "draft_mark"};
  values.lists["text"] = text_blocks(model);
  values.lists["attachments"] = attachment_blocks(model);
  auto& notes = values.lists["notes"];
  for (const auto& note : model.notes)
    notes.push_back({"note", note, {}});
  return values;
}

/// A bulletin in which every pattern of the template is called for.
reporting::BulletinModel specimen() {
  reporting::BulletinModel model;
  for (const auto style :
       {ParagraphStyle::Heading1, ParagraphStyle::Heading2, ParagraphStyle::Item, ParagraphStyle::Body})
    model.body.emplace_back(reporting::Paragraph{style, "文字"});
  model.body.emplace_back(reporting::SmallTable{"表题", {{"栏"}, {"值"}}});
  model.attachments = {"甲", "乙"};
  model.notes = {"注"};
  return model;
}

}  // namespace

Result<void> check_bulletin_template(std::string_view bytes) {
  GUATU_CHECK(fill_template(bytes, values_of(specimen())));
  return {};
}

Result<std::vector<reporting::Paper>> render_papers(const reporting::BulletinInput& input) {
  const auto bytes =
      input.bulletin_template.empty() ? default_bulletin_template() : std::string_view(input.bulletin_template);
  std::vector<reporting::Paper> papers;
  GUATU_TRY(auto bulletin, fill_template(bytes, values_of(reporting::make_bulletin(input))));
  papers.push_back({"通报.docx", std::move(bulletin)});
  for (const auto& attachment : reporting::make_attachments(input)) {
    GUATU_TRY(auto workbook, write_workbook(attachment.workbook));
    papers.push_back({attachment.file, std::move(workbook)});
  }
  return papers;
}

}  // namespace guatu::documents
