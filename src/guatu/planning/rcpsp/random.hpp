#pragma once

#include <cstdint>

namespace guatu::planning::rcpsp {

/// SplitMix64: a counter that goes up by the golden ratio, and a mixing of its bits. The same numbers on every machine, since
/// nothing of the standard library's distributions takes part. Source: Steele, Lea, Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    auto bits = state_;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
  }

  /// 0 to `bound` - 1, from the upper half of one number. A value's share is off by at most one in 2³².
  [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
  }

  [[nodiscard]] bool chance_in(std::uint32_t share, std::uint32_t whole) { return below(whole) < share; }

 private:
  std::uint64_t state_;
};

}  // namespace guatu::planning::rcpsp
