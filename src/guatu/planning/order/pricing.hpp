#pragma once

#include <vector>

#include "guatu/planning/order/problem.hpp"
#include "guatu/planning/order/windows.hpp"

/// Prices of desk days, and the cheapest way to do a whole project at these prices.
namespace guatu::planning::order {

/// Shape: `of[department · days + day]`, none below 0.
struct Prices {
  Day days = 0;
  std::vector<double> of;

  [[nodiscard]] std::size_t at(std::uint32_t department, Day day) const {
    return static_cast<std::size_t>(department) * static_cast<std::size_t>(days) + static_cast<std::size_t>(day);
  }
};

/// Sums of prices from day 0, so that the price of a stretch of days is one subtraction.
class PriceSums {
 public:
  /// Days from `prices.days` to `days` cost nothing.
  PriceSums(const Prices& prices, Day days);
  /// One entry more than there are days.
  [[nodiscard]] const double* of(std::uint32_t department) const {
    return sums_.data() + static_cast<std::size_t>(department) * stride_;
  }

 private:
  std::size_t stride_;
  std::vector<double> sums_;
};

/// For every procedure the predecessor that ends last at the earliest, as a position in the project; itself when it has none.
/// What is left of a project when only these arcs bind is a forest, for which the cheapest starts are a sum over branches.
[[nodiscard]] std::vector<std::uint32_t> leading_predecessors(const Problem& problem, const Windows& windows);

/// The cheapest starts of one project after another; keeps its tables between them.
class ProjectPricer {
 public:
  ProjectPricer(const Problem& problem, const Windows& windows, const std::vector<std::uint32_t>& leading, Day days)
      : problem_(&problem), windows_(&windows), leading_(&leading), stride_(static_cast<std::size_t>(days) + 1) {}

  /// A floor under the price of every plan of the project that keeps `latest`, and the price itself where its arcs are a
  /// forest; infinity when there is none.
  double cheapest(std::uint32_t project, const PriceSums& sums, const std::vector<Day>& latest);
  /// Starts that cost what `cheapest` just said, in the project's order; dropped arcs may be broken.
  void read_starts(std::uint32_t project, const std::vector<Day>& latest, std::vector<Day>& starts) const;

 private:
  [[nodiscard]] double* row(std::uint32_t k) { return least_.data() + k * stride_; }
  [[nodiscard]] const double* row(std::uint32_t k) const { return least_.data() + k * stride_; }

  const Problem* problem_;
  const Windows* windows_;
  const std::vector<std::uint32_t>* leading_;
  std::size_t stride_;
  std::vector<double> least_;  ///< least_[k][t]: price of k and what hangs on it, k starting on day t or later.
};

}  // namespace guatu::planning::order
