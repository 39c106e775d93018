#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/campaign/procedure_state.hpp"
#include "guatu/ledger/project.hpp"

/// A project as it stood on one day, and when it counts as finished. Pure: nobody reads a clock.
/// Source: Plan 1, target 1; rules 2 and 4.
namespace guatu::ledger {

/// One procedure part on one day.
struct ProcedureOnDay {
  std::size_t kind = 0;              ///< Position in `Campaign::kinds`.
  std::string_view part;             ///< Empty: the only one.
  const PartFacts* facts = nullptr;  ///< Nothing recorded yet: nullptr.
  ProcedureState state = ProcedureState::Unknown;
  std::optional<Authority> authority;
  bool unverified = false;
  bool overdue = false;
  bool disputed = false;
  bool held_above = false;  ///< 受上级前置制约: a predecessor decided by region or state is not finished.
};

/// Shape: one row per part of each kind in force that day, in catalogue order; a kind without a record has one row.
/// Lives no longer than the history that it was made from.
struct ProjectOnDay {
  const ProjectHistory* history = nullptr;
  bool in_campaign = false;
  UnitCode responsible;
  std::vector<ProcedureOnDay> procedures;
};

[[nodiscard]] ProjectOnDay project_on_day(const ProjectHistory& history, const campaign::Campaign& campaign, Date day);

/// Why a procedure does not count as finished yet.
enum class Hold { Unfinished, OnlyHandedUp, Unknown };

struct FinishBlocker {
  std::size_t procedure = 0;  ///< Position in `ProjectOnDay::procedures`.
  Hold hold = Hold::Unfinished;
  friend bool operator==(const FinishBlocker&, const FinishBlocker&) = default;
};

/// What keeps `project` from counting as finished. Empty means: nothing does.
/// Errors: none. "Not finished yet" is an answer, not a failure.
[[nodiscard]] std::vector<FinishBlocker> finish_blockers(const ProjectOnDay& project);

/// What a held-above procedure waits for: positions of its binding predecessors that region or state decides and that are
/// open. Empty exactly when it is not `held_above`.
[[nodiscard]] std::vector<std::size_t> held_by(const ProjectOnDay& project, std::size_t procedure,
                                               const campaign::Campaign& campaign);

/// A fault: every kind is not applicable, so the project stands outside every rate.
[[nodiscard]] bool nothing_applicable(const ProjectOnDay& project);

/// Every procedure finished or not applicable, at least one finished.
[[nodiscard]] bool finished(const ProjectOnDay& project);

}  // namespace guatu::ledger
