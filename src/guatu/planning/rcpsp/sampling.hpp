#pragma once

#include <span>
#include <vector>

#include "guatu/planning/rcpsp/paths.hpp"
#include "guatu/planning/rcpsp/random.hpp"
#include "guatu/planning/rcpsp/schemes.hpp"

/// Orders of activities to begin a search with, and small changes of an order.
namespace guatu::planning::rcpsp {

/// Orders in which predecessors stand before successors. Of the activities that may come next, `rivals` are drawn and the one
/// with the longest chain behind it is taken: few rivals make a wild order, many the rule "latest finish first".
class Sampler {
 public:
  explicit Sampler(const Instance& instance);

  void sample(Random& random, int rivals, std::vector<Activity>& list);
  /// The rule alone, nothing drawn; the smaller number first among equals.
  void by_rule(std::vector<Activity>& list);

 private:
  template <typename Choose>
  void fill(std::vector<Activity>& list, Choose choose);

  const Instance& instance_;
  Paths paths_;
  std::vector<std::int32_t> waiting_;
  std::vector<Activity> eligible_;
};

/// Takes `moves` activities out of the list and puts each back at some other place that its arcs on `side` allow.
void disturb(const Instance& instance, Side side, int moves, Random& random, std::vector<Activity>& list);

}  // namespace guatu::planning::rcpsp
