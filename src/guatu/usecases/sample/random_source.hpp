#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace guatu::usecases {

/// Draws that depend on the seed alone: the generator is fixed by the standard, the distributions are written out here.
class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : engine_(seed) {}

  /// 0 … count-1. Contract: count > 0.
  [[nodiscard]] int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(count)); }
  [[nodiscard]] int between(int first, int last) { return first + below(last - first + 1); }
  [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
  template <typename T>
  [[nodiscard]] const T& one_of(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace guatu::usecases
