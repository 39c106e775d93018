#pragma once

#include <vector>

#include "guatu/ledger/finish_rule.hpp"
#include "guatu/reporting/bulletin_input.hpp"

namespace guatu::reporting {

/// Every project in the campaign on the day of `input`, as it stands.
[[nodiscard]] std::vector<ledger::ProjectOnDay> projects_on_day(const BulletinInput& input);

/// A part that keeps its project from counting as finished.
struct OpenPart {
  const ledger::ProjectOnDay* project = nullptr;
  std::size_t position = 0;  ///< In `project->procedures`.

  [[nodiscard]] const ledger::ProcedureOnDay& procedure() const { return project->procedures[position]; }
};

/// In the order of projects and of the catalogue. Refers to `projects`.
[[nodiscard]] std::vector<OpenPart> open_parts(const std::vector<ledger::ProjectOnDay>& projects);

/// The line department: as recorded, otherwise the kind's own.
[[nodiscard]] const UnitCode& line_of(const campaign::Campaign& campaign, const ledger::ProcedureOnDay& procedure);

/// Where an open part is stuck: whose turn it is.
enum class Turn { Owner, Department, Above, Unreported };
[[nodiscard]] Turn turn_of(const ledger::ProcedureOnDay& procedure);
/// 建设单位未申报, 审批部门在办, 已上报待批, 未填报
[[nodiscard]] std::string turn_words(Turn turn);

/// Days past the plan date; 0 when there is none, or when it is not overdue.
[[nodiscard]] std::int64_t days_overdue(const ledger::ProcedureOnDay& procedure, Date as_of);

/// 立项（一标段）
[[nodiscard]] std::string procedure_name(const campaign::Campaign& campaign, const ledger::ProcedureOnDay& procedure);

}  // namespace guatu::reporting
