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

/// What goes on paper with the bulletin: problems for the levels above, and the three rankings. The other attachments are tables
/// of many pages, sent as files.
std::vector<PaperAnnex> annexes_of(const BulletinInput& input) {
  const auto titles = attachment_titles(input.campaign);
  std::vector<PaperAnnex> annexes;
  const auto upper = upper_list(input).sheets.front();
  if (upper.filter) annexes.push_back({2, titles[1], true, {table_of_sheet(upper)}, notes_of_sheet(upper)});
  PaperAnnex ranks{4, titles[3], true, {}, {}};
  const auto sheets = rank_sheets(input);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto& league = input.leagues.leagues[i];
    ranks.tables.push_back(table_of_sheet(sheets[i]));
    ranks.tables.back().caption = league.name.zh;
    ranks.notes.push_back(league.name.zh + "：" + league.rule.zh);
  }
  if (!ranks.tables.empty()) annexes.push_back(std::move(ranks));
  return annexes;
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
  model.annexes = annexes_of(input);
  model.marks = input.marks;
  return model;
}

}  // namespace guatu::reporting
