#include "guatu/planning/rcpsp/bounds.hpp"

#include <algorithm>
#include <numeric>

namespace guatu::planning::rcpsp {
namespace {

constexpr Activity kMostForSets = 2'000;
constexpr Activity kMostForEnergy = 250;

std::int64_t work(const Instance& instance, Activity activity, std::int32_t resource) {
  return static_cast<std::int64_t>(instance.need(activity, resource)) * instance.duration(activity);
}

Time rounded_up(std::int64_t work, std::int64_t capacity) {
  return static_cast<Time>((work + capacity - 1) / capacity);
}

/// Activities that take part in `resource`, the longest tail first.
std::vector<Activity> users_by_tail(const Instance& instance, const Paths& paths, std::int32_t resource) {
  std::vector<Activity> users;
  for (Activity activity = 0; activity < instance.size(); ++activity)
    if (work(instance, activity, resource) > 0) users.push_back(activity);
  std::ranges::sort(users, [&](Activity a, Activity b) {
    return paths.tail[a] != paths.tail[b] ? paths.tail[a] > paths.tail[b] : a < b;
  });
  return users;
}

/// The best bound of the sets whose members begin at `from` or later.
Time bound_from(const Instance& instance, const Paths& paths, std::int32_t resource, const std::vector<Activity>& users,
                Time from) {
  Time bound = 0;
  std::int64_t together = 0;
  for (const auto activity : users) {
    if (paths.head[activity] < from) continue;
    together += work(instance, activity, resource);
    bound = std::max(bound, from + rounded_up(together, instance.capacity(resource)) + paths.tail[activity]);
  }
  return bound;
}

std::vector<Time> distinct(std::vector<Time> times) {
  std::ranges::sort(times);
  times.erase(std::ranges::unique(times).begin(), times.end());
  return times;
}

/// What every schedule that ends by `deadline` has to do of `activity` between `from` and `to`.
Time time_within(const Instance& instance, const Paths& paths, Activity activity, Time deadline, Time from, Time to) {
  const auto duration = instance.duration(activity);
  const auto leftmost = paths.head[activity] + duration - from;
  const auto rightmost = to - (deadline - paths.tail[activity] - duration);
  return std::max(0, std::min({duration, to - from, leftmost, rightmost}));
}

bool overfull(const Instance& instance, const Paths& paths, Time deadline, Time from, Time to,
              std::vector<std::int64_t>& used) {
  std::ranges::fill(used, 0);
  for (Activity activity = 0; activity < instance.size(); ++activity)
    if (const auto time = time_within(instance, paths, activity, deadline, from, to); time > 0)
      for (std::int32_t resource = 0; resource < instance.resources(); ++resource)
        used[resource] += static_cast<std::int64_t>(time) * instance.need(activity, resource);
  for (std::int32_t resource = 0; resource < instance.resources(); ++resource)
    if (used[resource] > static_cast<std::int64_t>(to - from) * instance.capacity(resource)) return true;
  return false;
}

}  // namespace

Time capacity_bound(const Instance& instance, const Paths& paths) {
  Time bound = 0;
  const auto moments = instance.size() <= kMostForSets ? distinct(paths.head) : std::vector<Time>{0};
  for (std::int32_t resource = 0; resource < instance.resources(); ++resource) {
    const auto users = users_by_tail(instance, paths, resource);
    for (const auto from : moments)
      bound = std::max(bound, bound_from(instance, paths, resource, users, from));
  }
  return bound;
}

bool energy_forbids(const Instance& instance, const Paths& paths, Time deadline) {
  if (deadline < paths.critical) return true;
  const auto begins = distinct(paths.head);
  std::vector<Time> latest;
  for (const auto tail : paths.tail)
    latest.push_back(deadline - tail);
  const auto ends = distinct(latest);
  std::vector<std::int64_t> used(instance.resources());
  for (const auto from : begins)
    for (const auto to : ends)
      if (to > from && overfull(instance, paths, deadline, from, to, used)) return true;
  return false;
}

Time lower_bound(const Instance& instance) {
  const auto paths = longest_paths(instance);
  auto bound = std::max(paths.critical, capacity_bound(instance, paths));
  if (instance.size() > kMostForEnergy) return bound;
  // A deadline that is forbidden forbids every earlier one: stride ahead, then halve the stride.
  Time stride = 1;
  for (; energy_forbids(instance, paths, bound + stride - 1); stride *= 2)
    bound += stride;
  for (stride /= 2; stride > 0; stride /= 2)
    if (energy_forbids(instance, paths, bound + stride - 1)) bound += stride;
  return bound;
}

}  // namespace guatu::planning::rcpsp
