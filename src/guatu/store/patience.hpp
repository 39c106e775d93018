#pragma once

#include <chrono>

#include "guatu/store/dialect.hpp"

namespace guatu::store {

/// How long a command goes on trying. Zero: never.
struct RetryLimits {
  std::chrono::milliseconds reconnect{0};  ///< Until a lost server, or the one that takes its place, answers again.
  int repeats = 0;                         ///< Of a transaction that the engine gave up.
  bool others = false;                     ///< There are other servers that may write when this one does not.
};

/// The patience of one command.
class Patience {
 public:
  explicit Patience(const RetryLimits& limits);
  /// Waits a little and says whether to try once more.
  [[nodiscard]] bool allows(Recovery recovery);

 private:
  const RetryLimits& limits_;
  std::chrono::steady_clock::time_point ends_;
  std::chrono::milliseconds pause_;
  int repeats_ = 0;
};

}  // namespace guatu::store
