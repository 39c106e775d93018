#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/campaign/procedure_state.hpp"

/// The procedures of one project that still have to be done, with what must come before them. Finished, handed-up and
/// not-applicable procedures are left out; a handed-up one lives on as `not_before` of its successors. Source: rules 10.
namespace guatu::planning {

/// `node` may start on the working day after `predecessor` has ended, plus `lag_days` working days.
struct Arc {
  std::uint16_t predecessor = 0;  ///< Position in `ProjectNetwork::nodes`.
  int lag_days = 0;
};

struct PlanNode {
  std::uint16_t kind = 0;  ///< Position in `Campaign::kinds`.
  std::string part;
  DayLimit duration;               ///< Of its variant, in its law's unit.
  Date deadline;                   ///< Of the target that applies to it.
  bool hand_up_meets = false;      ///< Region and state: the target asks for handing up, not for the decision.
  std::optional<Date> started_on;  ///< Accepted and not returned: a fact that stays fixed.
  std::optional<Date> not_before;  ///< Last day on which a handed-up predecessor may still be decided.
  std::vector<Arc> predecessors;   ///< Always nodes that stand before this one.
};

/// Shape: nodes in topological order.
struct ProjectNetwork {
  std::vector<PlanNode> nodes;
};

/// One part as the network is made from.
struct PlanPart {
  std::uint16_t kind = 0;
  std::string part;
  std::optional<Authority> authority;
  ProcedureState state = ProcedureState::Unknown;
  std::optional<Date> accepted_on;  ///< Of the acceptance that holds.
  std::optional<Date> handed_up_on;
  VariantCode variant;  ///< Empty: the kind's first.
};

/// The variant of a part that names none: the one that is called like the project's track, 审批, 核准 or 备案. Empty where a
/// kind has no such variant: its first one counts.
[[nodiscard]] VariantCode variant_on_track(const campaign::ProcedureKind& kind, std::optional<Track> track);

/// The network of a project's parts on its track. `deadline` replaces every target's when given.
/// Without a track every track's edges bind. Practice edges bind only by policy.
[[nodiscard]] ProjectNetwork make_network(const campaign::Campaign& campaign, const std::vector<PlanPart>& parts,
                                          std::optional<Track> track, std::optional<Date> deadline);

}  // namespace guatu::planning
