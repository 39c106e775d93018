#include "guatu/planning/order/bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "guatu/planning/order/demand.hpp"
#include "guatu/planning/order/energy_rows.hpp"

namespace guatu::planning::order {
namespace {

constexpr std::size_t kRowsOfADepartment = 4;  ///< New ones a round.
constexpr int kMostSteps = 4000;               ///< Of one solution of the linear program.

/// The linear program, row by row, and the prices that its rows give to days.
class Program {
 public:
  Program(const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days)
      : problem_(problem),
        days_(days),
        rows_(problem, windows, latest, days),
        program_(static_cast<std::uint32_t>(rows_.projects().size())) {}

  void run(int rounds, const Together& together, const std::function<bool()>& go_on) {
    std::vector<std::vector<Stretch>> found(problem_.departments());
    for (int round = 0; round < rounds && go_on(); ++round) {
      together(found.size(), [&](std::size_t department) {
        found[department] = rows_.broken(static_cast<std::uint32_t>(department), program_.shares(), kRowsOfADepartment);
      });
      const auto before = stretches_.size();
      for (const auto& own : found)
        for (const auto& stretch : own) {
          stretches_.push_back(stretch);
          program_.add(rows_.row(stretch));
        }
      if (stretches_.size() == before || !program_.solve(kMostSteps, go_on)) break;
    }
  }

  [[nodiscard]] Prices prices() const {
    Prices prices{days_, {}};
    prices.of.assign(static_cast<std::size_t>(problem_.departments()) * static_cast<std::size_t>(days_), 0);
    const auto of_rows = program_.prices();
    for (std::size_t k = 0; k < stretches_.size(); ++k)
      for (Day day = stretches_[k].from; day < stretches_[k].to; ++day)
        prices.of[prices.at(stretches_[k].department, day)] += of_rows[k];
    return prices;
  }

  void read(Bound& bound) const {
    bound.rows = stretches_.size();
    bound.share.assign(problem_.projects(), 0);
    for (std::size_t thing = 0; thing < rows_.projects().size(); ++thing) {
      bound.share[rows_.projects()[thing]] = program_.shares()[thing];
      bound.program += program_.shares()[thing];
    }
  }

 private:
  const Problem& problem_;
  Day days_;
  EnergyRows rows_;
  PackingProgram program_;
  std::vector<Stretch> stretches_;
};

/// Prices follow what is asked for too much, in ever shorter steps; the best ones are kept.
void refine(Market& market, int refinings, const Together& together, const std::function<bool()>& go_on, Bound& bound) {
  auto prices = bound.prices;
  double reach = 0.02;
  bound.value = std::numeric_limits<double>::infinity();
  std::vector<double> average;
  int idle = 0;
  for (int round = 0; round <= refinings; ++round) {
    const auto demand = market.ask(prices, together);
    if (demand.bound < bound.value) {
      idle = demand.bound < bound.value - 1e-3 ? 0 : idle + 1;
      bound.value = demand.bound;
      bound.prices = prices;
      bound.worth = demand.worth;
    } else {
      ++idle;
    }
    if (round == refinings || !go_on()) break;
    if (idle >= 5) {
      idle = 0;
      reach /= 2;
      prices = bound.prices;
    }
    if (average.empty()) average = demand.excess;
    double norm = 1e-9;
    for (std::size_t cell = 0; cell < average.size(); ++cell) {
      average[cell] = 0.7 * average[cell] + 0.3 * demand.excess[cell];
      if (prices.of[cell] > 0 || average[cell] > 0) norm += average[cell] * average[cell];
    }
    const double step = reach * bound.value / norm;
    for (std::size_t cell = 0; cell < average.size(); ++cell)
      prices.of[cell] = std::max(0.0, prices.of[cell] + step * average[cell]);
  }
}

}  // namespace

Bound make_bound(const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days,
                 const BoundOptions& options, const Together& together, const std::function<bool()>& go_on) {
  Bound bound;
  Program program(problem, windows, latest, days);
  program.run(options.rounds, together, go_on);
  program.read(bound);
  bound.prices = program.prices();
  Market market(problem, windows, latest, days);
  refine(market, options.refinings, together, go_on, bound);
  return bound;
}

}  // namespace guatu::planning::order
