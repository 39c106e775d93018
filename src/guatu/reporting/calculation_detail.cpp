#include "guatu/reporting/calculation_detail.hpp"

#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

using Value = TableSheet::Value;
using leagues::ExplainRow;

/// Lines of one project, one below the other.
using ProjectLines = std::vector<ExplainRow>;

std::string short_name(const campaign::Campaign& campaign, const KindCode& code, const std::string& part) {
  const auto* kind = campaign.find_kind(code);
  auto name = kind == nullptr ? code.text() : kind->short_name.empty() ? kind->name.zh : kind->short_name;
  return part.empty() ? name : name + "（" + part + "）";
}

/// "环评：尚未启动；能评：已申报，尚未受理"
std::string reasons(const campaign::Campaign& campaign, const ExplainRow& row) {
  std::string text;
  for (const auto& blocker : row.blockers)
    text += (text.empty() ? "" : "；") + short_name(campaign, blocker.kind, blocker.part) + "：" + blocker.reason.zh;
  return text;
}

void add_words(std::string& text, const std::string& words, const char* between) {
  if (!words.empty()) text += (text.empty() ? "" : between) + words;
}

TableSheet::Columns columns_for(bool procedures) {
  TableSheet::Columns columns{{"单位", 22}, {"项目编号", 9}, {"项目名称", 40}, {"计入分母", 6}, {"计入分子", 6}};
  if (procedures) columns.emplace_back("计入分子的手续", 40);
  columns.emplace_back(procedures ? "未计入分子的手续和原因" : "未计入分子的原因", procedures ? 76 : 118);
  if (procedures) columns.emplace_back("不涉及，不计入分母", 26);
  return columns;
}

std::vector<Value> row_of_project(const campaign::Campaign& campaign, const std::string& unit, const ExplainRow& row) {
  return {unit,
          row.project.text(),
          row.name,
          std::int64_t{row.counts ? 1 : 0},
          std::int64_t{row.done ? 1 : 0},
          row.counts ? reasons(campaign, row) : std::string("不涉及，不计入分母")};
}

std::vector<Value> row_of_procedures(const campaign::Campaign& campaign, const std::string& unit,
                                     const ProjectLines& lines) {
  std::int64_t counted = 0;
  std::int64_t done = 0;
  std::string finished;
  std::string open;
  std::string not_applicable;
  for (const auto& line : lines) {
    const auto name = line.kind ? short_name(campaign, *line.kind, line.part) : std::string{};
    counted += line.counts ? 1 : 0;
    done += line.done ? 1 : 0;
    if (!line.counts)
      add_words(not_applicable, name, "、");
    else if (line.done)
      add_words(finished, name, "、");
    else
      add_words(open, reasons(campaign, line), "；");
  }
  const auto& first = lines.front();
  return {unit, first.project.text(), first.name, counted, done, finished, open, not_applicable};
}

/// In the order in which each project comes first.
std::vector<ProjectLines> by_project(const std::vector<ExplainRow>& rows) {
  std::vector<ProjectLines> projects;
  std::map<ProjectId, std::size_t> places;
  for (const auto& row : rows) {
    const auto [place, is_new] = places.try_emplace(row.project, projects.size());
    if (is_new) projects.emplace_back();
    projects[place->second].push_back(row);
  }
  return projects;
}

}  // namespace

SheetModel calculation_detail(const BulletinInput& input, const leagues::LeagueTable& table,
                              const campaign::LeagueRule& rule, std::int64_t index) {
  const bool procedures = rule.counts == campaign::LeagueUnit::ProcedurePart;
  TableSheet sheet("明细" + number(index) + " " + table.name.zh, table.name.zh + "排名测算明细", as_of_line(input),
                   columns_for(procedures));
  sheet.print_on(PaperSize::A3);
  sheet.freeze_columns(3);
  for (const auto& row : table.rows)
    for (const auto& lines : by_project(leagues::explain(input.campaign, input.tally, rule, row.unit)))
      sheet.add_row(procedures ? row_of_procedures(input.campaign, row.name, lines)
                               : row_of_project(input.campaign, row.name, lines.front()));
  sheet.add_note("按单位筛选后，“计入分母”“计入分子”两列分别求和，即为排名表中该单位的分母、分子。");
  return sheet.take();
}

}  // namespace guatu::reporting
