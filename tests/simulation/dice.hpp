#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

/// Chance that is the same on every machine for the same seed: the standard engine is fixed, its distributions are not.
namespace guatu::simulation {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// 0 … `count` - 1.
  [[nodiscard]] int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(count)); }
  [[nodiscard]] int between(int first, int last) { return first + below(last - first + 1); }
  [[nodiscard]] bool percent(int chance) { return below(100) < chance; }
  [[nodiscard]] std::uint64_t number() { return engine_(); }

  template <typename T>
  [[nodiscard]] const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  template <typename T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[static_cast<std::size_t>(below(static_cast<int>(i)))]);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace guatu::simulation
