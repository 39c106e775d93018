#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

/// Chance that is the same everywhere for the same seed.
namespace guatu::planning::order {

/// PCG-XSH-RR with 64 bits of state and 32 of output. Source: O'Neill, "PCG", HMC-CS-2014-0905, 2014.
class Draws {
 public:
  explicit Draws(std::uint64_t seed, std::uint64_t stream = 0) : step_((stream << 1U) | 1U) {
    bits();
    state_ += seed;
    bits();
  }

  std::uint32_t bits() {
    const auto old = state_;
    state_ = old * 6364136223846793005ULL + step_;
    const auto mixed = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (mixed >> turn) | (mixed << ((32U - turn) & 31U));
  }
  /// In (0, 1); one draw.
  double uniform() { return (bits() + 0.5) * 0x1p-32; }
  /// In [0, count); one draw. Unevenness below 2^-32 · count.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>((std::uint64_t{bits()} * count) >> 32U);
  }
  /// Standard normal; two draws.
  double normal() {
    const double radius = std::sqrt(-2.0 * std::log(uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
  }
  /// Log-normal of median 1.
  double lognormal(double sigma) { return std::exp(sigma * normal()); }

 private:
  std::uint64_t state_ = 0;
  std::uint64_t step_;
};

}  // namespace guatu::planning::order
