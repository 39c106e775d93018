#pragma once

#include <cstdint>
#include <vector>

#include "guatu/planning/order/desks.hpp"
#include "guatu/planning/order/pricing.hpp"

/// Whole projects put on the desks and taken off them again.
namespace guatu::planning::order {

enum class Manner {
  Early,   ///< Each procedure as early as it fits, in order of work.
  Late,    ///< Each as late as it fits, from the end.
  Priced,  ///< Where desk days are cheapest, among what is free.
};

class Placement {
 public:
  Placement(const Problem& problem, const Windows& windows, const Prices& prices,
            const std::vector<std::uint32_t>& leading);

  [[nodiscard]] const std::vector<Day>& starts() const { return start_; }

  /// True when the project now lies on free desks within `latest`; otherwise nothing has changed.
  bool put(std::uint32_t project, const std::vector<Day>& latest, Manner manner);
  void put_back(std::uint32_t project, const Day* starts);
  void take_off(std::uint32_t project);
  void lend(std::uint32_t department, Kept kept) { desks_.lend(department, kept); }
  void release(std::uint32_t department) { desks_.release(department); }
  void set_prices(const Prices& prices) { sums_ = PriceSums(prices, problem_.second_days); }
  [[nodiscard]] std::int32_t left(std::uint32_t department, Day day) const { return desks_.left(department, day); }
  /// At the prices, where it lies.
  [[nodiscard]] double price(std::uint32_t project) const;

 private:
  bool put_early(Range own, const std::vector<Day>& latest);
  bool put_late(Range own, const std::vector<Day>& latest);
  bool put_priced(Range own, const std::vector<Day>& latest);
  void fill(std::uint32_t procedure, std::size_t k, Day last);
  bool settle(std::uint32_t procedure, Day start, Range own);
  void undo(Range own);

  const Problem& problem_;
  const Windows& windows_;
  PriceSums sums_;
  const std::vector<std::uint32_t>& leading_;
  Desks desks_;
  std::vector<Day> start_;
  std::size_t stride_;
  std::vector<float> own_price_, least_;  ///< As in ProjectPricer; infinite where no desk is free.
};

}  // namespace guatu::planning::order
