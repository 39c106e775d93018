#include <algorithm>

#include "guatu/calendar/deadline.hpp"
#include "guatu/planning/network.hpp"
#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/open_parts.hpp"
#include "guatu/reporting/table_sheet.hpp"
#include "guatu/reporting/wording.hpp"
#include "guatu/reporting/workbooks/workbooks.hpp"

namespace guatu::reporting {
namespace {

struct Load {
  std::int64_t applicable = 0, not_submitted = 0, in_work = 0, returned = 0, handed_up = 0, finished = 0, late = 0;
  std::int64_t timed = 0, days = 0;  ///< Finished ones whose acceptance and finish are known, and their working days.
};

/// A part that has taken, or took, longer than its limit.
struct LatePart {
  const ledger::ProjectOnDay* project;
  const ledger::ProcedureOnDay* procedure;
  Date accepted, limit_ends;
};

DayLimit limit_of(const campaign::Campaign& campaign, const ledger::ProjectOnDay& project,
                  const ledger::ProcedureOnDay& procedure) {
  const auto& kind = campaign.kinds[procedure.kind];
  auto code = planning::variant_on_track(kind, project.history->record.track);
  if (procedure.facts != nullptr && !procedure.facts->variant.empty()) code = procedure.facts->variant;
  if (kind.variants.empty()) return {};
  const auto found = std::ranges::find(kind.variants, code, &campaign::Variant::code);
  const auto& variant = found == kind.variants.end() ? kind.variants.front() : *found;
  return variant.promised_limit.value_or(variant.legal_limit);
}

/// While papers were being corrected the clock stood still.
std::vector<StopInterval> stops_of(const ledger::PartFacts& facts, Date as_of) {
  std::vector<StopInterval> stops;
  for (const auto& setback : facts.setbacks)
    stops.push_back({setback.fact.on, setback.answered_on.value_or(as_of)});
  return stops;
}

std::optional<Date> accepted_on(const ledger::PartFacts& facts, Date as_of) {
  if (facts.accepted.empty() || facts.accepted.front().assumed || facts.accepted.front().on > as_of)
    return std::nullopt;
  return facts.accepted.front().on;
}

void count_state(Load& load, ProcedureState state) {
  switch (state) {
    case ProcedureState::Finished:
      ++load.finished;
      return;
    case ProcedureState::HandedUp:
      ++load.handed_up;
      return;
    case ProcedureState::Returned:
      ++load.returned;
      return;
    case ProcedureState::Submitted:
    case ProcedureState::InReview:
      ++load.in_work;
      return;
    default:
      ++load.not_submitted;
  }
}

/// Counts time from the first acceptance; gives the part when its limit has passed.
std::optional<LatePart> count_time(Load& load, const BulletinInput& input, const ledger::ProjectOnDay& project,
                                   const ledger::ProcedureOnDay& procedure) {
  if (procedure.facts == nullptr) return std::nullopt;
  const auto& facts = *procedure.facts;
  const auto accepted = accepted_on(facts, input.as_of);
  if (!accepted || procedure.state == ProcedureState::HandedUp) return std::nullopt;
  const bool finished = procedure.state == ProcedureState::Finished && facts.finished;
  const auto until = finished ? facts.finished->on : input.as_of;
  if (finished && !facts.finished->assumed && until >= *accepted) {
    ++load.timed;
    load.days += input.campaign.calendar.working_days_until(*accepted, until);
  }
  const auto stops = stops_of(facts, input.as_of);
  const auto ends =
      limit_ends_on(*accepted, limit_of(input.campaign, project, procedure), stops, input.campaign.calendar);
  if (until <= ends) return std::nullopt;
  ++load.late;
  return LatePart{&project, &procedure, *accepted, ends};
}

/// 12.5, or — without any.
std::string average_days(const Load& load) {
  if (load.timed == 0) return "—";
  const auto tenths = (load.days * 20 + load.timed) / (2 * load.timed);
  return number(tenths / 10) + (tenths % 10 == 0 ? "" : "." + number(tenths % 10));
}

std::vector<TableSheet::Value> load_row(const std::string& name, const Load& load) {
  return {name,           load.applicable, load.not_submitted, load.in_work,       load.returned,
          load.handed_up, load.finished,   load.late,          average_days(load), load.timed};
}

void add(Load& sum, const Load& load) {
  sum.applicable += load.applicable;
  sum.not_submitted += load.not_submitted;
  sum.in_work += load.in_work;
  sum.returned += load.returned;
  sum.handed_up += load.handed_up;
  sum.finished += load.finished;
  sum.late += load.late;
  sum.timed += load.timed;
  sum.days += load.days;
}

SheetModel late_sheet(const BulletinInput& input, const std::vector<LatePart>& late) {
  TableSheet sheet("超时手续", "超过办理时限的手续", as_of_line(input),
                   {{"序号", 6},
                    {"项目名称", 36},
                    {"手续", 24},
                    {"对口部门", 14},
                    {"状态", 14},
                    {"受理时间", 12},
                    {"时限届满", 12},
                    {"办结时间", 12}});
  std::int64_t index = 0;
  for (const auto& part : late) {
    const auto& facts = *part.procedure->facts;
    const bool finished = part.procedure->state == ProcedureState::Finished && facts.finished;
    sheet.add_row({++index, part.project->history->name_on(input.as_of),
                   procedure_name(input.campaign, *part.procedure),
                   unit_short_name(input.campaign, line_of(input.campaign, *part.procedure), input.as_of),
                   state_words(part.procedure->state).zh, part.accepted, part.limit_ends,
                   finished ? TableSheet::Value(facts.finished->on) : TableSheet::Value()});
  }
  if (late.empty()) sheet.add_note("没有超过办理时限的手续。");
  return sheet.take();
}

}  // namespace

WorkbookModel approver_sheet(const BulletinInput& input) {
  TableSheet sheet("审批部门", "市直审批部门前期手续办理情况表", as_of_line(input),
                   {{"审批部门", 30},
                    {"应办", 9},
                    {"未申报", 9},
                    {"在办", 9},
                    {"补正退件", 9},
                    {"已上报", 9},
                    {"办结", 9},
                    {"超时", 9},
                    {"平均用时\n（工作日）", 12},
                    {"可计用时\n的办结", 12}});
  const auto projects = projects_on_day(input);
  std::vector<LatePart> late;
  Load sum;
  for (const auto& unit : input.campaign.units) {
    if (!unit.has(campaign::Capacity::Approver)) continue;
    Load load;
    for (const auto& project : projects)
      for (const auto& procedure : project.procedures) {
        if (procedure.state == ProcedureState::NotApplicable || line_of(input.campaign, procedure) != unit.code)
          continue;
        ++load.applicable;
        count_state(load, procedure.state);
        if (const auto part = count_time(load, input, project, procedure)) late.push_back(*part);
      }
    if (load.applicable == 0) continue;
    sheet.add_row(load_row(unit_name(input.campaign, unit.code, input.as_of), load));
    add(sum, load);
  }
  sheet.add_row(load_row("合计", sum), CellStyle::Emphasis);
  sheet.add_note(
      "应办：对口的各层级手续，不含不涉及。未申报：未填报、未启动、正在组卷。在办：已申报、已受理。超时：自首次受理起超"
      "过承诺时限（没有承诺的"
      "按法定时限，补正期间不计）仍未办结，或超过后才办结。平均用时：受理和办结日期均已填报的办结手续，自受理次日至办结"
      "日的工作日。");
  return {"审批部门办理情况表", input.as_of, {sheet.take(), late_sheet(input, late)}};
}

}  // namespace guatu::reporting
