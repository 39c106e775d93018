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
    case ParagraphStyle::Attachment:
      return "attachment";
    case ParagraphStyle::Foot:
      return "foot";
    case ParagraphStyle::Body:
      break;
  }
  return "body";
}

TemplateValues values_of(const reporting::BulletinModel& model) {
  TemplateValues values;
  values.fields = {{"red_head", model.red_head},
                   {"document_number", model.document_number},
                   {"title", model.title},
                   {"issuer", model.issuer},
                   {"date", model.date},
                   {"copy_to", model.copy_to},
                   {"printed_on", model.printed_on},
                   {"draft_mark", model.draft_mark}};
  values.patterns = {"heading1", "heading2", "body", "attachment", "foot"};
  for (const auto& paragraph : model.body)
    values.paragraphs.push_back({pattern_of(paragraph.style), paragraph.text});
  return values;
}

}  // namespace

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
