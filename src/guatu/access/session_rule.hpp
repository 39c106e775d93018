#pragma once

#include <cstdint>

/// How long a log-in lasts. Source: domain 6.1, idle time-out.
namespace guatu::access {

struct SessionRule {
  std::int64_t idle_seconds = 30 * 60;           ///< Without a request.
  std::int64_t absolute_seconds = 12 * 60 * 60;  ///< However busy.
  std::int64_t touch_seconds = 60;               ///< Use is noted so often, not with every request.
};

/// Use is noted late, which must not end a log-in early.
[[nodiscard]] inline bool is_over(std::int64_t created_at, std::int64_t used_at, std::int64_t now,
                                  const SessionRule& rule) {
  return now - used_at >= rule.idle_seconds + rule.touch_seconds || now - created_at >= rule.absolute_seconds;
}

[[nodiscard]] inline bool should_touch(std::int64_t used_at, std::int64_t now, const SessionRule& rule) {
  return now - used_at >= rule.touch_seconds;
}

}  // namespace guatu::access
