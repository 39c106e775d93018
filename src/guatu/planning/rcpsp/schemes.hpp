#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "guatu/planning/rcpsp/packed_needs.hpp"

/// Schedule generation schemes: from an order of activities to a schedule.
namespace guatu::planning::rcpsp {

/// `Backward` is the same instance with every arc turned round; its time runs from the project's end. An activity that
/// starts at `s` in a backward schedule of length `m` ends at `m - s` in the forward one.
enum class Side { Forward, Backward };

[[nodiscard]] inline Side other(Side side) {
  return side == Side::Forward ? Side::Backward : Side::Forward;
}

/// Holds the working memory of the schemes, so that one schedule after the other costs no allocation.
class Schemes {
 public:
  explicit Schemes(const Instance& instance);

  /// Each activity of `list` in turn as early as its predecessors and the resources let it; gives the makespan. The result
  /// is active: no activity alone could start earlier.
  /// Shape:  `list` holds every activity once, predecessors (on this side) before their successors; `starts` one an activity.
  /// Cost:   one pass; about one step for each period that an activity waits or lasts.
  Time serial(Side side, std::span<const Activity> list, std::span<Time> starts);

  /// From one moment to the next, every activity that can start then starts, in the order of `list`; gives the makespan. The
  /// result never leaves idle what could be in use, and for that reason may miss every optimum.
  /// Shape:  `list` holds every activity once, in any order.
  Time parallel(Side side, std::span<const Activity> list, std::span<Time> starts);

  /// Double justification: everything as late as its order allows, then as early as that order allows; gives the makespan,
  /// which is never longer than it was.
  /// Cost:   two passes.
  Time justify(Side side, std::span<Time> starts);

  /// The list that makes `serial` on the other side justify this schedule: by decreasing finish. Under it nothing ends later
  /// than it did.
  void list_for_other_side(Side side, std::span<const Time> starts, std::span<Activity> list);

  [[nodiscard]] const Instance& instance() const { return instance_; }

 private:
  template <bool kOneWord>
  Time serial_pass(const Arcs& before, std::span<const Activity> list, std::span<Time> starts);
  template <bool kOneWord>
  [[nodiscard]] Time earliest_fit(Activity activity, Time ready) const;
  void occupy(Activity activity, Time from, Time to);
  [[nodiscard]] bool fits(const std::uint64_t* free, Activity activity) const;
  void begin_parallel(const Arcs& before, std::span<const Activity> list);
  /// Starts what fits at `now`, in the order of positions.
  void start_ready(std::span<const Activity> list, std::span<Time> starts, Time now);
  /// Ends what ends next and makes ready what waited for it; gives that moment.
  Time end_next(const Arcs& after);
  [[nodiscard]] const Arcs& before(Side side) const {
    return side == Side::Forward ? instance_.predecessors() : instance_.successors();
  }

  const Instance& instance_;
  PackedNeeds needs_;
  std::vector<Time> durations_;
  std::vector<std::uint64_t> free_;  ///< `words` a period, guards set; valid below `used_`.
  Time used_ = 0;

  std::vector<std::uint64_t> ready_;    ///< A bit a position of the list.
  std::vector<std::int32_t> waiting_;   ///< Predecessors that have not ended.
  std::vector<std::int32_t> position_;  ///< Of an activity in the list.
  std::vector<std::pair<Time, Activity>> running_;
  std::vector<std::uint64_t> free_now_;

  std::vector<Activity> list_;  ///< Of a justification.
  std::vector<Time> justified_;
  std::vector<std::int32_t> count_;  ///< Of the counting sort, one a period.
};

}  // namespace guatu::planning::rcpsp
