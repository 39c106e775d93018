#pragma once

#include <chrono>
#include <memory>

#include "guatu/store/dialect.hpp"
#include "guatu/store/patience.hpp"
#include "guatu/store/postgres/connection_url.hpp"

/// PostgreSQL as this program wants it. Failures are `ConnectFailure` and SOCI's exceptions; callers catch them at the
/// store's border.
namespace guatu::store {

/// A connection that sees the place's schema, waits `wait` for locks and confirms nothing before it is safe.
[[nodiscard]] std::unique_ptr<soci::session> connect_postgres(const PostgresPlace& place,
                                                              std::chrono::milliseconds wait);

/// The same, tried again as long as `limits` allow.
[[nodiscard]] std::unique_ptr<soci::session> connect_patiently(const PostgresPlace& place,
                                                               std::chrono::milliseconds wait,
                                                               const RetryLimits& limits);

[[nodiscard]] const Dialect& postgres_dialect();

}  // namespace guatu::store
