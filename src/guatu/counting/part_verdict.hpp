#pragma once

#include <span>

#include "guatu/counting/tally_input.hpp"

/// What one procedure part counts as. "Procedure" in any count means part. Source: rules 4.
namespace guatu::counting {

/// Whether a completion that nobody could verify (已报未核) counts: everywhere, but not in an assessment cut's score.
/// Source: rules 2.
enum class Unverified { Counted, LeftOut };

[[nodiscard]] inline std::span<const PartCell> parts_of(const TallyInput& input, const ProjectCells& project) {
  return std::span(input.parts).subspan(project.first_part, project.part_count);
}

/// Every state but `not_applicable`; an unknown cell is applicable.
[[nodiscard]] inline bool is_applicable(const PartCell& part) {
  return part.state != ProcedureState::NotApplicable;
}

[[nodiscard]] inline bool is_finished(const PartCell& part, Unverified unverified) {
  return part.state == ProcedureState::Finished && (unverified == Unverified::Counted || !part.unverified);
}

/// Finished, or handed up where region or state decides. A missing authority counts with city and county.
[[nodiscard]] inline bool is_met(const PartCell& part, Unverified unverified) {
  return is_finished(part, unverified) ||
         (part.state == ProcedureState::HandedUp && decides_above_city(part.authority));
}

/// Work remains for owner or department: neither finished, handed up nor not applicable.
[[nodiscard]] inline bool is_open(const PartCell& part) {
  return is_applicable(part) && part.state != ProcedureState::Finished && part.state != ProcedureState::HandedUp;
}

/// A missing authority counts with city and county.
[[nodiscard]] inline bool is_in_scope(std::optional<Authority> authority, campaign::AuthorityScope scope) {
  return scope == campaign::AuthorityScope::All ||
         (scope == campaign::AuthorityScope::RegionAndState) == decides_above_city(authority);
}

}  // namespace guatu::counting
