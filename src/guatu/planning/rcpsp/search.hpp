#pragma once

#include <array>

#include "guatu/planning/rcpsp/crossover.hpp"
#include "guatu/planning/rcpsp/sampling.hpp"

namespace guatu::planning::rcpsp {

struct SearchRequest {
  std::int64_t schedules = 5000;  ///< Passes of a scheme at most; at least 1.
  std::uint64_t seed = 1;
  Time lower_bound = 0;  ///< The search ends when it is reached.
};

/// Two populations, one of forward and one of backward schedules, breed each other in turn: a pass over the child of two
/// schedules of one side gives a schedule of the other, so every pass also justifies. When a population has run dry, both
/// begin anew from other orders; the best schedule is kept aside. What comes out depends on instance, seed and number of
/// schedules only.
/// Source: Debels, Vanhoucke, Operations Research 55 (2007); Valls, Ballestín, Quintanilla, EJOR 185 (2008), for beginning anew.
class Search {
 public:
  Search(const Instance& instance, const SearchRequest& request);

  void run();

  [[nodiscard]] Time makespan() const { return best_.makespan; }
  /// Forward, each activity as early as the order of its start lets it be.
  [[nodiscard]] const std::vector<Time>& starts() const { return best_.starts; }
  /// Passes that were made.
  [[nodiscard]] std::int64_t schedules() const { return passes_; }

 private:
  /// One pass is kept for the schedule that is handed out.
  [[nodiscard]] bool over() const {
    return passes_ + 1 >= request_.schedules || best_.makespan <= request_.lower_bound;
  }
  void begin_with_rules();
  void populate();
  void breed(Side from);
  /// The better of two children of the individual at `place` and a partner.
  void breed_at(Side from, std::size_t place);
  void make_child(Side from, const Individual& father, const Individual& mother);
  [[nodiscard]] std::size_t partner_of(const std::vector<Individual>& parents, std::size_t place);
  /// One pass over `list_` on `side` into `child_`.
  void schedule(Side side, bool parallel);
  void remember(Side side);
  void hand_out();
  [[nodiscard]] std::vector<Individual>& population(Side side) { return populations_[side == Side::Forward ? 0 : 1]; }

  const Instance& instance_;
  SearchRequest request_;
  Random random_;
  Schemes schemes_;
  Sampler sampler_;
  Crossover crossover_;
  std::size_t size_ = 0;  ///< Of a population.
  std::array<std::vector<Individual>, 2> populations_;
  Individual best_, child_, better_child_;
  Side best_side_ = Side::Forward;
  std::int64_t passes_ = 0;
  int dry_generations_ = 0;
  Time best_since_populated_ = 0;
  std::vector<Activity> list_;
};

}  // namespace guatu::planning::rcpsp
