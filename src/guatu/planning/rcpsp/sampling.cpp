#include "guatu/planning/rcpsp/sampling.hpp"

#include <algorithm>

namespace guatu::planning::rcpsp {
namespace {

bool contains(std::span<const Activity> activities, Activity activity) {
  return std::ranges::find(activities, activity) != activities.end();
}

/// How far the activity at `place` may go towards the end, or towards the beginning, before it meets what it is bound to.
std::size_t reach(const Arcs& bound, const std::vector<Activity>& list, std::size_t place, bool towards_end) {
  const auto bonds = bound.of(list[place]);
  auto at = place;
  if (towards_end)
    while (at + 1 < list.size() && !contains(bonds, list[at + 1]))
      ++at;
  else
    while (at > 0 && !contains(bonds, list[at - 1]))
      --at;
  return at;
}

}  // namespace

Sampler::Sampler(const Instance& instance)
    : instance_(instance), paths_(longest_paths(instance)), waiting_(instance.size()) {}

template <typename Choose>
void Sampler::fill(std::vector<Activity>& list, Choose choose) {
  list.clear();
  eligible_.clear();
  for (Activity activity = 0; activity < instance_.size(); ++activity) {
    waiting_[activity] = static_cast<std::int32_t>(instance_.predecessors().of(activity).size());
    if (waiting_[activity] == 0) eligible_.push_back(activity);
  }
  while (!eligible_.empty()) {
    const auto place = choose();
    const auto next = eligible_[place];
    eligible_[place] = eligible_.back();
    eligible_.pop_back();
    list.push_back(next);
    for (const auto successor : instance_.successors().of(next))
      if (--waiting_[successor] == 0) eligible_.push_back(successor);
  }
}

void Sampler::sample(Random& random, int rivals, std::vector<Activity>& list) {
  fill(list, [&] {
    const auto count = static_cast<std::uint32_t>(eligible_.size());
    auto chosen = random.below(count);
    for (int rival = 1; rival < rivals; ++rival)
      if (const auto drawn = random.below(count); paths_.tail[eligible_[drawn]] > paths_.tail[eligible_[chosen]])
        chosen = drawn;
    return chosen;
  });
}

void Sampler::by_rule(std::vector<Activity>& list) {
  fill(list, [&] {
    const auto comes_later = [&](Activity a, Activity b) {
      return paths_.tail[a] != paths_.tail[b] ? paths_.tail[a] < paths_.tail[b] : a > b;
    };
    return std::ranges::max_element(eligible_, comes_later) - eligible_.begin();
  });
}

void disturb(const Instance& instance, Side side, int moves, Random& random, std::vector<Activity>& list) {
  const auto& after = side == Side::Forward ? instance.successors() : instance.predecessors();
  const auto& before = side == Side::Forward ? instance.predecessors() : instance.successors();
  for (int move = 0; move < moves; ++move) {
    const std::size_t from = random.below(static_cast<std::uint32_t>(list.size()));
    const bool towards_end = random.below(2) == 1;
    const auto limit = reach(towards_end ? after : before, list, from, towards_end);
    const auto distance = static_cast<std::uint32_t>(towards_end ? limit - from : from - limit);
    if (distance == 0) continue;
    const auto steps = 1 + random.below(distance);
    const auto at = list.begin() + static_cast<std::ptrdiff_t>(from);
    if (towards_end)
      std::rotate(at, at + 1, at + steps + 1);
    else
      std::rotate(at - steps, at, at + 1);
  }
}

}  // namespace guatu::planning::rcpsp
