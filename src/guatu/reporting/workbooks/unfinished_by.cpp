#include <algorithm>
#include <functional>
#include <map>

#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/open_parts.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/unfinished_sheet.hpp"
#include "guatu/reporting/wording.hpp"
#include "guatu/reporting/workbooks/workbooks.hpp"

namespace guatu::reporting {
namespace {

/// Place in the order of groups, and name.
using Group = std::pair<std::size_t, std::string>;
using Groups = std::map<Group, std::vector<OpenPart>>;

struct GroupWords {
  std::string title, head;
};

GroupWords words_of(Grouping grouping) {
  switch (grouping) {
    case Grouping::Cause:
      return {"未办结手续清单（按卡点）", "卡点"};
    case Grouping::Department:
      return {"未办结手续清单（按部门）", "对口部门"};
    case Grouping::Unit:
      break;
  }
  return {"未办结手续清单（按责任单位）", "责任单位"};
}

/// What waits for a level above is stuck there, whatever its own state.
Group cause_of(const OpenPart& part) {
  if (part.procedure().held_above) return {4, "受上级前置制约"};
  const auto turn = turn_of(part.procedure());
  return {static_cast<std::size_t>(turn), turn_words(turn)};
}

Group unit_group(const BulletinInput& input, const UnitCode& code) {
  const auto unit = std::ranges::find(input.campaign.units, code, &campaign::Unit::code);
  return {static_cast<std::size_t>(unit - input.campaign.units.begin()), unit_name(input.campaign, code, input.as_of)};
}

Group group_of(const BulletinInput& input, Grouping grouping, const OpenPart& part) {
  switch (grouping) {
    case Grouping::Cause:
      return cause_of(part);
    case Grouping::Department:
      return unit_group(input, line_of(input.campaign, part.procedure()));
    case Grouping::Unit:
      break;
  }
  return unit_group(input, part.project->responsible);
}

std::int64_t count(const std::vector<OpenPart>& parts,
                   const std::function<bool(const ledger::ProcedureOnDay&)>& wanted) {
  return std::ranges::count_if(parts, [&](const OpenPart& part) { return wanted(part.procedure()); });
}

std::vector<TableSheet::Value> summary_row(const std::string& name, const std::vector<OpenPart>& parts) {
  std::vector<TableSheet::Value> row{name, static_cast<std::int64_t>(parts.size())};
  for (const auto turn : {Turn::Unreported, Turn::Owner, Turn::Department, Turn::Above})
    row.emplace_back(count(parts, [&](const auto& procedure) { return turn_of(procedure) == turn; }));
  row.emplace_back(count(parts, [](const auto& procedure) { return procedure.overdue; }));
  row.emplace_back(count(parts, [](const auto& procedure) { return procedure.held_above; }));
  return row;
}

SheetModel summary(const BulletinInput& input, const GroupWords& words, const Groups& groups,
                   const std::vector<OpenPart>& all) {
  TableSheet sheet("汇总", words.title + "汇总表", as_of_line(input),
                   {{words.head, 30},
                    {"未办结", 10},
                    {"未填报", 10},
                    {"建设单位未申报", 12},
                    {"审批部门在办", 12},
                    {"已上报待批", 12},
                    {"其中超期", 10},
                    {"受上级前置制约", 12}});
  for (const auto& [group, parts] : groups)
    sheet.add_row(summary_row(group.second, parts));
  sheet.add_row(summary_row("合计", all), CellStyle::Emphasis);
  return sheet.take();
}

}  // namespace

WorkbookModel unfinished_by(const BulletinInput& input, Grouping grouping) {
  const auto words = words_of(grouping);
  const auto projects = projects_on_day(input);
  const auto all = open_parts(projects);
  Groups groups;
  for (const auto& part : all)
    groups[group_of(input, grouping, part)].push_back(part);
  WorkbookModel workbook{words.title, input.as_of, {summary(input, words, groups, all)}};
  for (const auto& [group, parts] : groups)
    workbook.sheets.push_back(unfinished_sheet(input, group.second, "未办结手续清单　" + group.second, parts));
  return workbook;
}

}  // namespace guatu::reporting
