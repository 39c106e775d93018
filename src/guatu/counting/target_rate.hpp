#pragma once

#include <span>
#include <vector>

#include "guatu/counting/figures.hpp"
#include "guatu/counting/part_verdict.hpp"

/// The campaign's targets: measure, scope, threshold and deadline are data. Source: Plan 1; rules 4.
namespace guatu::counting {

/// What the parts of one project add to the target's rate. A single part alone is measured as a project of one part,
/// so that a unit that answers for procedures can be held against a target that counts projects.
[[nodiscard]] Ratio target_share(const campaign::Target& target, std::span<const PartCell> parts,
                                 Unverified unverified);

/// The target's rate over the whole input. Projects where nothing is applicable add nothing.
[[nodiscard]] Ratio target_ratio(const campaign::Target& target, const TallyInput& input);

/// In the campaign's order. Contract: an input for every deadline that lies before `request.now.as_of`.
[[nodiscard]] std::vector<TargetFigures> count_targets(const FiguresRequest& request, std::span<const Ratio> ceilings);

}  // namespace guatu::counting
