#pragma once

#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/counting/figures.hpp"

/// What a mayor reads in ten seconds. Source: rules 4; Plan 1.
namespace guatu::reporting {

/// How far a project target still is: projects missing, days left, dekads left, needed per dekad.
struct DistanceToTarget {
  std::int64_t missing_projects = 0;  ///< 0: reached.
  int days_left = 0;                  ///< Calendar days to the deadline, 0 on it, below 0 after it.
  int dekads_left = 0;                ///< Dekads that end after `as_of` and by the deadline.
  std::int64_t needed_per_dekad = 0;  ///< Rounded up; all of them when no dekad is left.
  friend bool operator==(const DistanceToTarget&, const DistanceToTarget&) = default;
};

/// Contract: `target` has a threshold with a denominator above 0.
[[nodiscard]] DistanceToTarget distance_to(const counting::TargetFigures& target, Date as_of);

/// Whether a target counts projects; otherwise it counts procedures.
[[nodiscard]] bool counts_projects(const campaign::Campaign& campaign, const counting::TargetFigures& target);

/// What a target counts, after a number: 个项目, or 项手续 for procedures.
[[nodiscard]] Bilingual counted_things(const campaign::Campaign& campaign, const counting::TargetFigures& target);

/// Lines: finished of counted with change and gain · distance to the first target · 达标 · procedures · what needs attention.
[[nodiscard]] std::vector<Bilingual> headline(const campaign::Campaign& campaign, const counting::Figures& figures,
                                              Date as_of);

}  // namespace guatu::reporting
