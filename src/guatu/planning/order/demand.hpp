#pragma once

#include <vector>

#include "guatu/planning/order/pricing.hpp"
#include "guatu/planning/order/together.hpp"

/// What projects ask for when each looks only at prices.
namespace guatu::planning::order {

struct Demand {
  double bound = 0;            ///< The Lagrangian bound at the prices.
  std::vector<double> worth;   ///< Of each project.
  std::vector<double> excess;  ///< Desk days asked for beyond the desks; shape of the prices.
};

class Market {
 public:
  Market(const Problem& problem, const Windows& windows, const std::vector<Day>& latest, Day days);

  /// Cost: O(procedures · days), in a fixed number of parts.
  [[nodiscard]] Demand ask(const Prices& prices, const Together& together);

 private:
  struct Part {
    double worth = 0;
    std::vector<double> used;
  };
  void ask_part(std::size_t index, const PriceSums& sums, std::vector<double>& worth);

  const Problem& problem_;
  const Windows& windows_;
  const std::vector<Day>& latest_;
  Day days_;
  std::vector<std::uint32_t> leading_;
  std::vector<Part> parts_;
};

}  // namespace guatu::planning::order
