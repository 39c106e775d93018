#include "guatu/usecases/sample/completion_curve.hpp"

#include <algorithm>
#include <array>

namespace guatu::usecases {
namespace {

/// Part of the threshold that is reached after a part of the time to the deadline, both in permille.
struct Point {
  int done, time;
};
constexpr std::array<Point, 9> kShape{
    {{0, -350}, {30, 0}, {80, 150}, {160, 300}, {290, 450}, {480, 600}, {690, 750}, {890, 900}, {1000, 1000}}};

constexpr int kDoneAtTheEnd = 930;
constexpr int kDaysOfStragglers = 90;

int between(int value, int from, int to, int first, int last) {
  return from == to ? last : first + (last - first) * (value - from) / (to - from);
}

}  // namespace

CompletionCurve::CompletionCurve(const campaign::Campaign& campaign)
    : starts_on_(campaign.starts_on),
      deadline_(campaign.starts_on + (campaign.ends_on - campaign.starts_on) * 3 / 4),
      ends_on_(campaign.ends_on) {
  const auto by_project = [](const campaign::Target& target) {
    return target.measure == campaign::Measure::ProjectsFinished || target.measure == campaign::Measure::ProjectsMeet;
  };
  const auto found = std::ranges::find_if(campaign.targets, by_project);
  if (found == campaign.targets.end()) return;
  deadline_ = std::clamp(found->deadline, starts_on_ + 1, std::max(ends_on_, starts_on_ + 1));
  threshold_ = static_cast<int>(found->threshold.numerator * 1000 / found->threshold.denominator);
  // A target of "all of them" is missed by a few in any real campaign.
  threshold_ = std::min(threshold_, kDoneAtTheEnd - 20);
}

Date CompletionCurve::day_of(int permille) const {
  if (permille > threshold_) {
    if (permille <= kDoneAtTheEnd)
      return deadline_ + between(permille, threshold_, kDoneAtTheEnd, 0, static_cast<int>(ends_on_ - deadline_));
    return ends_on_ + 1 + between(permille, kDoneAtTheEnd, 1000, 0, kDaysOfStragglers);
  }
  const int done = permille * 1000 / threshold_;
  const auto* next = std::ranges::find_if(kShape, [done](const Point& point) { return done <= point.done; });
  if (next == kShape.begin()) ++next;
  const auto* before = next - 1;
  const int time = between(done, before->done, next->done, before->time, next->time);
  return starts_on_ + static_cast<int>(deadline_ - starts_on_) * time / 1000;
}

}  // namespace guatu::usecases
