#include "guatu/base/contract.hpp"
#include "guatu/ledger/finish_rule.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/unfinished_sheet.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

using Value = TableSheet::Value;
using ledger::ProcedureOnDay;
using ledger::ProjectOnDay;

/// The body that decides: as reported, or the line department at its level.
std::string approver(const BulletinInput& input, const ProcedureOnDay& procedure) {
  GUATU_REQUIRE(procedure.facts != nullptr);
  if (!procedure.facts->approver.empty()) return procedure.facts->approver;
  const auto& line = procedure.facts->line.empty() ? input.campaign.kinds[procedure.kind].line : procedure.facts->line;
  const auto level = authority_word(input.campaign, procedure.authority);
  return unit_short_name(input.campaign, line, input.as_of) + (level.empty() ? "" : "（" + level + "）");
}

/// Whose turn it is: the owner's, the department's, or that of region and state.
std::string holder(const BulletinInput& input, const ProjectOnDay& project, const ProcedureOnDay& procedure) {
  switch (procedure.state) {
    case ProcedureState::HandedUp:
      GUATU_REQUIRE(procedure.facts != nullptr);
      return "上级：" + (procedure.facts->approver.empty() ? authority_word(input.campaign, procedure.authority)
                                                           : procedure.facts->approver);
    case ProcedureState::Submitted:
    case ProcedureState::InReview:
      return "审批部门：" + approver(input, procedure);
    case ProcedureState::Unknown:
      return "责任单位填报：" + unit_short_name(input.campaign, project.responsible, input.as_of);
    default:
      return "建设单位：" + project.history->record.owner;
  }
}

std::string waits_above(const BulletinInput& input, const ProjectOnDay& project, std::size_t position) {
  std::vector<std::string> words;
  for (const auto holder : ledger::held_by(project, position, input.campaign)) {
    const auto& before = project.procedures[holder];
    const auto since = before.state == ProcedureState::HandedUp && before.facts != nullptr
                           ? ledger::state_since(*before.facts, input.as_of, input.campaign.policy.completion)
                           : std::nullopt;
    words.push_back(input.campaign.kinds[before.kind].name.zh + "（" +
                    input.campaign.authority_word(*before.authority) + "，" +
                    (since ? format_dotted(since->on) + "上报" : "未上报") + "）");
  }
  return joined(words);
}

std::vector<Value> row_of(const BulletinInput& input, std::int64_t index, const ProjectOnDay& project,
                          std::size_t position) {
  const auto& procedure = project.procedures[position];
  const auto* facts = procedure.facts;
  const auto since =
      facts == nullptr ? std::nullopt : ledger::state_since(*facts, input.as_of, input.campaign.policy.completion);
  const bool planned = facts != nullptr && facts->planned.has_value();
  const auto lights = input.lights.find(project.history->record.id);
  const auto* light = lights == input.lights.end() ? nullptr : &lights->second.at(position);
  return {index,
          project.history->name_on(input.as_of),
          unit_short_name(input.campaign, project.responsible, input.as_of),
          input.campaign.kinds[procedure.kind].name.zh,
          std::string(procedure.part),
          authority_word(input.campaign, procedure.authority),
          state_words(procedure.state).zh,
          since ? Value(since->on) : Value(),
          holder(input, project, procedure),
          facts == nullptr ? std::string{} : facts->responsible_person,
          planned ? Value(facts->planned->deadline()) : Value(),
          procedure.overdue && planned ? Value(std::int64_t{input.as_of - facts->planned->deadline()}) : Value(),
          light == nullptr ? std::string{} : planning::light_words(light->light).zh,
          light == nullptr ? std::string{} : light->reason.zh,
          waits_above(input, project, position)};
}

}  // namespace

SheetModel unfinished_sheet(const BulletinInput& input, const std::string& name, const std::string& title,
                            const std::vector<OpenPart>& parts) {
  TableSheet sheet(name, title, as_of_line(input),
                   {{"序号", 5},
                    {"项目名称", 34},
                    {"责任单位", 12},
                    {"手续", 24},
                    {"子项", 8},
                    {"审批层级", 9},
                    {"状态", 23},
                    {"自何时起", 11},
                    {"现由谁办", 28},
                    {"责任人", 9},
                    {"计划办结时间", 12},
                    {"超期天数", 6},
                    {"预警", 7},
                    {"预警原因", 24},
                    {"受何上级前置制约", 28}});
  sheet.freeze_columns(2);
  sheet.print_on(PaperSize::A3);
  std::int64_t index = 0;
  for (const auto& part : parts)
    sheet.add_row(row_of(input, ++index, *part.project, part.position));
  if (index == 0) sheet.add_note("没有未办结的手续。");
  return sheet.take();
}

WorkbookModel unfinished_list(const BulletinInput& input) {
  const auto projects = projects_on_day(input);
  return {
      "未办结手续清单", input.as_of, {unfinished_sheet(input, "未办结手续", "未办结手续清单", open_parts(projects))}};
}

}  // namespace guatu::reporting
