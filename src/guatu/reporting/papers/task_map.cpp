#include <algorithm>
#include <map>

#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/open_parts.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

using Row = std::vector<std::string>;

/// 在办 12.20: the state, and for open parts the latest day of finishing.
std::string map_cell(const TimedProject& project, std::size_t kind) {
  std::string text;
  for (const auto& part : project.parts) {
    if (part.procedure.kind != kind) continue;
    if (!text.empty()) text += "\n";
    if (!part.procedure.part.empty()) text += std::string(part.procedure.part) + "：";
    text += state_words(part.procedure.state).zh;
    if (part.dates) text += "\n最迟" + format_dotted(part.dates->latest_finish);
  }
  return text;
}

PaperAnnex map_annex(const BulletinInput& input, const std::vector<TimedProject>& projects) {
  AnnexTable table{{}, {4, 18}, {{"序号", "项目名称"}}};
  const auto kinds = input.campaign.kinds_on(input.as_of);
  for (const auto* kind : kinds) {
    table.rows.front().push_back(column_name(*kind));
    table.widths.push_back(10);
  }
  for (const auto& project : projects) {
    Row row{number(static_cast<std::int64_t>(table.rows.size())), project.project.history->name_on(input.as_of)};
    for (const auto* kind : kinds)
      row.push_back(map_cell(project, static_cast<std::size_t>(kind - input.campaign.kinds.data())));
    table.rows.push_back(std::move(row));
  }
  return {1, "任务图", true, {std::move(table)}, {"注：“最迟”为按法定时限和前后顺序倒排、不影响目标的最迟办结日期。"}};
}

struct Dated {
  const TimedProject* project;
  const TimedPart* part;
};

std::vector<Dated> by_latest_finish(const std::vector<TimedProject>& projects) {
  std::vector<Dated> parts;
  for (const auto& project : projects)
    for (const auto& part : project.parts)
      if (part.dates) parts.push_back({&project, &part});
  std::ranges::stable_sort(parts, {}, [](const Dated& dated) { return dated.part->dates->latest_finish; });
  return parts;
}

PaperAnnex table_annex(const BulletinInput& input, const std::vector<TimedProject>& projects) {
  AnnexTable table{{},
                   {4, 20, 18, 10, 11, 8, 10, 10, 10, 7, 7},
                   {{"序号", "项目名称", "手续", "状态", "对口部门", "责任人", "计划办结", "最迟启动", "最迟办结",
                     "余量（工作日）", "预警"}}};
  for (const auto& [project, part] : by_latest_finish(projects)) {
    const auto& procedure = part->procedure;
    const auto* facts = procedure.facts;
    table.rows.push_back(
        {number(static_cast<std::int64_t>(table.rows.size())), project->project.history->name_on(input.as_of),
         procedure_name(input.campaign, procedure), state_words(procedure.state).zh,
         unit_short_name(input.campaign, line_of(input.campaign, procedure), input.as_of),
         facts == nullptr ? std::string{} : facts->responsible_person,
         facts != nullptr && facts->planned ? format_dotted(facts->planned->deadline()) : std::string{},
         format_dotted(part->dates->latest_start), format_dotted(part->dates->latest_finish),
         number(part->dates->slack), planning::light_words(part->light.light).zh});
  }
  return {2, "时间表", true, {std::move(table)}, {}};
}

std::int64_t open_count(const std::vector<TimedProject>& projects) {
  return static_cast<std::int64_t>(by_latest_finish(projects).size());
}

}  // namespace

NamedPaper task_map(const BulletinInput& input, const UnitCode& unit, const std::vector<TimedProject>& projects) {
  const auto name = unit_name(input.campaign, unit, input.as_of);
  auto paper = paper_of_office(input.campaign, issued_on(input));
  paper.title = name + "重点项目前期手续\n任务图和时间表";
  const auto late = std::ranges::count_if(projects, [](const TimedProject& project) { return !project.feasible; });
  BulletinText text;
  text.body("截至" + format_chinese(input.as_of) + "，" + name + "负责的项目" +
            number(static_cast<std::int64_t>(projects.size())) + "个，未办结且尚待办理的手续" +
            number(open_count(projects)) + "项。" +
            (late > 0 ? "按现有进度不能按期全部办结的项目" + number(late) + "个，须压缩时限或并联办理。" : ""));
  text.body(
      "任务图（附件1）按项目和手续标明状态和最迟办结日期；时间表（附件2）按最迟办结日期先后列出每项任务、责任人和余量。"
      "请据此倒排工期、挂图作战。");
  paper.body = text.take();
  paper.attachments = {"任务图", "时间表"};
  paper.annexes = {map_annex(input, projects), table_annex(input, projects)};
  return {"任务图和时间表 " + name, "plain", std::move(paper)};
}

OfficialPaper paper_of_office(const campaign::Campaign& campaign, Date issued) {
  const auto& words = campaign.paper;
  OfficialPaper paper;
  paper.red_head = words.office_name;
  paper.document_number = words.document_number_prefix + "〔" + number(issued.year()) + "〕　　号";
  paper.issuer = words.office_name;
  paper.date = format_chinese(issued);
  paper.printed_on = format_chinese(issued) + "印发";
  return paper;
}

}  // namespace guatu::reporting
