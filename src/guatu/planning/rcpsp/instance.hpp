#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"

/// The resource-constrained project scheduling problem: activities with durations, arcs between them, and renewable resources
/// of which no more may be in use at once than there are. Times are whole periods from 0.
namespace guatu::planning::rcpsp {

using Activity = std::int32_t;
using Time = std::int32_t;

struct ActivityParts {
  std::int64_t duration = 0;
  std::vector<std::int64_t> needs;       ///< One a resource.
  std::vector<std::int64_t> successors;  ///< Positions in `InstanceParts::activities`.
};

/// An instance as it was written down, not yet believed.
struct InstanceParts {
  std::string name;
  std::vector<std::int64_t> capacities;
  std::vector<ActivityParts> activities;
};

/// What the kernel takes on: beyond it a schedule costs more than anybody waits for.
inline constexpr std::int64_t kMostActivities = 20'000;
inline constexpr std::int64_t kMostResources = 64;
inline constexpr std::int64_t kMostPeriods = 1'000'000;  ///< All durations together.
inline constexpr std::int64_t kMostCapacity = 1'000'000'000;

/// The arcs of one direction, as compressed rows.
class Arcs {
 public:
  Arcs() = default;
  /// `rows[i]` are the ends of the arcs that begin at `i`.
  explicit Arcs(const std::vector<std::vector<Activity>>& rows);

  [[nodiscard]] std::span<const Activity> of(Activity activity) const {
    const auto first = offsets_[activity];
    return {ends_.data() + first, offsets_[activity + 1] - first};
  }

 private:
  std::vector<std::size_t> offsets_;
  std::vector<Activity> ends_;
};

/// A validated instance; it never changes.
class Instance {
 public:
  /// Errors: InvalidInput with every reason: a number that is out of range, a need above its capacity, an arc to an activity
  /// that does not exist, or a circle, whose path is written out. Activities are named by their number, from 1.
  [[nodiscard]] static Result<Instance> make(const InstanceParts& parts);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Activity size() const { return static_cast<Activity>(durations_.size()); }
  [[nodiscard]] std::int32_t resources() const { return static_cast<std::int32_t>(capacities_.size()); }
  [[nodiscard]] Time duration(Activity activity) const { return durations_[activity]; }
  [[nodiscard]] std::int32_t capacity(std::int32_t resource) const { return capacities_[resource]; }
  [[nodiscard]] std::int32_t need(Activity activity, std::int32_t resource) const {
    return needs_[static_cast<std::size_t>(activity) * capacities_.size() + resource];
  }
  /// Without repetitions.
  [[nodiscard]] const Arcs& predecessors() const { return predecessors_; }
  [[nodiscard]] const Arcs& successors() const { return successors_; }
  /// Every predecessor stands before its successors; the smaller number first among equals.
  [[nodiscard]] std::span<const Activity> topological_order() const { return order_; }
  /// All durations together: no schedule without idle time is longer.
  [[nodiscard]] Time horizon() const { return horizon_; }

 private:
  Instance() = default;

  std::string name_;
  std::vector<Time> durations_;
  std::vector<std::int32_t> needs_;
  std::vector<std::int32_t> capacities_;
  Arcs predecessors_, successors_;
  std::vector<Activity> order_;
  Time horizon_ = 0;
};

}  // namespace guatu::planning::rcpsp
