#include "guatu/ledger/source_dispute.hpp"

#include <array>

#include "guatu/campaign/authority.hpp"
#include "guatu/campaign/procedure_state.hpp"

namespace guatu::ledger {
namespace {

struct FieldWords {
  DisputedField field;
  std::string_view name;
  const char* zh;
  const char* en;
};

constexpr std::array kFields{
    FieldWords{DisputedField::State, "state", "状态", "state"},
    FieldWords{DisputedField::FinishedOn, "finished_on", "办结时间", "finish day"},
    FieldWords{DisputedField::DocumentNumber, "document_number", "批复文号", "document number"},
    FieldWords{DisputedField::Authority, "authority", "审批层级", "authority"},
};

}  // namespace

std::string_view disputed_field_name(DisputedField field) {
  return kFields[static_cast<std::size_t>(field)].name;
}

std::optional<DisputedField> find_disputed_field(std::string_view name) {
  for (const auto& each : kFields)
    if (each.name == name) return each.field;
  return std::nullopt;
}

Bilingual disputed_field_words(DisputedField field) {
  const auto& words = kFields[static_cast<std::size_t>(field)];
  return {words.zh, words.en};
}

Bilingual disputed_value_words(DisputedField field, const std::string& value) {
  if (value.empty()) return {"未填报", "nothing"};
  if (field == DisputedField::State)
    if (const auto state = find_state(value)) return state_words(*state);
  if (field == DisputedField::Authority)
    if (const auto authority = find_authority(value)) return authority_words(*authority);
  return {value, value};
}

bool is_open_on(const SourceDispute& dispute, Date day) {
  return dispute.opened_on <= day && (!dispute.closed_on || day < *dispute.closed_on);
}

DisputedParts disputed_parts(const std::vector<SourceDispute>& disputes, Date day) {
  DisputedParts parts;
  for (const auto& dispute : disputes)
    if (is_open_on(dispute, day)) parts.emplace(dispute.key.project.text(), dispute.key.kind.text(), dispute.key.part);
  return parts;
}

}  // namespace guatu::ledger
