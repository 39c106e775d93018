#pragma once

#include "guatu/ports/store.hpp"
#include "guatu/values/date.hpp"

/// Who looks at a clock asks here; `--now` and tests put another one in.
namespace guatu::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual EpochSeconds now() const = 0;
};

}  // namespace guatu::ports
