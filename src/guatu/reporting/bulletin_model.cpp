#include "guatu/reporting/bulletin_model.hpp"

#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

std::string title_of(const BulletinInput& input) {
  return "关于" + dekad_name_zh(input.dekad) + "\n重点项目前期手续办理情况的通报" +
         (input.revision > 1 ? "（更正）" : "");
}

std::string table_text(const SmallTable& table) {
  std::string text = table.caption + "\n";
  for (const auto& row : table.rows) {
    text += "|";
    for (const auto& cell : row)
      text += " " + cell + " |";
    text += "\n";
  }
  return text;
}

std::string block_text(const BulletinBlock& block) {
  if (const auto* table = std::get_if<SmallTable>(&block)) return table_text(*table);
  return std::get<Paragraph>(block).text + "\n";
}

}  // namespace

BulletinModel make_bulletin(const BulletinInput& input) {
  const auto& paper = input.campaign.paper;
  const auto issued = issued_on(input);
  BulletinText text;
  write_opening(text, input);
  write_overall(text, input);
  write_rankings(text, input);
  write_obstacles(text, input);
  write_changes(text, input);
  write_next_steps(text, input);

  BulletinModel model;
  model.red_head = paper.red_head;
  model.document_number =
      paper.document_number_prefix + "〔" + number(issued.year()) + "〕　　号";  // The registry gives the number.
  model.title = title_of(input);
  model.addressees = "各" + paper.districts_word + "，" + paper.departments_word + "：";
  model.body = text.take();
  model.attachments = attachment_titles(input.campaign);
  model.issuer = paper.office_name;
  model.date = format_chinese(issued);
  model.notes = source_notes(input);
  model.copy_to = paper.copy_to;
  model.printed_on = format_chinese(issued) + "印发";
  if (input.draft) model.draft_mark = "草稿";
  return model;
}

std::string plain_text(const BulletinModel& model) {
  std::string text;
  const auto line = [&text](const std::string& words) {
    if (!words.empty()) text += words + "\n";
  };
  for (const auto& words : {model.draft_mark, model.red_head, model.document_number, model.title, model.addressees})
    line(words);
  for (const auto& block : model.body)
    text += block_text(block);
  for (std::size_t i = 0; i < model.attachments.size(); ++i)
    line((i == 0 ? "附件：" : "　　　") + number(static_cast<std::int64_t>(i) + 1) + ". " + model.attachments[i]);
  line(model.issuer);
  line(model.date);
  for (const auto& note : model.notes)
    line(note);
  line("抄送：" + model.copy_to);
  line(model.printed_on);
  return text;
}

}  // namespace guatu::reporting
