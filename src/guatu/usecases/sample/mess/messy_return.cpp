#include "guatu/usecases/sample/mess/messy_return.hpp"

#include <algorithm>
#include <set>

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/caption_words.hpp"
#include "guatu/usecases/sample/mess/part_cells.hpp"
#include "guatu/usecases/sample/mess/table_body.hpp"
#include "guatu/usecases/sample/mess/upper_problems.hpp"

namespace guatu::usecases::mess {
namespace {

using ledger::ProjectHistory;
using reporting::RawSheet;

/// The same on every machine.
std::uint64_t mixed(std::uint64_t seed, std::string_view text) {
  std::uint64_t value = seed ^ 0x9E3779B97F4A7C15ULL;
  for (const char c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return value;
}

UnitCode district_of(const ProjectHistory& project) {
  return project.record.districts.empty() ? UnitCode{} : project.record.districts.front();
}

Projects own_projects(const ReturnRequest& request, const HouseStyle& style) {
  const auto day = request.dekad.last_day();
  Projects projects;
  for (const auto& project : request.known.projects)
    if (project.in_campaign_on(day) && project.responsible_on(day) == request.unit) projects.push_back(&project);
  if (style.sections || style.merged_districts)
    std::ranges::stable_sort(projects, {}, [](const auto* project) { return district_of(*project); });
  return projects;
}

class ReturnWriter {
 public:
  ReturnWriter(const ReturnRequest& request, const HouseStyle& style, RandomSource& random)
      : request_(request), hand_{request.campaign, style, random, request.dekad.last_day()} {
    result_.truth.dekad = format_dekad(request.dekad);
    result_.truth.unit = request.unit.text();
    result_.truth.layout = layout_name(style.layout);
    result_.workbook.date1904 = style.date1904;
    if (style.text_file > 0) {
      result_.workbook.as_text = static_cast<reporting::RawText>(style.text_file - 1);
      result_.truth.layout += ", text file";
    }
  }

  MessyReturn run() {
    const auto projects = own_projects(request_, hand_.style);
    if (hand_.style.layout == Layout::TwoSheets)
      two_sheets(projects);
    else if (hand_.style.sheet_per_district)
      sheet_per_district(projects);
    else
      sheet(sheet_name(), projects, table_plan());
    if (hand_.style.upper_problems) write_upper_problems(result_.workbook, projects, hand_, result_.truth);
    extra_sheets();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_long() const {
    return hand_.style.layout == Layout::Long || hand_.style.layout == Layout::LongMerged ||
           hand_.style.layout == Layout::LongOnce;
  }
  [[nodiscard]] ColumnPlan table_plan() const { return is_long() ? plan_long(hand_) : plan_wide(hand_); }

  [[nodiscard]] std::string sheet_name() const {
    if (hand_.style.text_file > 0) return request_.unit.text();  // As the file, which has no sheets.
    const std::vector<std::string> names{"任务表", "Sheet1", "附件2",
                                         reporting::unit_short_name(hand_.campaign, request_.unit, hand_.report_day)};
    return names[static_cast<std::size_t>(hand_.style.sheet_name) % names.size()];
  }

  /// Adds an empty sheet with captions above `columns` columns; gives the row of the header.
  std::uint32_t begin(const std::string& name, std::size_t columns) {
    result_.workbook.sheets.push_back({name, false, {}, {}, {}, {}});
    result_.truth.sheets.push_back(name);
    TableWriter writer(result_.workbook.sheets.back(), result_.truth.sheets.size() - 1, result_.truth);
    return write_captions(writer, {request_.unit, request_.dekad, columns}, hand_, result_.truth);
  }

  void sheet(const std::string& name, const Projects& projects, const ColumnPlan& plan) {
    const auto row = begin(name, plan.columns.size());
    auto& raw = result_.workbook.sheets.back();
    TableWriter writer(raw, result_.truth.sheets.size() - 1, result_.truth);
    TableBody body(writer, raw, plan, result_.truth, hand_);
    const auto below = writer.header(row, plan);
    if (is_long())
      body.write_long(below, projects, false);
    else
      body.write_wide(below, projects);
    if (hand_.style.hidden_column && plan.find(Said::Owner) < plan.columns.size())
      raw.hidden_columns.push_back(static_cast<std::uint16_t>(plan.find(Said::Owner)));
  }

  void sheet_per_district(const Projects& projects) {
    std::vector<UnitCode> districts;
    for (const auto* project : projects)
      if (const auto district = district_of(*project); std::ranges::find(districts, district) == districts.end())
        districts.push_back(district);
    for (const auto& district : districts) {
      Projects some;
      std::ranges::copy_if(projects, std::back_inserter(some),
                           [&](const auto* project) { return district_of(*project) == district; });
      sheet(reporting::unit_short_name(hand_.campaign, district, hand_.report_day), some, table_plan());
    }
  }

  /// The form as it was sent out, with the clerk's own columns and words. Procedures that apply stand in the second sheet.
  void two_sheets(const Projects& projects) {
    const auto tasks = plan_tasks(hand_);
    sheet("任务表", projects, tasks);
    const auto lines = plan_lines(hand_);
    const auto row = begin("手续明细", lines.columns.size());
    auto& raw = result_.workbook.sheets.back();
    TableWriter writer(raw, result_.truth.sheets.size() - 1, result_.truth);
    TableBody body(writer, raw, lines, result_.truth, hand_);
    body.write_long(writer.header(row, lines), projects, true);
    leave_to_the_lines();
  }

  /// Where both sheets speak of one thing, the line counts, and what the row leaves out is asked of the line.
  void leave_to_the_lines() {
    auto& truth = result_.truth;
    const auto lines = truth.sheets.size() - 1;
    std::set<std::tuple<int, std::string, std::string>> said;
    std::set<std::pair<int, std::string>> listed;
    for (const auto& cell : truth.cells)
      if (cell.sheet == lines) {
        said.emplace(cell.project, cell.kind, cell.field);
        listed.emplace(cell.project, cell.kind);
      }
    std::erase_if(truth.cells, [&](const json::TruthCell& cell) {
      return cell.sheet != lines && !cell.kind.empty() && said.contains({cell.project, cell.kind, cell.field});
    });
    std::erase_if(truth.questions, [&](const json::TruthQuestion& question) {
      return question.sheet != lines && !question.planted && listed.contains({question.project, question.kind});
    });
  }

  void extra_sheets() {
    auto& sheets = result_.workbook.sheets;
    if (hand_.style.hidden_old_sheet) {
      auto old = sheets.front();
      old.name = "上旬（旧）";
      old.hidden = true;
      sheets.push_back(std::move(old));
    }
    if (!hand_.style.extra_sheets) return;
    sheets.push_back({"Sheet" + std::to_string(sheets.size() + 1), false, {}, {}, {}, {}});
    RawSheet words{"填报说明", false, {}, {}, {}, {}};
    const std::vector<std::string> lines{"填报说明", "1.按旬填报。", "2.空白表示尚未填报。"};
    for (std::uint32_t row = 0; row < lines.size(); ++row)
      words.cells.push_back({row, 0, reporting::RawKind::Text, lines[row], {}, {}, {}});
    sheets.push_back(std::move(words));
  }

  const ReturnRequest& request_;
  Hand hand_;
  MessyReturn result_;
};

}  // namespace

MessyReturn write_return(const ReturnRequest& request) {
  const auto unit_seed = mixed(request.seed, request.unit.text());
  const auto style = draw_house_style(request.level, RandomSource(unit_seed));
  RandomSource random(mixed(unit_seed, format_dekad(request.dekad)));
  return ReturnWriter(request, style, random).run();
}

}  // namespace guatu::usecases::mess
