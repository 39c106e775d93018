#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/ledger/project_list.hpp"
#include "guatu/ledger/source_dispute.hpp"

/// Everything recorded, as known at one commit number.
namespace guatu::ledger {

/// A unit's return that was taken for a dekad.
struct ReturnReceived {
  UnitCode unit;
  Dekad dekad;
  std::string file;
  std::int64_t rows = 0;
  friend bool operator==(const ReturnReceived&, const ReturnReceived&) = default;
};

/// A line of table 3 (annex 3), nine columns. Source: contract 4; domain 1.5.
struct UpperProblem {
  std::string project_name;
  std::optional<ProjectId> project;
  std::optional<Amount> total_investment, year_plan;
  std::string progress;
  UnitCode raised_by;
  std::string problem;
  std::string upper_departments;
  std::string city_department;
  friend bool operator==(const UpperProblem&, const UpperProblem&) = default;
};

/// A unit's list of problems for region and state; the newest replaces the earlier ones.
struct UpperProblemList {
  UnitCode unit;
  Dekad dekad;
  std::vector<UpperProblem> problems;
  friend bool operator==(const UpperProblemList&, const UpperProblemList&) = default;
};

struct Ledger {
  std::int64_t seq = 0;  ///< Known at this commit.
  ProjectList projects;
  std::vector<ReturnReceived> returns;
  std::vector<UpperProblemList> upper_problems;
  std::vector<SourceDispute> disputes;  ///< Open and closed, by subject.
};

/// "P0001", "P0002", …: the next id after the highest in use.
[[nodiscard]] ProjectId next_project_id(const ProjectList& projects);
/// The id that follows; "P0001" after the empty one.
[[nodiscard]] ProjectId project_id_after(const ProjectId& id);

/// Units that are responsible for a project in the campaign on `day` and whose return for the newest dekad that had ended
/// by then (or ends on it) is missing: their facts are carried, 沿用上旬. In code order. Source: rules 3.
[[nodiscard]] std::vector<UnitCode> carried_units(const Ledger& ledger, Date day, const Dekad& first_dekad);

}  // namespace guatu::ledger
