#pragma once

#include <cstdint>

/// How long who guesses has to wait. It grows with failures of one account from one address, so a stranger elsewhere cannot
/// lock anybody out; an address that fails with many accounts waits a little too. Nothing is ever locked for good.
namespace guatu::access {

/// Failures since the last success, or since they were forgotten.
struct Failures {
  std::int64_t count = 0;
  std::int64_t last_at = 0;  ///< Instant.
};

/// Seconds until the next attempt is looked at; 0: now.
[[nodiscard]] std::int64_t seconds_to_wait(const Failures& of_account_and_address, const Failures& of_address,
                                           std::int64_t now);

/// Failures are forgotten after a day without one.
[[nodiscard]] bool is_forgotten(const Failures& failures, std::int64_t now);

}  // namespace guatu::access
