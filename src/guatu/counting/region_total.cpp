#include "guatu/counting/region_total.hpp"

#include <algorithm>

#include "guatu/counting/shown_rate.hpp"

namespace guatu::counting {
namespace {

void add(Ratio& sum, const Ratio& part) {
  sum.numerator += part.numerator;
  sum.denominator += part.denominator;
}

void add(Invested& sum, const Invested& part) {
  sum.counted = sum.counted + part.counted;
  sum.finished = sum.finished + part.finished;
  sum.meets = sum.meets + part.meets;
}

void add(ProjectFigures& sum, const ProjectFigures& part) {
  sum.counted += part.counted;
  sum.finished += part.finished;
  sum.meets += part.meets;
  sum.gained += part.gained;
  add(sum.finished_rate.ratio, part.finished_rate.ratio);
  add(sum.meets_rate.ratio, part.meets_rate.ratio);
  add(sum.invested, part.invested);
  add(sum.year_plan, part.year_plan);
}

void add(ProcedureFigures& sum, const ProcedureFigures& part) {
  add(sum.strict.ratio, part.strict.ratio);
  add(sum.regional.ratio, part.regional.ratio);
  sum.overdue += part.overdue;
  sum.unverified += part.unverified;
  sum.disputed += part.disputed;
  sum.held_above += part.held_above;
  sum.not_submitted += part.not_submitted;
  sum.in_work += part.in_work;
}

void add(StateCounts& sum, const StateCounts& part) {
  sum.total += part.total;
  for (std::size_t i = 0; i < sum.by_state.size(); ++i)
    sum.by_state[i] += part.by_state[i];
  add(sum.strict.ratio, part.strict.ratio);
  add(sum.regional.ratio, part.regional.ratio);
}

void add_kinds(std::vector<KindFigures>& sums, const std::vector<KindFigures>& kinds) {
  for (const auto& kind : kinds) {
    auto found = std::ranges::find(sums, kind.kind, &KindFigures::kind);
    if (found == sums.end()) found = sums.insert(sums.end(), {kind.kind, kind.name, {}});
    add(found->counts, kind.counts);
  }
}

void add_targets(std::vector<RegionTarget>& sums, const std::vector<TargetFigures>& targets) {
  for (const auto& target : targets) {
    auto found = std::ranges::find(sums, target.id, &RegionTarget::id);
    if (found == sums.end()) found = sums.insert(sums.end(), {target.id, target.name, 0, 0, 0});
    ++found->cities;
    if (target.met) ++(*target.met ? found->met : found->missed);
  }
}

std::vector<Ratio> thresholds_of(std::span<const Figures* const> cities) {
  std::vector<Ratio> thresholds;
  for (const auto* city : cities)
    for (const auto& target : city->targets)
      if (std::ranges::find(thresholds, target.threshold) == thresholds.end()) thresholds.push_back(target.threshold);
  return thresholds;
}

}  // namespace

RegionTotal add_up_cities(std::span<const Figures* const> cities) {
  RegionTotal total;
  for (const auto* city : cities) {
    add(total.projects, city->projects);
    add(total.procedures, city->procedures);
    add_kinds(total.by_kind, city->by_kind);
    add_targets(total.targets, city->targets);
  }
  const auto ceilings = thresholds_of(cities);
  const auto show = [&](Rate& rate) { rate = shown_rate(rate.ratio, ceilings, nullptr); };
  for (auto* rate : {&total.projects.finished_rate, &total.projects.meets_rate, &total.procedures.strict,
                     &total.procedures.regional})
    show(*rate);
  for (auto& kind : total.by_kind) {
    show(kind.counts.strict);
    show(kind.counts.regional);
  }
  return total;
}

}  // namespace guatu::counting
