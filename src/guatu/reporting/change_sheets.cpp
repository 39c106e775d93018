#include <algorithm>
#include <functional>

#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

std::string target_of(const BulletinInput& input, const ledger::LifeEvent& event) {
  if (!event.to_unit.empty()) return unit_name(input.campaign, event.to_unit, input.as_of);
  return event.name.empty() ? event.to_project.text() : event.name;
}

/// The list that a campaign begins with is no change.
bool is_change(const BulletinInput& input, const ledger::LifeEvent& event) {
  return event.on <= input.as_of && !(event.assumed && event.on <= input.campaign.first_dekad.last_day());
}

using ChangeOfProject = std::pair<const ledger::ProjectHistory*, const ledger::LifeEvent*>;

/// The newest first, as a reader looks for them; on one day in the order of projects.
std::vector<ChangeOfProject> changes_by_day(const BulletinInput& input) {
  std::vector<ChangeOfProject> changes;
  for (const auto& history : input.ledger.projects)
    for (const auto& event : history.life)
      if (is_change(input, event)) changes.emplace_back(&history, &event);
  std::ranges::stable_sort(changes, std::greater{}, [](const ChangeOfProject& change) { return change.second->on; });
  return changes;
}

SheetModel life_sheet(const BulletinInput& input) {
  TableSheet sheet("项目增减变动", "项目增减变动表", as_of_line(input),
                   {{"序号", 5},
                    {"项目编号", 10},
                    {"项目名称", 32},
                    {"生效日期", 12},
                    {"变动", 11},
                    {"去向", 22},
                    {"理由", 30},
                    {"批准依据", 26},
                    {"是否本旬", 8}});
  const auto told = last_ended_before(input.as_of).last_day();
  std::int64_t index = 0;
  for (const auto& [history, event] : changes_by_day(input))
    sheet.add_row({++index, history->record.id.text(), history->name_on(event->on - 1), event->on,
                   event->assumed ? std::string("首次报送") : ledger::life_action_words(event->action).zh,
                   target_of(input, *event), event->reason, event->approval,
                   std::string(event->on > told ? "是" : "")});
  if (index == 0) sheet.add_note("没有项目增减变动。");
  if (const auto moved = dekad_changes(input).moved_points)
    sheet.add_note(moved_rate_words("本旬项目增减变动", *moved) + "（与假定本旬无增减变动相比）。");
  return sheet.take();
}

SheetModel revoked_sheet(const BulletinInput& input) {
  TableSheet sheet("撤销办结", "本旬撤销办结清单", as_of_line(input),
                   {{"项目编号", 10},
                    {"项目名称", 32},
                    {"手续", 22},
                    {"子项", 10},
                    {"生效日期", 12},
                    {"是否材料虚假", 10},
                    {"原因", 40}});
  const auto changes = dekad_changes(input);
  for (const auto& row : changes.revoked)
    sheet.add_row({row.project.text(), row.name, input.campaign.kinds[row.kind].name.zh, row.part,
                   row.revocation.effective_on, std::string(row.revocation.false_papers ? "是" : "否"),
                   row.revocation.reason});
  if (changes.revoked.empty()) sheet.add_note("本旬没有撤销的办结。");
  return sheet.take();
}

SheetModel gaps_sheet(const BulletinInput& input) {
  TableSheet sheet("台账缺漏", "台账缺漏和沿用数据清单", as_of_line(input),
                   {{"项目编号（单位）", 16}, {"项目（单位）名称", 34}, {"情况", 80}});
  for (const auto& unit : input.carried)
    sheet.add_row(
        {unit.text(), unit_name(input.campaign, unit, input.as_of), std::string("未按期报送任务表，沿用上一旬数据")});
  for (const auto& fault : input.figures.faults)
    sheet.add_row({fault.project.text(), fault.name, fault.text.zh});
  if (input.carried.empty() && input.figures.faults.empty()) sheet.add_note("没有缺漏。");
  return sheet.take();
}

}  // namespace

WorkbookModel change_sheets(const BulletinInput& input) {
  return {"项目增减变动表", input.as_of, {life_sheet(input), revoked_sheet(input), gaps_sheet(input)}};
}

}  // namespace guatu::reporting
