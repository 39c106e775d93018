#include "guatu/documents/render_papers.hpp"

#include "guatu/documents/docx/paper_values.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/bulletin_model.hpp"
#include "guatu/reporting/edited_text.hpp"

namespace guatu::documents {
namespace {

using reporting::ParagraphStyle;

TemplateValues bulletin_values(const reporting::OfficialPaper& paper) {
  auto values = paper_values(paper);
  values.required = {"title", "draft_mark"};
  if (paper.marks.joint.empty()) values.required.merge(std::set<std::string>{"issuer", "date"});
  return values;
}

/// A bulletin in which every pattern of the template is called for.
reporting::OfficialPaper specimen() {
  reporting::OfficialPaper paper;
  for (const auto style :
       {ParagraphStyle::Heading1, ParagraphStyle::Heading2, ParagraphStyle::Item, ParagraphStyle::Body})
    paper.body.emplace_back(reporting::Paragraph{style, "文字"});
  paper.body.emplace_back(reporting::SmallTable{"表题", {{"栏"}, {"值"}}});
  paper.attachments = {"甲", "乙"};
  paper.notes = {"注"};
  for (const bool lying : {false, true})
    paper.annexes.push_back({lying ? 2 : 1, "附件", lying, {{"表题", {}, {{"栏"}, {"值"}}}}, {"注"}});
  return paper;
}

}  // namespace

Result<void> check_bulletin_template(std::string_view bytes) {
  GUATU_CHECK(fill_template(bytes, bulletin_values(specimen())));
  auto upward = specimen();
  upward.signer = "签发人";
  GUATU_CHECK(fill_template(bytes, bulletin_values(upward)));
  return {};
}

Result<void> check_paper_template(std::string_view bytes) {
  const reporting::OfficialPaper nothing;
  auto values = paper_values(nothing);
  values.required = {"title"};
  for (const auto& [name, blocks] : values.lists)
    values.optional_lists.insert(name);
  for (auto& [name, blocks] : values.lists)
    blocks.clear();  // Whether every level is there depends on the paper.
  GUATU_CHECK(fill_template(bytes, values));
  return {};
}

Result<std::string> render_paper(const reporting::OfficialPaper& paper, std::string_view template_bytes) {
  return fill_template(template_bytes, paper_values(paper));
}

namespace {

Result<std::vector<reporting::Paper>> papers_with(const reporting::BulletinInput& input,
                                                  const reporting::BulletinModel& model) {
  const auto bytes =
      input.bulletin_template.empty() ? default_bulletin_template() : std::string_view(input.bulletin_template);
  std::vector<reporting::Paper> papers;
  GUATU_TRY(auto bulletin, fill_template(bytes, bulletin_values(model)));
  papers.push_back({"通报.docx", std::move(bulletin)});
  for (const auto& attachment : reporting::make_attachments(input)) {
    GUATU_TRY(auto workbook, write_workbook(attachment.workbook));
    papers.push_back({attachment.file, std::move(workbook)});
  }
  return papers;
}

}  // namespace

Result<std::vector<reporting::Paper>> render_papers(const reporting::BulletinInput& input) {
  return papers_with(input, reporting::make_bulletin(input));
}

Result<std::vector<reporting::Paper>> render_edited_papers(const reporting::BulletinInput& input,
                                                           std::string_view text) {
  auto model = reporting::make_bulletin(input);
  GUATU_TRY(model.body, reporting::with_edited_text(model, text));
  return papers_with(input, model);
}

}  // namespace guatu::documents
