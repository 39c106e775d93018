#pragma once

#include <cstdint>
#include <vector>

#include "guatu/planning/rcpsp/instance.hpp"

namespace guatu::planning::rcpsp {

/// What activities need, several resources to a 64-bit word: four lanes of 16 bits where capacities allow, else two of 32.
/// The highest bit of a lane is a guard. Free amounts carry it, needs do not; after `free - need` it is still there in every
/// lane exactly if there is enough of everything, and no lane ever borrows from its neighbour.
class PackedNeeds {
 public:
  explicit PackedNeeds(const Instance& instance);

  [[nodiscard]] std::int32_t words() const { return words_; }
  [[nodiscard]] std::uint64_t guard() const { return guard_; }
  /// Shape: `words()` of them.
  [[nodiscard]] const std::uint64_t* need(Activity activity) const { return needs_.data() + at(activity); }
  /// Nothing in use, guards set.
  [[nodiscard]] const std::uint64_t* all_free() const { return all_free_.data(); }
  /// True if the activity takes neither time nor resources, or no resources.
  [[nodiscard]] bool needs_nothing(Activity activity) const { return needs_nothing_[activity] != 0; }

 private:
  [[nodiscard]] std::size_t at(Activity activity) const {
    return static_cast<std::size_t>(activity) * static_cast<std::size_t>(words_);
  }

  std::int32_t words_ = 1;
  std::uint64_t guard_ = 0;
  std::vector<std::uint64_t> needs_, all_free_;
  std::vector<std::uint8_t> needs_nothing_;
};

}  // namespace guatu::planning::rcpsp
