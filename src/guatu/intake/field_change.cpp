#include "guatu/intake/field_change.hpp"

#include <utility>

#include "guatu/ledger/state_on_day.hpp"

namespace guatu::intake {
namespace {

using ledger::PartFacts;
using ledger::ProjectRecord;
using ledger::ReportedField;

std::string shown(const std::string& text) {
  return text;
}

std::string shown(const std::optional<Amount>& amount) {
  return amount ? std::to_string(amount->yuan) : std::string{};
}

std::string shown(const std::optional<VagueDate>& date) {
  return date ? format_iso(date->last) : std::string{};
}

std::string shown(const std::optional<Track>& track) {
  return track ? std::string(track_name(*track)) : std::string{};
}

std::string shown(const std::optional<Authority>& authority) {
  return authority ? std::string(authority_name(*authority)) : std::string{};
}

std::string shown(const std::optional<ledger::DatedFact>& fact) {
  return fact && !fact->assumed ? format_iso(fact->on) : std::string{};
}

std::string shown(const std::vector<ledger::DatedFact>& facts) {
  return facts.empty() ? std::string{} : shown(std::optional(facts.back()));
}

std::string shown(const std::optional<UnitCode>& unit) {
  return unit ? unit->text() : std::string{};
}

std::string shown(const UnitCode& unit) {
  return unit.text();
}

std::string shown(const VariantCode& variant) {
  return variant.text();
}

std::string shown(const std::vector<UnitCode>& units) {
  std::string text;
  for (const auto& unit : units)
    text += (text.empty() ? "" : " ") + unit.text();
  return text;
}

std::string shown(const std::optional<ledger::NotApplicable>& ruling) {
  return ruling ? std::string(not_applicable_reason_name(ruling->reason)) : std::string{};
}

/// Collects the fields that differ.
class Differences {
 public:
  explicit Differences(FieldChange common) : common_(std::move(common)) {}

  template <typename T>
  void compare(const char* field, const T& before, const T& after, const Place* place, const Place& row) {
    auto was = shown(before);
    auto is = shown(after);
    if (was == is) return;
    auto change = common_;
    change.field = field;
    change.before = std::move(was);
    change.after = std::move(is);
    change.place = place == nullptr ? row : *place;
    changes_.push_back(std::move(change));
  }

  std::vector<FieldChange> take() { return std::move(changes_); }

 private:
  FieldChange common_;
  std::vector<FieldChange> changes_;
};

/// The first of the fields that has a cell: a state may come from a lone finish day or number.
const Place* find_place(const ReadPart& part, std::initializer_list<ReportedField> fields) {
  for (const auto field : fields)
    if (const auto found = part.places.find(field); found != part.places.end()) return &found->second;
  return nullptr;
}

std::string state_text(const PartFacts& facts, Date day) {
  const auto state = ledger::state_on_day(facts, day, campaign::Completion::Claimed);
  return state == ProcedureState::Unknown ? std::string{} : std::string(state_name(state));
}

}  // namespace

std::vector<FieldChange> project_field_changes(const ReadProject& row, const ProjectRecord& before,
                                               const ProjectRecord& after) {
  Differences differences({.project = after.id, .name = row.fields.name});
  const auto compare = [&](const char* field, const auto& was, const auto& is) {
    const auto found = row.places.find(field);
    differences.compare(field, was, is, found == row.places.end() ? nullptr : &found->second, row.row);
  };
  compare("name", before.name, after.name);
  compare("code", before.code, after.code);
  compare("districts", before.districts, after.districts);
  compare("responsible", before.responsible, after.responsible);
  compare("industry_department", before.industry_department, after.industry_department);
  compare("owner", before.owner, after.owner);
  compare("credit_code", before.credit_code, after.credit_code);
  compare("field", before.field, after.field);
  compare("track", before.track, after.track);
  compare("content", before.content, after.content);
  compare("total_investment", before.total_investment, after.total_investment);
  compare("year_plan", before.year_plan, after.year_plan);
  compare("planned_start", before.planned_start, after.planned_start);
  compare("leader", before.leader, after.leader);
  compare("contact", before.contact, after.contact);
  compare("phone", before.phone, after.phone);
  compare("progress", before.progress, after.progress);
  compare("problems", before.problems, after.problems);
  compare("measures", before.measures, after.measures);
  compare("note", before.note, after.note);
  return differences.take();
}

std::vector<FieldChange> part_field_changes(const ReadProject& row, const ReadPart& part, const ProjectId& project,
                                            const PartFacts& before, const PartFacts& after, Date report_day) {
  Differences differences({.project = project, .name = row.fields.name, .kind = part.kind, .part = part.part});
  const auto compare = [&](const char* field, const auto& was, const auto& is,
                           std::initializer_list<ReportedField> places) {
    differences.compare(field, was, is, find_place(part, places), part.row);
  };
  compare("authority", before.authority, after.authority, {ReportedField::Authority});
  compare("approver", before.approver, after.approver, {ReportedField::Approver});
  compare("variant", before.variant, after.variant, {ReportedField::Variant});
  compare("state", state_text(before, report_day), state_text(after, report_day),
          {ReportedField::State, ReportedField::Involved, ReportedField::Finished, ReportedField::HandedUp,
           ReportedField::Accepted, ReportedField::Submitted, ReportedField::DocumentNumber});
  compare("not_applicable_reason", before.not_applicable, after.not_applicable,
          {ReportedField::NotApplicableReason, ReportedField::State, ReportedField::Involved});
  compare("planned_on", before.planned, after.planned, {ReportedField::Planned});
  compare("submitted_on", before.submitted, after.submitted, {ReportedField::Submitted});
  compare("accepted_on", before.accepted, after.accepted, {ReportedField::Accepted});
  compare("handed_up_on", before.handed_up, after.handed_up, {ReportedField::HandedUp});
  compare("finished_on", before.finished, after.finished, {ReportedField::Finished});
  compare("document_number", before.document_number, after.document_number, {ReportedField::DocumentNumber});
  compare("responsible_person", before.responsible_person, after.responsible_person, {ReportedField::Person});
  compare("note", before.note, after.note, {ReportedField::Note});
  return differences.take();
}

}  // namespace guatu::intake
