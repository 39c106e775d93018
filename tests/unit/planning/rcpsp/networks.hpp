#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "guatu/planning/rcpsp/instance.hpp"

/// Small networks, written down or drawn, and what is true of them by plain counting.
namespace guatu::planning::rcpsp::test {

using Starts = std::vector<Time>;
using List = std::vector<Activity>;

inline Instance valid(const InstanceParts& parts) {
  auto instance = Instance::make(parts);
  if (!instance) ADD_FAILURE() << instance.error().reasons.front().en;
  return *std::move(instance);
}

/// Ten or so activities at most; arcs go from smaller to larger numbers. `scale` stretches needs and capacities, so that a
/// large one asks for wide lanes.
inline InstanceParts any_parts(int most_activities, int most_resources, std::int64_t scale = 1) {
  InstanceParts parts;
  parts.name = "drawn";
  const auto count = *rc::gen::inRange(1, most_activities + 1);
  const auto resources = *rc::gen::inRange(0, most_resources + 1);
  for (int resource = 0; resource < resources; ++resource)
    parts.capacities.push_back(scale * *rc::gen::inRange(1, 7));
  for (int i = 0; i < count; ++i) {
    ActivityParts activity;
    activity.duration = *rc::gen::inRange(0, 6);
    for (const auto capacity : parts.capacities)
      activity.needs.push_back(*rc::gen::element<std::int64_t>(0, capacity / 3, capacity / 2, capacity));
    for (int later = i + 1; later < count; ++later)
      if (*rc::gen::inRange(0, 4) == 0) activity.successors.push_back(later);
    parts.activities.push_back(std::move(activity));
  }
  return parts;
}

inline bool fits(const Instance& instance, const Starts& starts, const List& placed, Activity activity, Time start) {
  for (Time period = start; period < start + instance.duration(activity); ++period)
    for (std::int32_t resource = 0; resource < instance.resources(); ++resource) {
      std::int64_t used = instance.need(activity, resource);
      for (const auto other : placed)
        if (starts[other] <= period && period < starts[other] + instance.duration(other))
          used += instance.need(other, resource);
      if (used > instance.capacity(resource)) return false;
    }
  return true;
}

/// The serial scheme, period by period and without any packing.
inline Time place_one_by_one(const Instance& instance, const List& list, Starts& starts) {
  starts.assign(instance.size(), 0);
  List placed;
  Time makespan = 0;
  for (const auto activity : list) {
    Time start = 0;
    for (const auto before : instance.predecessors().of(activity))
      start = std::max(start, starts[before] + instance.duration(before));
    while (!fits(instance, starts, placed, activity, start))
      ++start;
    starts[activity] = start;
    placed.push_back(activity);
    makespan = std::max(makespan, start + instance.duration(activity));
  }
  return makespan;
}

/// Predecessors stand before successors and everything once.
inline bool in_order(const Arcs& before, Activity size, const List& list) {
  std::vector<bool> seen(size, false);
  for (const auto activity : list) {
    if (activity < 0 || activity >= size || seen[activity]) return false;
    for (const auto predecessor : before.of(activity))
      if (!seen[predecessor]) return false;
    seen[activity] = true;
  }
  return static_cast<Activity>(list.size()) == size;
}

/// The shortest schedule there is: some order leads to it. Cost: every order, so a handful of activities.
inline Time shortest_of_all(const Instance& instance) {
  List list(instance.size());
  for (Activity activity = 0; activity < instance.size(); ++activity)
    list[activity] = activity;
  auto shortest = instance.horizon();
  Starts starts;
  do {
    if (in_order(instance.predecessors(), instance.size(), list))
      shortest = std::min(shortest, place_one_by_one(instance, list, starts));
  } while (std::ranges::next_permutation(list).found);
  return shortest;
}

}  // namespace guatu::planning::rcpsp::test
