#pragma once

#include <random>

#include "guatu/ports/store.hpp"

namespace guatu::test {

/// The same bytes for the same seed.
class SeededEntropy final : public ports::Entropy {
 public:
  explicit SeededEntropy(std::uint64_t seed) : engine_(seed) {}

  [[nodiscard]] std::string random_bytes(std::size_t count) override {
    std::string bytes(count, '\0');
    for (auto& byte : bytes)
      byte = static_cast<char>(engine_() & 0xffU);
    return bytes;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace guatu::test
