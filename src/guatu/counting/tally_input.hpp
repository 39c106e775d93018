#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/campaign/procedure_state.hpp"
#include "guatu/values/amount.hpp"

/// What counting and leagues see: cells as of one day, without history. A live ledger and a frozen snapshot both come
/// through this door. Source: rules 4.
namespace guatu::counting {

/// Position in `Campaign::units`; kNoUnit when there is none.
using UnitIndex = std::int32_t;
inline constexpr UnitIndex kNoUnit = -1;

struct PartCell {
  std::uint16_t kind = 0;       ///< Position in `Campaign::kinds`.
  std::uint16_t part_name = 0;  ///< Position in `TallyInput::part_names`; 0 is the unnamed part.
  UnitIndex line = kNoUnit;
  std::optional<Authority> authority;
  ProcedureState state = ProcedureState::Unknown;
  bool unverified = false;
  bool overdue = false;
  bool disputed = false;
  bool held_above = false;
  bool no_plan_date = false;
};

/// A project that is in the campaign on the day.
struct ProjectCells {
  ProjectId id;
  std::string name;
  UnitIndex responsible = kNoUnit;
  UnitIndex industry = kNoUnit;
  Amount total_investment, year_plan;
  bool finished_before =
      false;  ///< Already finished at the end of the dekad before, or before the campaign: not gained.
  std::uint32_t first_part =
      0;  ///< Its cells in `TallyInput::parts`, in catalogue order; a kind in force has at least one.
  std::uint32_t part_count = 0;
};

struct TallyInput {
  Date as_of;
  std::vector<ProjectCells> projects;  ///< By id.
  std::vector<PartCell> parts;
  std::vector<std::string> part_names{std::string{}};
};

}  // namespace guatu::counting
