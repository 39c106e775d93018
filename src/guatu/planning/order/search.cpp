#include "guatu/planning/order/search.hpp"

#include <algorithm>
#include <array>

#include "guatu/planning/order/dispatch.hpp"
#include "guatu/planning/order/walk.hpp"

namespace guatu::planning::order {
namespace {

constexpr std::size_t kWalks = 2;       ///< Desks are shared by halves.
constexpr std::int64_t kRound = 2'000;  ///< Iterations of each walk until both look at each other.

/// Who may change what in a round: projects and free desks of each walk, never of both.
struct Shares {
  std::array<std::vector<char>, kWalks> projects;
  std::array<std::vector<Kept>, kWalks> departments;
};

class Dealer {
 public:
  Dealer(const Problem& problem, std::uint64_t seed)
      : problem_(problem), group_(neighbouring_departments(problem)), draws_(seed, kWalks) {}

  /// Departments that work with each other go together, their projects with them; those that work with all are shared.
  Shares deal() {
    std::vector<std::size_t> walk(problem_.departments());
    for (auto& one : walk)
      one = draws_.below(kWalks);
    for (std::uint32_t department = 0; department < problem_.departments(); ++department)
      if (group_[department] != kEverywhere) walk[department] = walk[group_[department]];
    Shares shares;
    for (std::size_t k = 0; k < kWalks; ++k) {
      shares.projects[k].assign(problem_.projects(), 0);
      shares.departments[k].assign(problem_.departments(), Kept::Nothing);
    }
    for (std::uint32_t department = 0; department < problem_.departments(); ++department) {
      const bool shared = group_[department] == kEverywhere;
      const auto owner = walk[department];
      shares.departments[owner][department] = shared ? Kept::LargerHalf : Kept::All;
      shares.departments[1 - owner][department] = shared ? Kept::SmallerHalf : Kept::Nothing;
    }
    for (std::uint32_t project = 0; project < problem_.projects(); ++project)
      shares.projects[walk_of(project, walk)][project] = 1;
    return shares;
  }

 private:
  std::size_t walk_of(std::uint32_t project, const std::vector<std::size_t>& walk) {
    const auto own = problem_.of_project(project);
    for (auto i = own.begin; i < own.end; ++i)
      if (group_[problem_.department[i]] != kEverywhere) return walk[problem_.department[i]];
    return draws_.below(kWalks);
  }

  const Problem& problem_;
  std::vector<std::uint32_t> group_;
  Draws draws_;
};

/// Up to here each walk goes on its own and the better plan is taken over; parts of so small a problem hang together too much
/// to be changed apart.
constexpr std::uint32_t kFewProjects = 1'000;

class Search {
 public:
  Search(const Problem& problem, const Windows& windows, const Bound& bound, const SearchOptions& options)
      : options_(options), terrain_(problem, windows, bound, options.weights), dealer_(problem, options.seed) {
    for (std::size_t k = 0; k < kWalks; ++k)
      walks_.emplace_back(terrain_, options.seed, k);
  }

  SearchResult run(const Together& together, const std::function<bool(const Progress&)>& go_on) {
    together(kWalks, [&](std::size_t k) { walks_[k].construct(); });
    best_ = {walks_[0].plan(), walks_[0].finished(), 0};
    while (best_.iterations < options_.iterations && go_on({best_.iterations, best_.finished})) {
      const auto share = std::clamp<std::int64_t>((options_.iterations - best_.iterations) / 2, 1, kRound);
      if (terrain_.problem.projects() <= kFewProjects) {
        walk_alone(share, together);
      } else {
        walk_apart(share, together);
      }
      best_.iterations += share * static_cast<std::int64_t>(kWalks);
    }
    finish();
    return std::move(best_);
  }

 private:
  /// Every case as early as it can be in the order found: days of grace lie behind the work, not before it. What is left out and
  /// fits into what that leaves is put in too.
  void finish() {
    const auto& problem = terrain_.problem;
    const auto starts = moved_forward(best_.plan);
    Placement placement(problem, terrain_.windows, terrain_.prices, terrain_.leading);
    std::vector<std::uint32_t> left_out;
    for (std::uint32_t project = 0; project < problem.projects(); ++project) {
      const auto own = problem.of_project(project);
      if (own.size() == 0) continue;
      if (starts[own.begin] == kUnplanned) {
        left_out.push_back(project);
      } else {
        placement.put_back(project, starts.data() + own.begin);
      }
    }
    std::ranges::stable_sort(left_out, {}, [&](std::uint32_t project) { return terrain_.work[project]; });
    for (const auto project : left_out) {
      if (terrain_.possible_first[project] != 0 && placement.put(project, terrain_.windows.latest_first, Manner::Early))
        continue;
      if (terrain_.possible_second[project] != 0) placement.put(project, terrain_.windows.latest_second, Manner::Early);
    }
    best_.plan = {placement.starts()};
    best_.finished = count_finished(problem, best_.plan);
  }

  /// In order of their starts; each finds its old place free at least, as everything before it has only moved away.
  [[nodiscard]] std::vector<Day> moved_forward(const Plan& plan) const {
    const auto& problem = terrain_.problem;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < problem.procedures(); ++i)
      if (plan.start[i] != kUnplanned) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return plan.start[i]; });
    auto starts = plan.start;
    Desks desks(problem);
    for (const auto i : order) {
      Day from = problem.not_before[i];
      const auto arcs = problem.predecessors(i);
      for (auto arc = arcs.begin; arc < arcs.end; ++arc)
        from = std::max(from, starts[problem.before[arc]] + problem.length(problem.before[arc]));
      starts[i] = problem.desk_days[i] == 0
                      ? from
                      : desks.first_fit(problem.department[i], from, plan.start[i], problem.desk_days[i]);
      GUATU_REQUIRE(starts[i] != kUnplanned);
      desks.take(problem.department[i], starts[i], problem.desk_days[i]);
    }
    return starts;
  }

  void walk_alone(std::int64_t share, const Together& together) {
    together(kWalks, [&](std::size_t k) { walks_[k].run(share); });
    const std::size_t leader = walks_[1].value() > walks_[0].value() ? 1 : 0;
    keep(walks_[leader]);
    if (walks_[1 - leader].value() < walks_[leader].value()) walks_[1 - leader].follow(walks_[leader], nobody_);
  }

  void walk_apart(std::int64_t share, const Together& together) {
    const auto shares = dealer_.deal();
    together(kWalks, [&](std::size_t k) {
      walks_[k].learn_prices();
      walks_[k].begin_round(shares.projects[k], shares.departments[k]);
      walks_[k].run(share);
      walks_[k].end_round();
    });
    // What one changed was nothing to the other, so both together are a plan.
    walks_[0].follow(walks_[1], shares.projects[0]);
    walks_[1].follow(walks_[0], shares.projects[1]);
    keep(walks_[0]);
  }

  void keep(const Walk& walk) {
    if (walk.value() <= best_.finished.value(options_.weights)) return;
    best_.plan = walk.plan();
    best_.finished = walk.finished();
  }

  SearchOptions options_;
  Terrain terrain_;
  Dealer dealer_;
  std::vector<Walk> walks_;
  std::vector<char> nobody_ = std::vector<char>(terrain_.problem.projects(), 0);
  SearchResult best_;
};

}  // namespace

SearchResult search(const Problem& problem, const Windows& windows, const Bound& bound, const SearchOptions& options,
                    const Together& together, const std::function<bool(const Progress&)>& go_on) {
  return Search(problem, windows, bound, options).run(together, go_on);
}

}  // namespace guatu::planning::order
