#pragma once

#include <cstdint>
#include <vector>

#include "guatu/planning/order/plan.hpp"

/// Which desks are taken on which day, and where a case of some days still fits.
namespace guatu::planning::order {

/// What is kept of free desks, day by day. Who keeps the smaller half leaves the larger one to somebody else.
enum class Kept : char { Nothing, SmallerHalf, LargerHalf, All };

class Desks {
 public:
  explicit Desks(const Problem& problem);

  void take(std::uint32_t department, Day start, int days);
  void give_back(std::uint32_t department, Day start, int days);

  /// Free desks of the department are lent to somebody else until `release`, except for the share that is kept; what is given
  /// back meanwhile may be taken again.
  void lend(std::uint32_t department, Kept kept);
  void release(std::uint32_t department);

  [[nodiscard]] std::int32_t left(std::uint32_t department, Day day) const {
    return left_[department * days_ + static_cast<std::size_t>(day)];
  }

  /// The first start in [from, last] with a free desk on each of `days` days; kUnplanned when there is none.
  [[nodiscard]] Day first_fit(std::uint32_t department, Day from, Day last, int days) const;
  [[nodiscard]] Day last_fit(std::uint32_t department, Day from, Day last, int days) const;
  /// Bit i: a case of `days` days fits at `from` + i. Only the first 65 - `days` bits are told. Contract: 1 to 64 days.
  [[nodiscard]] std::uint64_t fits(std::uint32_t department, Day from, int days) const;

 private:
  static constexpr int kWord = 64;
  [[nodiscard]] bool free(std::uint32_t department, Day start, int days) const;

  std::size_t days_, words_;
  std::vector<std::int32_t> left_, held_;  ///< Free desks, and those of them that are lent: [department][day].
  std::vector<std::uint64_t> free_;        ///< A bit a day, with an empty word behind each department.
};

}  // namespace guatu::planning::order
