#include "guatu/json/rows_codec.hpp"

#include "guatu/json/nullable.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using reporting::PartRow;
using reporting::ProjectRow;

const char* hold_name(ledger::Hold hold) {
  switch (hold) {
    case ledger::Hold::Unfinished:
      return "unfinished";
    case ledger::Hold::OnlyHandedUp:
      return "only_handed_up";
    case ledger::Hold::Unknown:
      return "unknown";
  }
  return "unknown";
}

bj::value authority_value(const std::optional<Authority>& authority) {
  return authority ? bj::value(bj::string(authority_name(*authority))) : bj::value(nullptr);
}

bj::value since_value(const std::optional<ledger::DatedFact>& since) {
  return since ? bj::value(format_iso(since->on)) : bj::value(nullptr);
}

std::string approver_of(const PartRow& part) {
  return part.procedure.facts == nullptr ? std::string{} : part.procedure.facts->approver;
}

bj::object blocker_value(const campaign::Campaign& campaign, const PartRow& part) {
  const auto& procedure = part.procedure;
  return {{"kind", campaign.kinds[procedure.kind].code.text()},
          {"part", bj::string(procedure.part)},
          {"authority", authority_value(procedure.authority)},
          {"line", part.line.text()},
          {"approver", approver_of(part)},
          {"state", bj::string(state_name(procedure.state))},
          {"since", since_value(part.since)},
          {"hold", hold_name(*part.hold)},
          {"light", bj::string(planning::light_name(part.light.light))},
          {"held_above", procedure.held_above},
          {"overdue", procedure.overdue}};
}

void put_counts(bj::object& object, const ProjectRow& row) {
  object["counted"] = row.verdict.counted;
  object["finished"] = row.verdict.finished;
  object["meets"] = row.verdict.meets;
  object["gained"] = row.gained;
  object["carried"] = row.carried;
  object["applicable"] = row.counts.applicable;
  object["done"] = row.counts.done;
  object["handed_up"] = row.counts.handed_up;
  object["open"] = row.counts.open;
  object["overdue"] = row.counts.overdue;
  object["unverified"] = row.counts.unverified;
  object["disputed"] = row.counts.disputed;
}

/// The day of the completion that holds.
bj::value finished_value(const ledger::ProcedureOnDay& procedure) {
  if (procedure.state != ProcedureState::Finished) return nullptr;
  return bj::value(format_iso(procedure.facts->finished->on));
}

bj::object procedure_value(const campaign::Campaign& campaign, const reporting::FoundPart& found) {
  const auto& [project, part] = found;
  const auto& procedure = part->procedure;
  static const ledger::PartFacts kNothing;
  const auto& facts = procedure.facts == nullptr ? kNothing : *procedure.facts;
  const auto& record = project->history->record;
  return {{"project", record.id.text()},
          {"code", record.code},
          {"name", project->name},
          {"responsible", project->responsible.text()},
          {"districts", code_list(record.districts)},
          {"kind", campaign.kinds[procedure.kind].code.text()},
          {"part", bj::string(procedure.part)},
          {"authority", authority_value(procedure.authority)},
          {"line", part->line.text()},
          {"approver", facts.approver},
          {"state", bj::string(state_name(procedure.state))},
          {"since", since_value(part->since)},
          {"planned_on", last_day_or_null(facts.planned)},
          {"baseline_on", last_day_or_null(facts.baseline)},
          {"finished_on", finished_value(procedure)},
          {"document_number", facts.document_number},
          {"light", bj::string(planning::light_name(part->light.light))},
          {"overdue", procedure.overdue},
          {"unverified", procedure.unverified},
          {"disputed", procedure.disputed},
          {"held_above", procedure.held_above}};
}

template <typename Row>
bj::object page_value(const NumbersHead& head, const Page<Row>& page) {
  return {{"as_of", format_iso(head.as_of)},
          {"known_at", format_rfc3339(head.known_at)},
          {"seq", head.seq},
          {"total", page.total},
          {"limit", page.limit},
          {"next_cursor", text_or_null(page.next_cursor)}};
}

}  // namespace

bj::object project_row_value(const campaign::Campaign& campaign, Date as_of, const ProjectRow& row) {
  const auto& record = row.history->record;
  const auto* unit = campaign.find_unit(row.responsible);
  const auto& industry = record.industry_department;
  bj::object value{
      {"id", record.id.text()}, {"code", record.code}, {"name", row.name}, {"responsible", row.responsible.text()}};
  put_words(value, "responsible_name",
            unit == nullptr ? Bilingual{row.responsible.text(), row.responsible.text()} : unit->name_on(as_of).name);
  value["districts"] = code_list(record.districts);
  value["industry"] = industry ? bj::value(industry->text()) : bj::value(nullptr);
  value["field"] = record.field;
  value["total_investment"] = money_or_null(record.total_investment);
  value["year_plan"] = money_or_null(record.year_plan);
  put_counts(value, row);
  value["light"] = bj::string(planning::light_name(row.light));
  auto& blockers = value["blockers"].emplace_array();
  for (const auto& part : row.parts)
    if (part.hold) blockers.push_back(blocker_value(campaign, part));
  return value;
}

std::string encode_projects(const NumbersHead& head, const campaign::Campaign& campaign, const RowSums& sums,
                            const Page<const ProjectRow*>& page) {
  auto object = page_value(head, page);
  object["sums"] =
      bj::object{{"total_investment", yuan_text(sums.total_investment)}, {"year_plan", yuan_text(sums.year_plan)}};
  auto& list = object["projects"].emplace_array();
  for (const auto* row : page.rows)
    list.push_back(project_row_value(campaign, head.as_of, *row));
  return bj::serialize(object);
}

std::string encode_procedures(const NumbersHead& head, const campaign::Campaign& campaign,
                              const Page<reporting::FoundPart>& page) {
  auto object = page_value(head, page);
  auto& list = object["procedures"].emplace_array();
  for (const auto& row : page.rows)
    list.push_back(procedure_value(campaign, row));
  return bj::serialize(object);
}

}  // namespace guatu::json
