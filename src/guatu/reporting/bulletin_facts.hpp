#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/reporting/bulletin_input.hpp"

/// What a bulletin says beyond figures and leagues. Each value is computed once from the input and shown alike in paper and
/// JSON. Source: rules 3 and 4; domain 7.3.
namespace guatu::reporting {

/// Counted projects of the districts, or of everybody else.
struct Side {
  std::int64_t counted = 0, finished = 0, meets = 0;
  Amount invested, year_plan;
  counting::Rate finished_rate;
};
struct Split {
  Side districts;    ///< A unit with the capacity `district` is responsible.
  Side departments;  ///< Any other unit.
};
[[nodiscard]] Split split_by_side(const BulletinInput& input);

/// Open procedures of one kind that region or state decides and that others wait for.
struct UpperHold {
  std::size_t kind = 0;  ///< Position in `Campaign::kinds`.
  Authority authority = Authority::Region;
  std::int64_t held = 0;         ///< Procedures that wait for them; one that waits for two kinds counts with both.
  std::int64_t open = 0;         ///< The open procedures themselves…
  std::int64_t handed_up = 0;    ///< …of which the papers have been handed up…
  std::optional<Date> earliest;  ///< …the first of them on this day.
};
/// In catalogue order, state before region.
[[nodiscard]] std::vector<UpperHold> upper_holds(const BulletinInput& input);

/// What lies with one line department, by whose turn it is.
struct LineLoad {
  UnitCode unit;
  std::int64_t not_submitted = 0;  ///< The owner's turn.
  std::int64_t in_work = 0;        ///< The department's turn.
  std::int64_t handed_up = 0;      ///< The turn of region or state.
  std::int64_t held_above = 0, overdue = 0;
};
/// Departments with anything open, in the campaign's order.
[[nodiscard]] std::vector<LineLoad> line_loads(const BulletinInput& input);

struct LifeChange {
  ProjectId project;
  std::string name;  ///< Before the change.
  ledger::LifeEvent event;
};
struct RevokedCompletion {
  ProjectId project;
  std::string name;
  std::size_t kind = 0;
  std::string part;
  ledger::Revocation revocation;
};
/// What happened after the dekad before had ended, up to `as_of`.
struct DekadChanges {
  std::vector<std::string> gained;  ///< Names of the projects finished since.
  std::vector<LifeChange> life;     ///< By day, then project; without assumed joins.
  std::int64_t first_reported = 0;  ///< Projects that a return brought in.
  std::vector<RevokedCompletion> revoked;
  std::optional<std::string> moved_points;  ///< What life events moved the 办结率 by, "-0.3".
};
[[nodiscard]] DekadChanges dekad_changes(const BulletinInput& input);

/// The day of signing: of the newest commit known, not before `as_of`.
[[nodiscard]] Date issued_on(const BulletinInput& input);

}  // namespace guatu::reporting
