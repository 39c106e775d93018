#include <algorithm>

#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/open_parts.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/papers/unit_place.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

constexpr std::size_t kRowsShown = 15;

/// The open parts that a unit answers for: of its projects, or of its line.
std::vector<OpenPart> parts_of(const BulletinInput& input, const std::vector<OpenPart>& all, const UnitCode& unit) {
  const auto* known = input.campaign.find_unit(unit);
  const bool approves = known != nullptr && known->has(campaign::Capacity::Approver);
  std::vector<OpenPart> parts;
  for (const auto& part : all)
    if (part.project->responsible == unit || (approves && line_of(input.campaign, part.procedure()) == unit))
      parts.push_back(part);
  return parts;
}

std::int64_t count_if(const std::vector<OpenPart>& parts, auto wanted) {
  return std::ranges::count_if(parts, [&](const OpenPart& part) { return wanted(part.procedure()); });
}

void write_state(BulletinText& text, const std::vector<OpenPart>& parts) {
  const auto of = [&](Turn turn) {
    return number(count_if(parts, [&](const auto& procedure) { return turn_of(procedure) == turn; }));
  };
  text.heading("存在问题");
  text.item("未办结手续" + number(static_cast<std::int64_t>(parts.size())) + "项，其中建设单位尚未申报" +
            of(Turn::Owner) + "项、未填报" + of(Turn::Unreported) + "项、审批部门在办" + of(Turn::Department) +
            "项、已上报待批" + of(Turn::Above) + "项。");
  if (const auto overdue = count_if(parts, [](const auto& procedure) { return procedure.overdue; }); overdue > 0)
    text.item("超过计划办结时间的" + number(overdue) + "项。");
  if (const auto held = count_if(parts, [](const auto& procedure) { return procedure.held_above; }); held > 0)
    text.item("受上级前置审批制约的" + number(held) + "项。");
}

void write_overdue(BulletinText& text, const BulletinInput& input, std::vector<OpenPart> parts) {
  std::erase_if(parts, [&](const OpenPart& part) { return days_overdue(part.procedure(), input.as_of) <= 0; });
  if (parts.empty()) return;
  std::ranges::stable_sort(parts, std::greater{},
                           [&](const OpenPart& part) { return days_overdue(part.procedure(), input.as_of); });
  std::vector<std::vector<std::string>> rows{{"项目", "手续", "计划办结", "超期天数", "责任人"}};
  for (const auto& part : parts) {
    if (rows.size() > kRowsShown) break;
    const auto& procedure = part.procedure();
    rows.push_back({part.project->history->name_on(input.as_of), procedure_name(input.campaign, procedure),
                    format_dotted(procedure.facts->planned->deadline()), number(days_overdue(procedure, input.as_of)),
                    procedure.facts->responsible_person});
  }
  const auto all = static_cast<std::int64_t>(parts.size());
  text.table(parts.size() > kRowsShown ? "超期手续（共" + number(all) + "项，列超期最久的" + number(kRowsShown) + "项）"
                                       : "超期手续",
             std::move(rows));
}

void write_requests(BulletinText& text, const BulletinInput& input, std::optional<Date> by) {
  text.heading("有关要求");
  text.item("对照未办结手续逐项查找原因，倒排工期，明确责任人和办结时间，主要负责同志亲自调度。");
  text.item(
      "尚未申报的手续要督促建设单位抓紧组卷申报；在办的要与审批部门逐项对接；受上级前置审批制约的要主动对接上级部门。");
  text.item("请" + (by ? "于" + format_chinese(*by) + "前" : std::string("在下一旬报送任务表时")) +
            "将整改措施和办结时限书面反馈" + input.campaign.paper.office_name + "。");
}

NamedPaper reminder(const BulletinInput& input, const std::vector<OpenPart>& all, const UnitCode& unit,
                    std::optional<Date> by) {
  const auto name = unit_name(input.campaign, unit, input.as_of);
  auto paper = paper_of_office(input.campaign, issued_on(input));
  paper.title = "关于加快办理重点项目前期手续的\n提示函";
  paper.addressees = name + "：";
  BulletinText text;
  text.body("截至" + format_chinese(input.as_of) + "，" + place_sentence(input, unit) +
            "为确保按期完成攻坚任务，现就有关事项提示如下。");
  const auto parts = parts_of(input, all, unit);
  write_state(text, parts);
  write_overdue(text, input, parts);
  write_requests(text, input, by);
  paper.body = text.take();
  return {"提示函 " + name, "letter", std::move(paper)};
}

/// Whoever stands at the bottom of a league, once, in the campaign's order.
std::vector<UnitCode> bottom_units(const BulletinInput& input) {
  std::vector<UnitCode> units;
  for (const auto& unit : input.campaign.units)
    for (const auto& league : input.leagues.leagues)
      for (const auto& row : league.rows)
        if (row.unit == unit.code && row.bottom && (units.empty() || units.back() != unit.code))
          units.push_back(unit.code);
  return units;
}

}  // namespace

Result<std::vector<NamedPaper>> reminders(const BulletinInput& input, const std::optional<UnitCode>& unit,
                                          std::optional<Date> by) {
  if (unit && input.campaign.find_unit(*unit) == nullptr) return unknown_unit(*unit);
  const auto projects = projects_on_day(input);
  const auto all = open_parts(projects);
  std::vector<NamedPaper> papers;
  for (const auto& code : unit ? std::vector{*unit} : bottom_units(input))
    papers.push_back(reminder(input, all, code, by));
  return papers;
}

}  // namespace guatu::reporting
