#include "guatu/reporting/papers/open_parts.hpp"

namespace guatu::reporting {

std::vector<ledger::ProjectOnDay> projects_on_day(const BulletinInput& input) {
  std::vector<ledger::ProjectOnDay> projects;
  for (const auto& history : input.ledger.projects)
    if (history.in_campaign_on(input.as_of))
      projects.push_back(ledger::project_on_day(history, input.campaign, input.as_of));
  return projects;
}

std::vector<OpenPart> open_parts(const std::vector<ledger::ProjectOnDay>& projects) {
  std::vector<OpenPart> parts;
  for (const auto& project : projects)
    for (const auto& blocker : ledger::finish_blockers(project))
      parts.push_back({&project, blocker.procedure});
  return parts;
}

const UnitCode& line_of(const campaign::Campaign& campaign, const ledger::ProcedureOnDay& procedure) {
  const bool recorded = procedure.facts != nullptr && !procedure.facts->line.empty();
  return recorded ? procedure.facts->line : campaign.kinds[procedure.kind].line;
}

Turn turn_of(const ledger::ProcedureOnDay& procedure) {
  switch (procedure.state) {
    case ProcedureState::HandedUp:
      return Turn::Above;
    case ProcedureState::Submitted:
    case ProcedureState::InReview:
      return Turn::Department;
    case ProcedureState::Unknown:
      return Turn::Unreported;
    default:
      return Turn::Owner;
  }
}

std::string turn_words(Turn turn) {
  switch (turn) {
    case Turn::Owner:
      return "建设单位未申报";
    case Turn::Department:
      return "审批部门在办";
    case Turn::Above:
      return "已上报待批";
    case Turn::Unreported:
      break;
  }
  return "未填报";
}

std::int64_t days_overdue(const ledger::ProcedureOnDay& procedure, Date as_of) {
  if (!procedure.overdue || procedure.facts == nullptr || !procedure.facts->planned) return 0;
  return as_of - procedure.facts->planned->deadline();
}

std::string procedure_name(const campaign::Campaign& campaign, const ledger::ProcedureOnDay& procedure) {
  const auto& name = campaign.kinds[procedure.kind].name.zh;
  return procedure.part.empty() ? name : name + "（" + std::string(procedure.part) + "）";
}

}  // namespace guatu::reporting
