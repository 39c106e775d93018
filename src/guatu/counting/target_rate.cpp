#include "guatu/counting/target_rate.hpp"

#include <algorithm>

#include "guatu/base/contract.hpp"
#include "guatu/counting/project_rate.hpp"
#include "guatu/counting/shown_rate.hpp"

namespace guatu::counting {
namespace {

using campaign::Measure;

Ratio share_of_projects(const campaign::Target& target, std::span<const PartCell> parts, Unverified unverified) {
  const auto verdict = judge_parts(parts, unverified, target.scope);
  const bool done = target.measure == Measure::ProjectsFinished ? verdict.finished : verdict.meets;
  return {done ? 1 : 0, verdict.counted ? 1 : 0};
}

Ratio share_of_parts(const campaign::Target& target, std::span<const PartCell> parts, Unverified unverified) {
  const bool handed_up_is_enough = target.measure == Measure::ProceduresHandedUp;
  Ratio share;
  for (const auto& part : parts) {
    if (!is_applicable(part) || !is_in_scope(part.authority, target.scope)) continue;
    share.denominator += 1;
    const bool handed_up = handed_up_is_enough && part.state == ProcedureState::HandedUp;
    share.numerator += is_finished(part, unverified) || handed_up ? 1 : 0;
  }
  return share;
}

/// None before the deadline while below, and where there is nothing to count.
std::optional<bool> is_target_met(const Ratio& ratio, const campaign::Target& target, Date as_of) {
  if (!ratio.is_defined()) return std::nullopt;
  if (compare(ratio, target.threshold) >= 0) return true;
  if (as_of < target.deadline) return std::nullopt;
  return false;
}

const TargetFigures* find_before(const Figures* before, const std::string& id) {
  if (before == nullptr) return nullptr;
  const auto found = std::ranges::find(before->targets, id, &TargetFigures::id);
  return found == before->targets.end() ? nullptr : &*found;
}

}  // namespace

Ratio target_share(const campaign::Target& target, std::span<const PartCell> parts, Unverified unverified) {
  switch (target.measure) {
    case Measure::ProjectsFinished:
    case Measure::ProjectsMeet:
      return share_of_projects(target, parts, unverified);
    case Measure::ProceduresFinished:
    case Measure::ProceduresHandedUp:
      break;
  }
  return share_of_parts(target, parts, unverified);
}

Ratio target_ratio(const campaign::Target& target, const TallyInput& input) {
  Ratio sum;
  for (const auto& project : input.projects) {
    const auto share = target_share(target, parts_of(input, project), Unverified::Counted);
    sum = {sum.numerator + share.numerator, sum.denominator + share.denominator};
  }
  return sum;
}

std::vector<TargetFigures> count_targets(const FiguresRequest& request, std::span<const Ratio> ceilings) {
  std::vector<TargetFigures> figures;
  const auto& targets = request.campaign.targets;
  const auto as_of = request.now.as_of;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto& target = targets[i];
    const auto* before = find_before(request.before, target.id);
    const auto running = target_ratio(target, request.now);
    auto ratio = running;
    // After the deadline the value on the deadline day, as known; the running value stands beside it.
    if (target.deadline < as_of) {
      GUATU_REQUIRE(i < request.at_deadline.size() && request.at_deadline[i] != nullptr);
      ratio = target_ratio(target, *request.at_deadline[i]);
    }
    figures.push_back({target.id, target.name, shown_rate(ratio, ceilings, before ? &before->rate : nullptr),
                       shown_rate(running, ceilings, before ? &before->running : nullptr), target.threshold,
                       target.deadline, is_target_met(ratio, target, as_of)});
  }
  return figures;
}

}  // namespace guatu::counting
