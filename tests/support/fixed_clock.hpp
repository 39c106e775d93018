#pragma once

#include "guatu/ports/clock.hpp"

namespace guatu::test {

/// Stands still until it is moved.
class FixedClock final : public ports::Clock {
 public:
  explicit FixedClock(ports::EpochSeconds now) : now_(now) {}
  [[nodiscard]] ports::EpochSeconds now() const override { return now_; }
  void move_by(ports::EpochSeconds seconds) { now_ += seconds; }

 private:
  ports::EpochSeconds now_;
};

}  // namespace guatu::test
