#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "guatu/ports/forwarding_store.hpp"
#include "guatu/telemetry/metrics.hpp"

namespace guatu::telemetry {

/// Any store, with its commits and failures counted. Remembers whether it ever failed: whoever lends it out makes a new one
/// then, because a connection that failed once may be lost.
class WatchedStore final : public ports::ForwardingStore {
 public:
  WatchedStore(std::unique_ptr<ports::Store> inner, Metrics& metrics)
      : ForwardingStore(std::move(inner)), metrics_(metrics) {}

  [[nodiscard]] bool has_failed() const { return failed_; }

  /// Whether it only repeats what a primary writes. Asked of the database once a second at most: a standby may become a
  /// primary under an open connection.
  [[nodiscard]] Result<bool> is_standby();

  [[nodiscard]] Result<ports::CommitHead> find_head() override;
  [[nodiscard]] Result<ports::CommitHead> append(const ports::Commit& commit, std::int64_t expected_head) override;

 private:
  void saw(const Error& error) override;

  Metrics& metrics_;
  bool failed_ = false;
  bool standby_ = false;
  std::optional<std::chrono::steady_clock::time_point> asked_at_;
};

}  // namespace guatu::telemetry
