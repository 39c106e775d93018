#include "guatu/reporting/attachments.hpp"

#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

using Value = TableSheet::Value;
using ledger::ProjectHistory;

Value money(const std::optional<Amount>& amount) {
  return amount ? Value(*amount) : Value();
}

std::string plan_header(const campaign::Campaign& campaign) {
  return number(campaign.form.plan_year) + "年计划完成投资（亿元）";
}

TableSheet::Columns task_columns(const campaign::Campaign& campaign,
                                 const std::vector<const campaign::ProcedureKind*>& kinds) {
  TableSheet::Columns columns{{"序号", 5},
                              {"项目代码", 14},
                              {"项目名称", 22},
                              {"所属地区", 8},
                              {"责任单位", 9},
                              {"行业主管部门", 9},
                              {"建设单位", 13},
                              {"统一社会信用代码", 11},
                              {"行业领域", 7},
                              {"立项方式", 5},
                              {"建设内容及规模", 20},
                              {"总投资（亿元）", 8},
                              {plan_header(campaign), 9},
                              {"计划开工时间", 9},
                              {"包联领导", 8}};
  for (const auto* kind : kinds)
    columns.emplace_back(kind->name.zh, 10);
  for (const auto& [header, width] :
       {std::pair{"目前进展情况", 16.0}, {"存在问题", 14.0}, {"下一步措施", 14.0}, {"备注", 8.0}})
    columns.emplace_back(header, width);
  return columns;
}

/// State words with dates; parts one after the other.
std::string kind_text(const BulletinInput& input, const ProjectHistory& history, const KindCode& kind) {
  std::string text;
  for (const auto& part : history.parts) {
    if (part.kind != kind) continue;
    const auto cell = kind_cell(part.facts, input.as_of, input.campaign.policy.completion);
    if (!text.empty()) text += "；";
    text += part.part.empty() ? cell : part.part + "：" + cell;
  }
  return text;
}

std::vector<Value> task_row(const BulletinInput& input, std::int64_t index, const ProjectHistory& history,
                            const std::vector<const campaign::ProcedureKind*>& kinds) {
  const auto& record = history.record;
  const auto short_name = [&](const UnitCode& code) { return unit_short_name(input.campaign, code, input.as_of); };
  std::vector<std::string> districts;
  for (const auto& district : record.districts)
    districts.push_back(short_name(district));
  std::vector<Value> row{index,
                         record.code,
                         history.name_on(input.as_of),
                         joined(districts),
                         short_name(history.responsible_on(input.as_of)),
                         record.industry_department ? short_name(*record.industry_department) : std::string{},
                         record.owner,
                         record.credit_code,
                         record.field,
                         track_word(record.track),
                         record.content,
                         money(record.total_investment),
                         money(record.year_plan),
                         record.planned_start ? vague_date_text(*record.planned_start) : std::string{},
                         record.leader};
  for (const auto* kind : kinds)
    row.emplace_back(kind_text(input, history, kind->code));
  for (const auto* text : {&record.progress, &record.problems, &record.measures, &record.note})
    row.emplace_back(*text);
  return row;
}

}  // namespace

std::string as_of_line(const BulletinInput& input) {
  return "截至" + format_chinese(input.as_of) + "　　" +
         (input.draft ? "草稿" : dekad_name_zh(input.dekad) + "通报第" + number(input.revision) + "版") + "　　台账第" +
         number(input.seq) + "号记录";
}

WorkbookModel task_table(const BulletinInput& input) {
  const auto kinds = input.campaign.kinds_on(input.as_of);
  TableSheet sheet("任务表", input.campaign.title.zh + "任务表", as_of_line(input),
                   task_columns(input.campaign, kinds));
  sheet.print_on(PaperSize::A3);
  sheet.freeze_columns(3);
  std::int64_t index = 0;
  for (const auto& history : input.ledger.projects)
    if (history.in_campaign_on(input.as_of)) sheet.add_row(task_row(input, ++index, history, kinds));
  sheet.add_note("注：空白为未填报，不等于不涉及；“计划”后为计划办结时间。");
  return {"任务表", input.as_of, {sheet.take()}};
}

WorkbookModel upper_list(const BulletinInput& input) {
  const auto& campaign = input.campaign;
  const auto title = upper_list_title(campaign);
  TableSheet sheet("重大事项清单", title, as_of_line(input),
                   {{"序号", 5},
                    {"项目名称", 26},
                    {"总投资（亿元）", 9},
                    {plan_header(campaign), 11},
                    {"项目当前进展情况", 26},
                    {"提出问题事项的地区（部门）", 14},
                    {"需要协调解决的难点堵点问题（不要介绍背景，直接提出问题，言简意赅）", 40},
                    {upper_departments_header(campaign), 20},
                    {"市级责任部门", 14}});
  std::int64_t index = 0;
  for (const auto& list : input.ledger.upper_problems)
    for (const auto& problem : list.problems)
      sheet.add_row({++index, problem.project_name, money(problem.total_investment), money(problem.year_plan),
                     problem.progress, unit_short_name(campaign, problem.raised_by, input.as_of), problem.problem,
                     problem.upper_departments, problem.city_department});
  if (index == 0) sheet.add_note("本旬没有报送需上级协调解决的事项。");
  return {title, input.as_of, {sheet.take()}};
}

std::vector<std::string> attachment_titles(const campaign::Campaign& campaign) {
  return {"任务表", upper_list_title(campaign), "未办结手续清单", "排名测算表", "项目增减变动表"};
}

std::vector<Attachment> make_attachments(const BulletinInput& input) {
  const auto titles = attachment_titles(input.campaign);
  std::vector<Attachment> attachments;
  for (auto& workbook : {task_table(input), upper_list(input), unfinished_list(input), calculation_sheets(input),
                         change_sheets(input)}) {
    const auto& title = titles[attachments.size()];
    attachments.push_back(
        {"附件" + number(static_cast<std::int64_t>(attachments.size()) + 1) + " " + title + ".xlsx", title, workbook});
  }
  return attachments;
}

}  // namespace guatu::reporting
