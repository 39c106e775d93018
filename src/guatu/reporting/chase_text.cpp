#include "guatu/reporting/chase_text.hpp"

#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

std::string month_and_day(Date day) {
  return std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日";
}

std::size_t count(const std::vector<ChaseProcedures>& projects) {
  std::size_t all = 0;
  for (const auto& project : projects)
    all += project.kinds.size();
  return all;
}

void add_procedures(BulletinText& letter, const std::string& heading, const std::vector<ChaseProcedures>& projects) {
  if (projects.empty()) return;
  letter.heading(heading + "（" + std::to_string(count(projects)) + "项）");
  for (const auto& project : projects)
    letter.item(project.project + "：" + joined(project.kinds));
}

void add_corrections(BulletinText& letter, const std::vector<ChaseCorrection>& corrections) {
  if (corrections.empty()) return;
  letter.heading("需要更正或确认的内容（" + std::to_string(corrections.size()) + "处）");
  for (const auto& correction : corrections)
    letter.item(correction.place + (correction.value.empty() ? "" : "（“" + correction.value + "”）") + "：" +
                correction.text.zh + "。" + correction.remedy.zh + "。");
}

std::string addressee(const ChaseLetter& letter, const campaign::Campaign& campaign) {
  const auto* unit = campaign.find_unit(letter.unit);
  return (unit == nullptr ? letter.unit.text() : unit->name_on(letter.dekad.last_day()).name.zh) + "：";
}

std::vector<PaperBlock> blocks(const ChaseLetter& letter, std::optional<Date> by) {
  const auto table = dekad_name_zh(letter.dekad) + "任务表";
  const auto until = by ? "于" + month_and_day(*by) + "前" : std::string("立即");
  BulletinText text;
  if (!letter.reported) {
    text.body("截至目前，未收到你单位" + table + "。请" + until + "报送；逾期未报的，按沿用上旬情况计入通报。");
  } else {
    text.body("你单位" + table + "（" + letter.file + "）有以下事项需要补报或更正，请" + until + "报送：");
  }
  if (!letter.missing_projects.empty()) {
    text.heading("没有填报的项目（" + std::to_string(letter.missing_projects.size()) + "个）");
    for (const auto& project : letter.missing_projects)
      text.item(project);
  }
  add_corrections(text, letter.corrections);
  add_procedures(text, "没有填报状态的手续", letter.unknown);
  add_procedures(text, "已办结但没有批复文号的手续", letter.without_number);
  return text.take();
}

}  // namespace

std::string chase_text(const ChaseLetter& letter, const campaign::Campaign& campaign, std::optional<Date> by) {
  auto text = addressee(letter, campaign) + "\n";
  for (const auto& block : blocks(letter, by))
    text += std::get<Paragraph>(block).text + "\n";
  return text + campaign.paper.office_name + "\n";
}

OfficialPaper chase_paper(const ChaseLetter& letter, const campaign::Campaign& campaign, std::optional<Date> by,
                          Date issued) {
  auto paper = paper_of_office(campaign, issued);
  paper.title = "关于催报" + dekad_name_zh(letter.dekad) + "任务表的函";
  paper.addressees = addressee(letter, campaign);
  paper.body = blocks(letter, by);
  return paper;
}

}  // namespace guatu::reporting
