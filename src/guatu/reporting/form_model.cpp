#include "guatu/reporting/form_model.hpp"

#include <algorithm>
#include <array>

#include "guatu/ledger/state_on_day.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/row_heights.hpp"

namespace guatu::reporting {
namespace {

using campaign::Campaign;
using ledger::PartFacts;
using ledger::ProjectHistory;

constexpr std::uint32_t kTitleRow = 0;
constexpr std::uint32_t kCaptionRow = 1;
constexpr std::uint32_t kHeaderRow = 2;
constexpr std::uint32_t kFirstRow = 3;
constexpr std::uint16_t kBaseColumns = 21;
constexpr std::uint16_t kLineColumns = 17;
/// The form shows what the unit claims, whether or not it has been confirmed.
constexpr auto kAsClaimed = campaign::Completion::Claimed;

/// Writes cells of one sheet in row order.
class Writer {
 public:
  explicit Writer(SheetModel& sheet) : sheet_(sheet) {}

  void text(std::uint32_t row, std::uint16_t column, std::string value, CellStyle style) {
    sheet_.cells.push_back({row, column, std::move(value), style});
  }
  void number(std::uint32_t row, std::uint16_t column, std::int64_t value, CellStyle style) {
    sheet_.cells.push_back({row, column, value, style});
  }
  void money(std::uint32_t row, std::uint16_t column, const std::optional<Amount>& amount) {
    if (amount) {
      sheet_.cells.push_back({row, column, *amount, CellStyle::Money});
    } else {
      blank(row, column, CellStyle::Input);
    }
  }
  void day(std::uint32_t row, std::uint16_t column, std::optional<Date> day) {
    if (day) {
      sheet_.cells.push_back({row, column, *day, CellStyle::InputDay});
    } else {
      blank(row, column, CellStyle::InputDay);
    }
  }
  void blank(std::uint32_t row, std::uint16_t column, CellStyle style) {
    sheet_.cells.push_back({row, column, std::monostate{}, style});
  }
  void across(std::uint32_t row, std::uint16_t columns, std::string value, CellStyle style) {
    sheet_.cells.push_back({row, 0, std::move(value), style, columns});
  }

 private:
  SheetModel& sheet_;
};

Date form_day(const FormRequest& request) {
  return request.dekad ? request.dekad->last_day() : request.campaign.starts_on;
}

std::string caption(const FormRequest& request) {
  std::string text = "填报单位（盖章）：";
  if (request.unit) text += unit_name(request.campaign, *request.unit, form_day(request));
  text += "    旬别：";
  if (request.dekad) text += dekad_name_zh(*request.dekad) + "（" + format_dekad(*request.dekad) + "）";
  return text + "    单位：亿元";
}

std::vector<const ProjectHistory*> prefilled(const FormRequest& request) {
  std::vector<const ProjectHistory*> projects;
  if (request.ledger == nullptr || !request.unit) return projects;
  const auto day = form_day(request);
  for (const auto& project : request.ledger->projects)
    if (project.in_campaign_on(day) && project.responsible_on(day) == *request.unit) projects.push_back(&project);
  return projects;
}

std::vector<std::string> base_headers(const Campaign& campaign) {
  return {"序号",
          "项目代码",
          "项目名称",
          "所属地区",
          "责任单位",
          "行业主管部门",
          "建设单位",
          "统一社会信用代码",
          "行业领域",
          "立项方式",
          "建设内容及规模",
          "总投资（亿元）",
          std::to_string(campaign.form.plan_year) + "年计划完成投资（亿元）",
          "计划开工时间",
          "包联领导",
          "责任人",
          "联系电话",
          "目前进展情况",
          "存在问题",
          "下一步措施",
          "备注"};
}

const std::array<const char*, kLineColumns> kLineHeaders{
    "序号", "项目名称",     "审批事项", "子项",     "是否涉及", "不涉及理由", "审批层级", "审批机关", "责任人",
    "状态", "计划办结时间", "申报时间", "受理时间", "上报时间", "办结时间",   "批复文号", "备注"};

std::string joined_districts(const Campaign& campaign, const ledger::ProjectRecord& record, Date day) {
  std::string text;
  for (const auto& district : record.districts)
    text += (text.empty() ? "" : "、") + unit_short_name(campaign, district, day);
  return text;
}

void write_base_cells(Writer& writer, std::uint32_t row, const ProjectHistory& project, const FormRequest& request) {
  const auto day = form_day(request);
  const auto& record = project.record;
  const auto text = [&](std::uint16_t column, std::string value) {
    writer.text(row, column, std::move(value), CellStyle::Input);
  };
  text(1, record.code);
  text(2, project.name_on(day));
  text(3, joined_districts(request.campaign, record, day));
  text(4, unit_name(request.campaign, project.responsible_on(day), day));
  text(5, record.industry_department ? unit_name(request.campaign, *record.industry_department, day) : "");
  text(6, record.owner);
  text(7, record.credit_code);
  text(8, record.field);
  text(9, track_word(record.track));
  text(10, record.content);
  writer.money(row, 11, record.total_investment);
  writer.money(row, 12, record.year_plan);
  text(13, record.planned_start ? vague_date_text(*record.planned_start) : "");
  text(14, record.leader);
  text(15, record.contact);
  text(16, record.phone);
  text(17, record.progress);
  text(18, record.problems);
  text(19, record.measures);
  text(20, record.note);
}

/// A kind in parts stands in 手续明细 only: one cell cannot say what several parts are.
std::string kind_cell_of(const ProjectHistory& project, const KindCode& kind, const FormRequest& request) {
  const auto parts = std::ranges::count(project.parts, kind, &ledger::PartHistory::kind);
  const auto* facts = parts == 1 ? project.find_part(kind, "") : nullptr;
  return facts == nullptr ? std::string{} : kind_cell(*facts, form_day(request), kAsClaimed);
}

void add_drop_down(SheetModel& sheet, std::uint16_t column, std::uint32_t last_row, std::vector<std::string> words,
                   std::string title, std::string prompt) {
  if (!words.empty())
    sheet.drop_downs.push_back(
        {kFirstRow, last_row, column, std::move(words), std::move(title), std::move(prompt), true});
}

SheetModel projects_sheet(const FormRequest& request, const std::vector<const ProjectHistory*>& projects) {
  const auto kinds = request.campaign.kinds_on(form_day(request));
  const auto columns = static_cast<std::uint16_t>(kBaseColumns + kinds.size());
  SheetModel sheet;
  sheet.name = "任务表";
  sheet.paper = PaperSize::A3;
  sheet.column_widths = {5, 26, 28, 10, 14, 14, 18, 21, 10, 8, 28, 10, 12, 12, 10, 9, 13, 20, 20, 20, 12};
  sheet.column_widths.resize(columns, 13);
  sheet.frozen_rows = kFirstRow;
  sheet.frozen_columns = 3;
  sheet.repeat_first_row = kTitleRow;
  sheet.repeat_last_row = kHeaderRow;
  sheet.row_heights = {{kTitleRow, 30}, {kHeaderRow, 42}};
  Writer writer(sheet);
  writer.across(kTitleRow, columns, request.campaign.title.zh + "任务表", CellStyle::Title);
  writer.across(kCaptionRow, columns, caption(request), CellStyle::Caption);
  std::uint16_t column = 0;
  for (auto& header : base_headers(request.campaign))
    writer.text(kHeaderRow, column++, std::move(header), CellStyle::Header);
  for (const auto* kind : kinds) {
    sheet.notes.push_back(
        {kHeaderRow, column,
         "填状态和时间，如：办结 2022.12.05、计划 2023.1.20、不涉及。与“手续明细”不一致时，以“手续明细”为准。"});
    writer.text(kHeaderRow, column++, kind->name.zh, CellStyle::Header);
  }
  const auto last_row = static_cast<std::uint32_t>(kFirstRow + projects.size() + kSpareProjects - 1);
  for (auto row = kFirstRow; row <= last_row; ++row) {
    const auto index = row - kFirstRow;
    writer.number(row, 0, index + 1, CellStyle::BodyCentred);
    if (index >= projects.size()) {
      for (std::uint16_t c = 1; c < columns; ++c)
        writer.blank(row, c, CellStyle::Input);
      continue;
    }
    write_base_cells(writer, row, *projects[index], request);
    for (std::size_t k = 0; k < kinds.size(); ++k)
      writer.text(row, static_cast<std::uint16_t>(kBaseColumns + k),
                  kind_cell_of(*projects[index], kinds[k]->code, request), CellStyle::Input);
  }
  add_drop_down(sheet, 9, last_row, {"审批", "核准", "备案"}, "立项方式",
                "政府投资为审批，企业投资按目录为核准或备案。");
  sheet.notes.push_back({kHeaderRow, 1, "投资项目在线审批监管平台赋码，24 位；尚未赋码可暂空。"});
  sheet.notes.push_back({kHeaderRow, 4, "加盖公章、对本行负责的单位；空白即为填报单位。"});
  sheet.footer = caption(request);
  fit_row_heights(sheet);
  return sheet;
}

/// The day reported for a fact; none when it was only assumed.
std::optional<Date> reported(const std::optional<ledger::DatedFact>& fact) {
  return fact && !fact->assumed ? std::optional(fact->on) : std::nullopt;
}

std::optional<Date> last_reported_acceptance(const PartFacts& facts) {
  return facts.accepted.empty() ? std::nullopt : reported(facts.accepted.back());
}

/// Days and number that go with the state. What lies beyond it is of a round that came back, or of what is not applicable
/// now: it stays on record, but beside that state it would contradict it.
void write_evidence(Writer& writer, std::uint32_t row, const PartFacts& facts, Date day) {
  const auto state = ledger::state_on_day(facts, day, kAsClaimed);
  const auto shown = [state](std::optional<Date> date, std::initializer_list<ProcedureState> before) {
    return std::ranges::find(before, state) == before.end() ? date : std::nullopt;
  };
  using enum ProcedureState;
  writer.day(row, 11, shown(reported(facts.submitted), {NotApplicable}));
  writer.day(row, 12, shown(last_reported_acceptance(facts), {NotApplicable, Submitted}));
  writer.day(row, 13, shown(reported(facts.handed_up), {NotApplicable, Submitted, InReview}));
  writer.day(row, 14, shown(reported(facts.finished), {NotApplicable}));
  const bool handed_in = state != NotApplicable && state != Unknown && state != NotStarted && state != Preparing;
  writer.text(row, 15, handed_in ? facts.document_number : "", CellStyle::Input);
}

void write_line(Writer& writer, std::uint32_t row, std::int64_t number, const std::string& project,
                const campaign::ProcedureKind& kind, const std::string& part, const PartFacts& facts,
                const FormRequest& request) {
  const auto& campaign = request.campaign;
  const auto state = state_word(facts, form_day(request), kAsClaimed);
  const auto text = [&](std::uint16_t column, std::string value) {
    writer.text(row, column, std::move(value), CellStyle::Input);
  };
  writer.number(row, 0, number, CellStyle::BodyCentred);
  text(1, project);
  text(2, kind.name.zh);
  text(3, part);
  text(4, facts.not_applicable ? "否" : (state.empty() ? "" : "是"));
  text(5, facts.not_applicable ? ledger::not_applicable_reason_words(facts.not_applicable->reason).zh : "");
  text(6, authority_word(campaign, facts.authority));
  text(7, facts.approver);
  text(8, facts.responsible_person);
  text(9, facts.not_applicable ? "" : state);
  if (facts.planned && facts.planned->precision != DatePrecision::Day) {
    text(10, facts.planned->text);
  } else {
    writer.day(row, 10, facts.planned ? std::optional(facts.planned->last) : std::nullopt);
  }
  write_evidence(writer, row, facts, form_day(request));
  text(16, facts.note);
}

/// Lines of one project: every part that is recorded and applies, and one empty line for each kind without a record.
std::uint32_t write_project_lines(Writer& writer, std::uint32_t row, std::int64_t number, const ProjectHistory& project,
                                  const FormRequest& request) {
  const auto day = form_day(request);
  for (const auto* kind : request.campaign.kinds_on(day)) {
    bool recorded = false;
    for (const auto& part : project.parts) {
      if (part.kind != kind->code) continue;
      recorded = true;
      if (part.facts.not_applicable && part.part.empty()) continue;
      write_line(writer, row++, number, project.name_on(day), *kind, part.part, part.facts, request);
    }
    if (!recorded) write_line(writer, row++, number, project.name_on(day), *kind, {}, {}, request);
  }
  return row;
}

SheetModel lines_sheet(const FormRequest& request, const std::vector<const ProjectHistory*>& projects) {
  SheetModel sheet;
  sheet.name = "手续明细";
  sheet.column_widths = {5, 28, 22, 9, 8, 12, 10, 16, 9, 20, 13, 13, 13, 13, 13, 24, 16};
  sheet.frozen_rows = kFirstRow;
  sheet.frozen_columns = 3;
  sheet.repeat_first_row = kTitleRow;
  sheet.repeat_last_row = kHeaderRow;
  sheet.row_heights = {{kTitleRow, 30}, {kHeaderRow, 30}};
  Writer writer(sheet);
  writer.across(kTitleRow, kLineColumns, "手续明细（每项涉及的手续填一行，序号与任务表一致）", CellStyle::Title);
  writer.across(kCaptionRow, kLineColumns, caption(request), CellStyle::Caption);
  for (std::uint16_t c = 0; c < kLineColumns; ++c)
    writer.text(kHeaderRow, c, kLineHeaders[c], CellStyle::Header);
  auto row = kFirstRow;
  std::int64_t number = 0;
  for (const auto* project : projects)
    row = write_project_lines(writer, row, ++number, *project, request);
  const auto last_row = row + kSpareLines - 1;
  for (; row <= last_row; ++row)
    for (std::uint16_t c = 0; c < kLineColumns; ++c)
      writer.blank(row, c, c >= 10 && c <= 14 ? CellStyle::InputDay : CellStyle::Input);

  std::vector<std::string> kinds;
  for (const auto* kind : request.campaign.kinds_on(form_day(request)))
    kinds.push_back(kind->name.zh);
  add_drop_down(sheet, 2, last_row, std::move(kinds), "审批事项", "从下拉框选择。");
  add_drop_down(sheet, 4, last_row, {"是", "否"}, "是否涉及", "不涉及的填“否”并选理由；空白不等于不涉及。");
  add_drop_down(sheet, 5, last_row, reason_drop_down(), "不涉及理由", "“否”时必填。");
  add_drop_down(sheet, 6, last_row, authority_drop_down(request.campaign), "审批层级",
                "按实际审批的层级填写（含委托下放）。");
  add_drop_down(sheet, 9, last_row, state_drop_down(), "状态",
                "办结请填办结时间和批复文号；要件已上报仅限国家级和" + region_word(request.campaign) + "级。");
  for (std::uint16_t c = 10; c <= 14; ++c)
    sheet.day_rules.push_back({kFirstRow, last_row, c, kLineHeaders[c], "样式：2022-12-05"});
  sheet.notes.push_back({kHeaderRow, 3, "同一手续分标段、地块、子项办理的，每个子项填一行；一般留空。"});
  sheet.notes.push_back(
      {kHeaderRow, 13,
       "要件报送至最终审批部门的时间，仅限国家级和" + region_word(request.campaign) + "级审批的手续。"});
  sheet.footer = caption(request);
  fit_row_heights(sheet);
  return sheet;
}

const std::array<const char*, 9> kTable3Headers{"序号",
                                                "项目名称",
                                                "总投资（亿元）",
                                                "",
                                                "项目当前进展情况",
                                                "提出问题事项的地区（部门）",
                                                "需要协调解决的难点堵点问题（不要介绍背景，直接提出问题，言简意赅）",
                                                "",
                                                "市级责任部门"};

std::vector<const ledger::UpperProblem*> own_problems(const FormRequest& request) {
  std::vector<const ledger::UpperProblem*> problems;
  if (request.ledger == nullptr || !request.unit) return problems;
  for (const auto& list : request.ledger->upper_problems)
    if (list.unit == *request.unit)
      for (const auto& problem : list.problems)
        problems.push_back(&problem);
  return problems;
}

void write_problem(Writer& writer, std::uint32_t row, std::int64_t number, const ledger::UpperProblem& problem,
                   const FormRequest& request) {
  const auto text = [&](std::uint16_t column, std::string value) {
    writer.text(row, column, std::move(value), CellStyle::Input);
  };
  writer.number(row, 0, number, CellStyle::BodyCentred);
  text(1, problem.project_name);
  writer.money(row, 2, problem.total_investment);
  writer.money(row, 3, problem.year_plan);
  text(4, problem.progress);
  text(5, problem.raised_by.empty() ? "" : unit_name(request.campaign, problem.raised_by, form_day(request)));
  text(6, problem.problem);
  text(7, problem.upper_departments);
  text(8, problem.city_department);
}

}  // namespace

WorkbookModel table2_form(const FormRequest& request) {
  const auto projects = prefilled(request);
  return {request.campaign.title.zh + "任务表",
          form_day(request),
          {projects_sheet(request, projects), lines_sheet(request, projects)}};
}

WorkbookModel table3_form(const FormRequest& request) {
  constexpr std::uint16_t kColumns = kTable3Headers.size();
  constexpr std::uint32_t kSpareProblems = 20;
  SheetModel sheet;
  sheet.name = "重大事项清单";
  sheet.column_widths = {6, 30, 12, 14, 30, 18, 44, 24, 16};
  sheet.frozen_rows = kFirstRow;
  sheet.repeat_first_row = kTitleRow;
  sheet.repeat_last_row = kHeaderRow;
  sheet.row_heights = {{kTitleRow, 30}, {kHeaderRow, 48}};
  Writer writer(sheet);
  writer.across(kTitleRow, kColumns, upper_list_title(request.campaign), CellStyle::Title);
  writer.across(kCaptionRow, kColumns, caption(request), CellStyle::Caption);
  for (std::uint16_t c = 0; c < kColumns; ++c) {
    std::string header = kTable3Headers[c];
    if (c == 3) header = std::to_string(request.campaign.form.plan_year) + "年计划完成投资（亿元）";
    if (c == 7) header = upper_departments_header(request.campaign);
    writer.text(kHeaderRow, c, std::move(header), CellStyle::Header);
  }
  auto row = kFirstRow;
  writer.text(row, 0, "如", CellStyle::Locked);
  writer.text(row, 1, "（示例）某养殖基地二期建设项目", CellStyle::Locked);
  for (std::uint16_t c = 2; c < kColumns; ++c)
    writer.blank(row, c, CellStyle::Locked);
  ++row;
  std::int64_t number = 0;
  for (const auto* problem : own_problems(request))
    write_problem(writer, row++, ++number, *problem, request);
  for (std::uint32_t spare = 0; spare < kSpareProblems; ++spare, ++row)
    write_problem(writer, row, ++number, {}, request);
  writer.across(row, kColumns,
                "注：此表报送的是有需要国家、" + region_word(request.campaign) +
                    "协调解决堵点难点问题的项目，正常推进的无需填写此表。",
                CellStyle::Note);
  sheet.footer = caption(request);
  fit_row_heights(sheet);
  return {upper_list_title(request.campaign), form_day(request), {std::move(sheet)}};
}

}  // namespace guatu::reporting
