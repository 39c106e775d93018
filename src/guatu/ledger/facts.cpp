#include "guatu/ledger/facts.hpp"

#include <array>

namespace guatu::ledger {
namespace {

struct ReasonRow {
  NotApplicableReason reason;
  std::string_view name;
  const char* zh;
  const char* en;
};

constexpr std::array<ReasonRow, 5> kReasons{
    {{NotApplicableReason::NotInvolved, "not_involved", "不涉及", "not involved"},
     {NotApplicableReason::Exempt, "exempt", "豁免", "exempt"},
     {NotApplicableReason::ExistingApproval, "existing_approval", "沿用已有批复", "existing approval used"},
     {NotApplicableReason::MergedProcessing, "merged_processing", "并联合并办理", "handled together with another"},
     {NotApplicableReason::RegionalAssessment, "regional_assessment", "区域评估替代",
      "covered by a regional assessment"}}};

}  // namespace

std::string_view not_applicable_reason_name(NotApplicableReason reason) {
  return kReasons[static_cast<std::size_t>(reason)].name;
}

std::optional<NotApplicableReason> find_not_applicable_reason(std::string_view name) {
  for (const auto& row : kReasons)
    if (row.name == name) return row.reason;
  return std::nullopt;
}

Bilingual not_applicable_reason_words(NotApplicableReason reason) {
  const auto& row = kReasons[static_cast<std::size_t>(reason)];
  return {row.zh, row.en};
}

}  // namespace guatu::ledger
