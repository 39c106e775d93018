#include "guatu/planning/rcpsp/crossover.hpp"

#include <algorithm>

namespace guatu::planning::rcpsp {
namespace {

constexpr std::int64_t kWhole = 1 << 12;
// The window is between a tenth and four tenths of the makespan long.
constexpr Time kShortestTenths = 1;
constexpr Time kLongestTenths = 4;
constexpr Time kTenths = 10;

}  // namespace

Crossover::Crossover(const Instance& instance)
    : instance_(instance),
      load_(instance.size(), 0),
      usage_(static_cast<std::size_t>(instance.horizon()) + 1),
      part_(instance.size()) {
  for (Activity activity = 0; activity < instance.size(); ++activity)
    for (std::int32_t resource = 0; resource < instance.resources(); ++resource)
      if (instance.capacity(resource) > 0)
        load_[activity] += instance.need(activity, resource) * kWhole / instance.capacity(resource);
}

void Crossover::cross(const Individual& father, const Individual& mother, Random& random,
                      std::vector<Activity>& child) {
  const auto window = window_in(father, random);
  const auto end = [&](Activity activity) { return father.starts[activity] + instance_.duration(activity); };
  // The list goes by decreasing finish, so it begins with what ends after the window.
  const auto first = std::ranges::find_if(father.list, [&](Activity activity) { return end(activity) <= window.to; });
  const auto last =
      std::find_if(first, father.list.end(), [&](Activity activity) { return end(activity) <= window.from; });
  std::ranges::fill(part_, std::uint8_t{2});
  std::for_each(father.list.begin(), first, [&](Activity activity) { part_[activity] = 0; });
  std::for_each(first, last, [&](Activity activity) { part_[activity] = 1; });
  child.clear();
  std::ranges::copy_if(mother.list, std::back_inserter(child), [&](Activity activity) { return part_[activity] == 0; });
  child.insert(child.end(), first, last);
  std::ranges::copy_if(mother.list, std::back_inserter(child), [&](Activity activity) { return part_[activity] == 2; });
}

Crossover::Window Crossover::window_in(const Individual& father, Random& random) {
  const auto shortest = father.makespan * kShortestTenths / kTenths;
  const auto longest = father.makespan * kLongestTenths / kTenths;
  const auto length = std::max(1, shortest + static_cast<Time>(random.below(longest - shortest + 1)));
  const auto from = random.below(2) == 0 ? busiest(father, length, random)
                                         : static_cast<Time>(random.below(father.makespan - length + 1));
  return {from, from + length};
}

Time Crossover::busiest(const Individual& father, Time length, Random& random) {
  // Written as steps up and down first, then added up.
  std::fill_n(usage_.begin(), father.makespan + 1, 0);
  for (Activity activity = 0; activity < instance_.size(); ++activity) {
    usage_[father.starts[activity]] += load_[activity];
    usage_[father.starts[activity] + instance_.duration(activity)] -= load_[activity];
  }
  for (Time period = 1; period < father.makespan; ++period)
    usage_[period] += usage_[period - 1];
  std::int64_t sum = 0;
  for (Time period = 0; period < length; ++period)
    sum += usage_[period];
  auto most = sum;
  Time best = 0;
  std::uint32_t equals = 1;
  for (Time from = 1; from + length <= father.makespan; ++from) {
    sum += usage_[from + length - 1] - usage_[from - 1];
    if (sum < most) continue;
    equals = sum > most ? 1 : equals + 1;
    if (random.below(equals) == 0) best = from;
    most = sum;
  }
  return best;
}

}  // namespace guatu::planning::rcpsp
