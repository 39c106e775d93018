#include "guatu/reporting/attachments.hpp"

#include <algorithm>

#include "guatu/ledger/finish_rule.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/table_sheet.hpp"

namespace guatu::reporting {
namespace {

using Value = TableSheet::Value;
using ledger::ProjectHistory;
using ledger::ProjectOnDay;

std::string caption(const BulletinInput& input) {
  std::string text = "截至" + format_chinese(input.as_of) + "　" +
                     (input.draft ? "草稿" : "第" + std::to_string(input.revision) + "版") + "　台账第" +
                     std::to_string(input.seq) + "号";
  return text;
}

Value money(const std::optional<Amount>& amount) {
  return amount ? Value(*amount) : Value();
}

template <typename Visit>
void for_each_project(const BulletinInput& input, Visit visit) {
  std::int64_t number = 0;
  for (const auto& history : input.ledger.projects)
    if (history.in_campaign_on(input.as_of)) visit(++number, history);
}

/// Table 2 as of the day: base columns, then one cell a kind.
WorkbookModel table2(const BulletinInput& input) {
  const auto& campaign = input.campaign;
  std::vector<std::pair<std::string, double>> columns{
      {"序号", 6},
      {"项目代码", 26},
      {"项目名称", 30},
      {"所属地区", 10},
      {"责任单位", 16},
      {"行业主管部门", 16},
      {"建设单位", 20},
      {"总投资（亿元）", 10},
      {std::to_string(campaign.form.plan_year) + "年计划完成投资（亿元）", 12}};
  const auto kinds = campaign.kinds_on(input.as_of);
  for (const auto* kind : kinds)
    columns.emplace_back(kind->name.zh, 14);
  TableSheet sheet("任务表", campaign.title.zh + "任务表", caption(input), std::move(columns));
  for_each_project(input, [&](std::int64_t number, const ProjectHistory& history) {
    const auto& record = history.record;
    const auto unit = [&](const UnitCode& code) { return unit_short_name(campaign, code, input.as_of); };
    std::string districts;
    for (const auto& district : record.districts)
      districts += (districts.empty() ? "" : "、") + unit(district);
    std::vector<Value> row{number,
                           record.code,
                           history.name_on(input.as_of),
                           districts,
                           unit(history.responsible_on(input.as_of)),
                           record.industry_department ? unit(*record.industry_department) : std::string{},
                           record.owner,
                           money(record.total_investment),
                           money(record.year_plan)};
    for (const auto* kind : kinds) {
      std::string text;
      for (const auto& part : history.parts) {
        if (part.kind != kind->code) continue;
        const auto cell = kind_cell(part.facts, input.as_of, campaign.policy.completion);
        text += (text.empty() ? "" : "；") + (part.part.empty() ? cell : part.part + "：" + cell);
      }
      row.emplace_back(text);
    }
    sheet.add_row(std::move(row));
  });
  auto model = sheet.take();
  model.paper = PaperSize::A3;
  return {"任务表", input.as_of, {std::move(model)}};
}

/// Nine columns exactly. Source: Plan, annex 3.
WorkbookModel table3(const BulletinInput& input) {
  const auto& campaign = input.campaign;
  const auto plan = std::to_string(campaign.form.plan_year) + "年计划完成投资（亿元）";
  TableSheet sheet("重大事项清单", upper_list_title(campaign), caption(input),
                   {{"序号", 6},
                    {"项目名称", 30},
                    {"总投资（亿元）", 10},
                    {plan, 12},
                    {"项目当前进展情况", 30},
                    {"提出问题事项的地区（部门）", 16},
                    {"需要协调解决的难点堵点问题（不要介绍背景，直接提出问题，言简意赅）", 44},
                    {upper_departments_header(campaign), 22},
                    {"市级责任部门", 16}});
  std::int64_t number = 0;
  for (const auto& list : input.ledger.upper_problems)
    for (const auto& problem : list.problems)
      sheet.add_row({++number, problem.project_name, money(problem.total_investment), money(problem.year_plan),
                     problem.progress, unit_short_name(campaign, problem.raised_by, input.as_of), problem.problem,
                     problem.upper_departments, problem.city_department});
  return {"重大事项清单", input.as_of, {sheet.take()}};
}

/// Who has to move next: the owner's side, the department's side, or region and state.
std::string holder(const ledger::ProcedureOnDay& procedure, const BulletinInput& input) {
  const auto& kind = input.campaign.kinds[procedure.kind];
  switch (procedure.state) {
    case ProcedureState::HandedUp:
      return "上级（" + authority_word(input.campaign, procedure.authority) + "）";
    case ProcedureState::InReview:
    case ProcedureState::Submitted: {
      if (procedure.facts != nullptr && !procedure.facts->approver.empty()) return procedure.facts->approver;
      const auto& line =
          procedure.facts != nullptr && !procedure.facts->line.empty() ? procedure.facts->line : kind.line;
      return unit_short_name(input.campaign, line, input.as_of) + "（" +
             authority_word(input.campaign, procedure.authority) + "）";
    }
    default:
      return "建设单位";
  }
}

std::string who_waits_above(const ProjectOnDay& project, const ledger::ProcedureOnDay& procedure,
                            const BulletinInput& input) {
  if (!procedure.held_above) return {};
  std::string text;
  for (const auto& edge : input.campaign.kinds[procedure.kind].predecessors)
    for (const auto& before : project.procedures) {
      const auto& kind = input.campaign.kinds[before.kind];
      const bool open = before.state != ProcedureState::Finished && before.state != ProcedureState::NotApplicable;
      if (kind.code != edge.kind || !decides_above_city(before.authority) || !open) continue;
      text +=
          (text.empty() ? "" : "、") + kind.short_name + "（" + authority_word(input.campaign, before.authority) + "）";
    }
  return text;
}

void add_unfinished(TableSheet& sheet, const BulletinInput& input, std::int64_t& number, const ProjectOnDay& project,
                    const ledger::ProcedureOnDay& procedure) {
  const auto completion = input.campaign.policy.completion;
  const auto* facts = procedure.facts;
  const auto since = facts == nullptr ? std::nullopt : ledger::state_since(*facts, input.as_of, completion);
  Value planned;
  Value late;
  if (facts != nullptr && facts->planned) {
    planned = facts->planned->deadline();
    if (procedure.overdue) late = static_cast<std::int64_t>(input.as_of - facts->planned->deadline());
  }
  sheet.add_row({++number, project.history->name_on(input.as_of),
                 unit_short_name(input.campaign, project.responsible, input.as_of),
                 input.campaign.kinds[procedure.kind].name.zh, std::string(procedure.part),
                 authority_word(input.campaign, procedure.authority), state_words(procedure.state).zh,
                 since ? Value(since->on) : Value(), holder(procedure, input), planned, late,
                 who_waits_above(project, procedure, input)});
}

std::vector<Value> league_row(const leagues::LeagueRow& row) {
  std::string marks;
  if (row.tied) marks += "并列 ";
  if (row.bottom) marks += "末位 ";
  if (row.flagged) marks += "项目过少 ";
  if (row.exempt) marks += "经批准不予约谈 ";
  return {static_cast<std::int64_t>(row.rank),
          row.name,
          row.rate.ratio.numerator,
          row.rate.ratio.denominator,
          row.rate.text(),
          row.rate.change.value_or("—"),
          row.rank_change ? Value(static_cast<std::int64_t>(*row.rank_change)) : Value(std::string("—")),
          row.unfinished_procedures,
          row.overdue,
          row.unverified,
          marks};
}

SheetModel league_sheet(const BulletinInput& input, const leagues::LeagueTable& table) {
  TableSheet sheet(table.name.zh.substr(0, 30), "排名测算表（" + table.name.zh + "）",
                   caption(input) + "　" + table.rule.zh,
                   {{"位次", 7},
                    {"单位", 22},
                    {"分子（办结）", 10},
                    {"分母（应办）", 10},
                    {"办结率", 10},
                    {"较上旬（百分点）", 10},
                    {"位次变化", 8},
                    {"未办结手续", 10},
                    {"超期", 8},
                    {"已报未核", 8},
                    {"说明", 24}});
  for (const auto& row : table.rows)
    sheet.add_row(league_row(row));
  for (const auto& unit : table.unranked)
    sheet.add_row({std::string("—"), unit_short_name(input.campaign, unit, input.as_of), std::int64_t{0},
                   std::int64_t{0}, std::string("—"), std::string("—"), std::string("—"), std::int64_t{0},
                   std::int64_t{0}, std::int64_t{0}, std::string("无应统计项目，不参加排名")});
  return sheet.take();
}

SheetModel rows_sheet(const BulletinInput& input, const leagues::LeagueTable& table, const campaign::LeagueRule& rule) {
  TableSheet sheet("明细-" + rule.id, "排名测算明细（" + table.name.zh + "）",
                   caption(input) + "　“计入分母”为 1 的行数即分母，“计入分子”为 1 的行数即分子",
                   {{"单位", 20},
                    {"项目编号", 10},
                    {"项目名称", 32},
                    {"手续", 22},
                    {"子项", 10},
                    {"计入分母", 10},
                    {"计入分子", 10},
                    {"未计入原因", 60}});
  for (const auto& row : table.rows)
    for (const auto& line : leagues::explain(input.campaign, input.tally, rule, row.unit)) {
      const auto* kind = line.kind ? input.campaign.find_kind(*line.kind) : nullptr;
      std::string reasons;
      for (const auto& blocker : line.blockers) {
        const auto* blocked = input.campaign.find_kind(blocker.kind);
        reasons += (reasons.empty() ? "" : "；") + (blocked == nullptr ? blocker.kind.text() : blocked->short_name) +
                   blocker.reason.zh;
      }
      sheet.add_row({row.name, line.project.text(), line.name, kind == nullptr ? std::string{} : kind->name.zh,
                     line.part, std::int64_t{line.counts ? 1 : 0}, std::int64_t{line.done ? 1 : 0}, reasons});
    }
  return sheet.take();
}

WorkbookModel project_life(const BulletinInput& input) {
  TableSheet sheet("项目增减变动", "项目增减变动表", caption(input),
                   {{"序号", 6},
                    {"项目编号", 10},
                    {"项目名称", 34},
                    {"生效日期", 13},
                    {"变动", 10},
                    {"理由", 30},
                    {"批准依据", 28},
                    {"去向", 20}});
  std::int64_t number = 0;
  for (const auto& history : input.ledger.projects)
    for (const auto& event : history.life) {
      if (event.on > input.as_of || (event.assumed && event.on <= input.campaign.starts_on)) continue;
      const std::string to = !event.to_unit.empty() ? unit_short_name(input.campaign, event.to_unit, input.as_of)
                                                    : (!event.name.empty() ? event.name : event.to_project.text());
      sheet.add_row({++number, history.record.id.text(), history.name_on(event.on - 1), event.on,
                     life_action_words(event.action).zh, event.reason, event.approval, to});
    }
  TableSheet faults("台账缺漏", "台账缺漏清单", caption(input), {{"项目编号", 10}, {"项目名称", 34}, {"缺漏", 80}});
  for (const auto& fault : input.figures.faults)
    faults.add_row({fault.project.text(), fault.name, fault.text.zh});
  return {"项目增减变动表", input.as_of, {sheet.take(), faults.take()}};
}

}  // namespace

WorkbookModel unfinished_list(const BulletinInput& input) {
  TableSheet sheet("未办结手续", "未办结手续清单", caption(input),
                   {{"序号", 6},
                    {"项目名称", 32},
                    {"责任单位", 14},
                    {"手续", 22},
                    {"子项", 9},
                    {"审批层级", 10},
                    {"状态", 18},
                    {"自何时起", 13},
                    {"现由谁办", 22},
                    {"计划办结时间", 13},
                    {"超期天数", 9},
                    {"受何上级前置制约", 26}});
  std::int64_t number = 0;
  for (const auto& history : input.ledger.projects) {
    if (!history.in_campaign_on(input.as_of)) continue;
    const auto project = ledger::project_on_day(history, input.campaign, input.as_of);
    for (const auto& blocker : ledger::finish_blockers(project))
      add_unfinished(sheet, input, number, project, project.procedures[blocker.procedure]);
  }
  return {"未办结手续清单", input.as_of, {sheet.take()}};
}

WorkbookModel calculation_sheets(const BulletinInput& input) {
  WorkbookModel model{"排名测算表", input.as_of, {}};
  for (const auto& table : input.leagues.leagues) {
    const auto rule = std::ranges::find(input.campaign.leagues, table.id, &campaign::LeagueRule::id);
    model.sheets.push_back(league_sheet(input, table));
    model.sheets.back().name = "排名-" + table.id;
    if (rule != input.campaign.leagues.end()) model.sheets.push_back(rows_sheet(input, table, *rule));
  }
  return model;
}

std::vector<Attachment> make_attachments(const BulletinInput& input) {
  return {{"附件1 任务表.xlsx", table2(input)},
          {"附件2 重大事项任务清单.xlsx", table3(input)},
          {"附件3 未办结手续清单.xlsx", unfinished_list(input)},
          {"附件4 排名测算表.xlsx", calculation_sheets(input)},
          {"附件5 项目增减变动表.xlsx", project_life(input)}};
}

}  // namespace guatu::reporting
