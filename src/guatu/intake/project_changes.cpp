#include "guatu/intake/project_changes.hpp"

#include "guatu/intake/message_codes.hpp"

namespace guatu::intake {
namespace {

void merge(std::string& known, const std::string& said) {
  if (!said.empty()) known = said;
}

template <typename T>
void merge(std::optional<T>& known, const std::optional<T>& said) {
  if (said) known = said;
}

}  // namespace

ledger::ProjectRecord merged_record(const ledger::ProjectRecord& known, const ledger::ProjectRecord& said) {
  auto record = known;
  merge(record.code, said.code);
  if (!said.districts.empty()) record.districts = said.districts;
  merge(record.industry_department, said.industry_department);
  merge(record.owner, said.owner);
  merge(record.credit_code, said.credit_code);
  merge(record.field, said.field);
  merge(record.track, said.track);
  merge(record.content, said.content);
  merge(record.total_investment, said.total_investment);
  merge(record.year_plan, said.year_plan);
  merge(record.planned_start, said.planned_start);
  merge(record.leader, said.leader);
  merge(record.contact, said.contact);
  merge(record.phone, said.phone);
  merge(record.progress, said.progress);
  merge(record.problems, said.problems);
  merge(record.measures, said.measures);
  merge(record.note, said.note);
  return record;
}

Message issue_message(const ReadPart& part, const ledger::RevisionIssue& issue) {
  const auto place_of = [&](ledger::ReportedField field) {
    const auto found = part.places.find(field);
    return found == part.places.end() ? nullptr : &found->second;
  };
  const auto* place = place_of(issue.field);
  const auto* other = issue.other ? place_of(*issue.other) : nullptr;
  if (place == nullptr) place = other;
  const auto& shown = place == nullptr ? part.row : *place;
  Message message{issue.severity, issue.code,  shown.sheet, shown.cell,
                  shown.column,   shown.value, issue.text,  issue.remedy};
  if (other != nullptr && place != other) {
    message.text.zh += "（另见 " + cell_reference(*other) + "“" + other->value + "”）";
    message.text.en += " (see also " + cell_reference(*other) + " \"" + other->value + "\")";
  }
  return message;
}

}  // namespace guatu::intake
