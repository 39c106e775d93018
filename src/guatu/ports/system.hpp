#pragma once

#include "guatu/ports/clock.hpp"
#include "guatu/ports/store.hpp"

namespace guatu::ports {

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] EpochSeconds now() const override;
};

/// OpenSSL's random bytes.
class SystemEntropy final : public Entropy {
 public:
  [[nodiscard]] std::string random_bytes(std::size_t count) override;
};

}  // namespace guatu::ports
