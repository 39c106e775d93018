#include "guatu/counting/trend.hpp"

#include <algorithm>

#include "guatu/base/contract.hpp"

namespace guatu::counting {
namespace {

using campaign::Measure;
using campaign::Target;

std::int64_t quotient_up(std::int64_t a, std::int64_t b) {
  return (a + b - 1) / b;
}

bool counts_projects(const Target& target) {
  return target.measure == Measure::ProjectsFinished || target.measure == Measure::ProjectsMeet;
}

/// The next target by deadline that counts projects; after the last deadline the last one.
const Target* target_in_force(const campaign::Campaign& campaign, Date day) {
  const Target* next = nullptr;
  const Target* last = nullptr;
  for (const auto& target : campaign.targets) {
    if (!counts_projects(target)) continue;
    if (last == nullptr || last->deadline < target.deadline) last = &target;
    if (day <= target.deadline && (next == nullptr || target.deadline < next->deadline)) next = &target;
  }
  return next != nullptr ? next : last;
}

int dekads_between(Date as_of, Date deadline) {
  int count = 0;
  for (auto dekad = dekad_of(as_of); dekad.last_day() <= deadline; dekad = dekad.next())
    count += as_of < dekad.last_day() ? 1 : 0;
  return count;
}

TargetPace pace_of(const TrendInput& input, std::size_t i) {
  const auto& target = input.campaign.targets[i];
  TargetPace pace;
  pace.target = i;
  pace.needed = needed_for(target.threshold, input.targets[i].denominator);
  pace.done = input.targets[i].numerator;
  pace.remaining = std::max<std::int64_t>(0, pace.needed - pace.done);
  pace.days_left = std::max(0, target.deadline - input.as_of);
  pace.dekads_left = dekads_between(input.as_of, target.deadline);
  if (pace.remaining == 0)
    pace.per_dekad = 0;
  else if (pace.dekads_left > 0)
    pace.per_dekad = quotient_up(pace.remaining, pace.dekads_left);
  return pace;
}

TrendPoint point_of(const TrendInput& input, const Dekad& dekad, std::size_t place) {
  TrendPoint point;
  point.dekad = dekad;
  const auto day = dekad.last_day();
  if (place < input.past.size()) point.count = input.past[place];
  for (const auto& plan : input.plans) {
    point.planned += plan.current && *plan.current <= day ? 1 : 0;
    point.baseline += plan.baseline && *plan.baseline <= day ? 1 : 0;
  }
  const auto counted = point.count ? point.count->counted : input.counted;
  if (const auto* target = target_in_force(input.campaign, day)) point.target = needed_for(target->threshold, counted);
  return point;
}

}  // namespace

std::int64_t needed_for(const Ratio& threshold, std::int64_t counted) {
  GUATU_REQUIRE(threshold.denominator > 0);
  return quotient_up(threshold.numerator * counted, threshold.denominator);
}

std::vector<Dekad> dekads_of(const campaign::Campaign& campaign) {
  std::vector<Dekad> dekads;
  for (auto dekad = campaign.first_dekad; dekad.first_day() <= campaign.ends_on; dekad = dekad.next())
    dekads.push_back(dekad);
  return dekads;
}

Trend draw_trend(const TrendInput& input) {
  GUATU_REQUIRE(input.targets.size() == input.campaign.targets.size());
  Trend trend{input.as_of, input.counted, input.finished, std::max(0, input.campaign.ends_on - input.as_of), {}, {}};
  for (std::size_t i = 0; i < input.targets.size(); ++i)
    if (counts_projects(input.campaign.targets[i])) trend.targets.push_back(pace_of(input, i));
  const auto dekads = dekads_of(input.campaign);
  for (std::size_t i = 0; i < dekads.size(); ++i)
    trend.points.push_back(point_of(input, dekads[i], i));
  return trend;
}

}  // namespace guatu::counting
