#include "guatu/planning/rcpsp/packed_needs.hpp"

#include <algorithm>

namespace guatu::planning::rcpsp {
namespace {

constexpr std::int32_t kWordBits = 64;
constexpr std::int32_t kSmallLane = 16;
constexpr std::int32_t kLargeLane = 32;
constexpr std::int32_t kMostInSmallLane = 0x7fff;

std::int32_t lane_bits(const Instance& instance) {
  for (std::int32_t resource = 0; resource < instance.resources(); ++resource)
    if (instance.capacity(resource) > kMostInSmallLane) return kLargeLane;
  return kSmallLane;
}

}  // namespace

PackedNeeds::PackedNeeds(const Instance& instance) {
  const auto bits = lane_bits(instance);
  const auto lanes = kWordBits / bits;
  words_ = std::max(1, (instance.resources() + lanes - 1) / lanes);
  for (std::int32_t lane = 0; lane < lanes; ++lane)
    guard_ |= std::uint64_t{1} << (lane * bits + bits - 1);
  all_free_.assign(words_, guard_);
  needs_.assign(at(instance.size()), 0);
  needs_nothing_.assign(instance.size(), 1);
  for (std::int32_t resource = 0; resource < instance.resources(); ++resource) {
    const auto word = resource / lanes;
    const auto shift = resource % lanes * bits;
    all_free_[word] |= static_cast<std::uint64_t>(instance.capacity(resource)) << shift;
    for (Activity activity = 0; activity < instance.size(); ++activity) {
      const auto need = instance.need(activity, resource);
      needs_[at(activity) + word] |= static_cast<std::uint64_t>(need) << shift;
      if (need > 0 && instance.duration(activity) > 0) needs_nothing_[activity] = 0;
    }
  }
}

}  // namespace guatu::planning::rcpsp
