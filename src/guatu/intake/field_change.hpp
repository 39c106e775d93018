#pragma once

#include <string>
#include <vector>

#include "guatu/intake/form_reading.hpp"
#include "guatu/ledger/revise.hpp"

/// A return's change set by cell: each value that it brings anew or differently, before and after, with the cell that says
/// so. Source: contract 4; rules 3 (the source of a revision).
namespace guatu::intake {

struct FieldChange {
  ProjectId project{};
  std::string name{};   ///< The project's, as the row writes it.
  KindCode kind{};      ///< Empty for a field of the project itself.
  std::string label{};  ///< The kind's name, for people.
  std::string part{};
  std::string field{};            ///< A column of the ledger: "state", "finished_on", "total_investment" …
  std::string before{}, after{};  ///< Days ISO, money in yuan, codes as in JSON; empty: nothing known.
  Place place{};
};

/// What `after` says that `before` did not, in the order of the ledger's columns. A field whose cell was not kept is
/// named at the row.
[[nodiscard]] std::vector<FieldChange> project_field_changes(const ReadProject& row,
                                                             const ledger::ProjectRecord& before,
                                                             const ledger::ProjectRecord& after);

/// The same for one part, with its state on `report_day`.
[[nodiscard]] std::vector<FieldChange> part_field_changes(const ReadProject& row, const ReadPart& part,
                                                          const ProjectId& project, const ledger::PartFacts& before,
                                                          const ledger::PartFacts& after, Date report_day);

}  // namespace guatu::intake
