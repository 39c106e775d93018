#include "guatu/planning/network.hpp"

#include <algorithm>

namespace guatu::planning {
namespace {

using campaign::AuthorityScope;
using campaign::Campaign;
using campaign::Measure;
using campaign::Predecessor;
using campaign::ProcedureKind;

bool open(ProcedureState state) {
  return state != ProcedureState::Finished && state != ProcedureState::HandedUp &&
         state != ProcedureState::NotApplicable;
}

bool binds(const Predecessor& edge, std::optional<Track> track, const campaign::Policy& policy) {
  if (edge.edge == campaign::EdgeKind::Practice && !policy.practice_edges) return false;
  return edge.tracks.empty() || !track || std::ranges::find(edge.tracks, *track) != edge.tracks.end();
}

std::string_view track_word(Track track) {
  switch (track) {
    case Track::Approval:
      return "审批";
    case Track::Sanction:
      return "核准";
    case Track::Filing:
      return "备案";
  }
  return {};
}

DayLimit limit_of(const ProcedureKind& kind, const VariantCode& variant) {
  const auto found = std::ranges::find(kind.variants, variant, &campaign::Variant::code);
  if (found != kind.variants.end()) return found->legal_limit;
  return kind.variants.empty() ? DayLimit{} : kind.variants.front().legal_limit;
}

/// The procedure target whose scope holds the authority, otherwise the campaign's last day.
Date deadline_of(const Campaign& campaign, std::optional<Authority> authority) {
  const bool above = decides_above_city(authority);
  for (const auto& target : campaign.targets) {
    if (target.measure != Measure::ProceduresFinished && target.measure != Measure::ProceduresHandedUp) continue;
    if (target.scope == AuthorityScope::All || (target.scope == AuthorityScope::RegionAndState) == above)
      return target.deadline;
  }
  return campaign.ends_on;
}

bool hand_up_meets(const Campaign& campaign, std::optional<Authority> authority) {
  return decides_above_city(authority) && std::ranges::any_of(campaign.targets, [](const auto& target) {
           return target.measure == Measure::ProceduresHandedUp;
         });
}

/// Kinds so that every predecessor stands before its successors; catalogue order among equals. Campaign files with cycles
/// are refused, so this ends.
std::vector<std::uint16_t> topological_order(const Campaign& campaign, std::optional<Track> track) {
  const auto count = campaign.kinds.size();
  std::vector<std::uint16_t> order;
  std::vector<bool> placed(count, false);
  const auto ready = [&](const ProcedureKind& kind) {
    return std::ranges::all_of(kind.predecessors, [&](const Predecessor& edge) {
      if (!binds(edge, track, campaign.policy)) return true;
      const auto before = std::ranges::find(campaign.kinds, edge.kind, &ProcedureKind::code);
      return before == campaign.kinds.end() || placed[static_cast<std::size_t>(before - campaign.kinds.begin())];
    });
  };
  while (order.size() < count) {
    const auto before = order.size();
    for (std::size_t kind = 0; kind < count; ++kind) {
      if (placed[kind] || !ready(campaign.kinds[kind])) continue;
      placed[kind] = true;
      order.push_back(static_cast<std::uint16_t>(kind));
    }
    // Edges that only some tracks have may close a circle when no track is known: cut it at the first kind left.
    if (order.size() == before) {
      const auto left = static_cast<std::size_t>(std::ranges::find(placed, false) - placed.begin());
      placed[left] = true;
      order.push_back(static_cast<std::uint16_t>(left));
    }
  }
  return order;
}

/// Adds what `before` means for `node`: an arc when it is open, a day to wait for when it is handed up.
void follow(const Campaign& campaign, const ProjectNetwork& network, const std::vector<PlanPart>& parts,
            const Predecessor& edge, PlanNode& node) {
  for (std::size_t i = 0; i < network.nodes.size(); ++i)
    if (campaign.kinds[network.nodes[i].kind].code == edge.kind)
      node.predecessors.push_back({static_cast<std::uint16_t>(i), edge.lag_days});
  for (const auto& part : parts) {
    const auto& kind = campaign.kinds[part.kind];
    if (kind.code != edge.kind || part.state != ProcedureState::HandedUp || !part.handed_up_on) continue;
    const auto decided = limit_ends_on(*part.handed_up_on, limit_of(kind, part.variant), {}, campaign.calendar);
    node.not_before =
        std::max(node.not_before.value_or(decided), campaign.calendar.add_working_days(decided, edge.lag_days));
  }
}

}  // namespace

VariantCode variant_on_track(const ProcedureKind& kind, std::optional<Track> track) {
  if (!track) return {};
  const auto word = track_word(*track);
  const auto found =
      std::ranges::find_if(kind.variants, [word](const auto& variant) { return variant.name.zh == word; });
  return found == kind.variants.end() ? VariantCode{} : found->code;
}

ProjectNetwork make_network(const Campaign& campaign, const std::vector<PlanPart>& parts, std::optional<Track> track,
                            std::optional<Date> deadline) {
  ProjectNetwork network;
  for (const auto kind_index : topological_order(campaign, track)) {
    const auto& kind = campaign.kinds[kind_index];
    std::vector<PlanNode> nodes;
    for (const auto& part : parts) {
      if (part.kind != kind_index || !open(part.state)) continue;
      PlanNode node;
      node.kind = kind_index;
      node.part = part.part;
      node.duration = limit_of(kind, part.variant);
      node.deadline = deadline.value_or(deadline_of(campaign, part.authority));
      node.hand_up_meets = !deadline && hand_up_meets(campaign, part.authority);
      if (part.state == ProcedureState::InReview) node.started_on = part.accepted_on;
      for (const auto& edge : kind.predecessors)
        if (binds(edge, track, campaign.policy)) follow(campaign, network, parts, edge, node);
      nodes.push_back(std::move(node));
    }
    std::ranges::move(nodes, std::back_inserter(network.nodes));
  }
  return network;
}

}  // namespace guatu::planning
