#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/values/date.hpp"

/// Instants are seconds since 1970-01-01T00:00:00Z; people see them in Asia/Shanghai (UTC+8, no daylight saving since 1992).
namespace guatu {

/// "2023-02-10T17:30:00+08:00"; Z and other offsets are understood, a fraction of a second is cut. Errors: InvalidInput.
[[nodiscard]] Result<std::int64_t> parse_rfc3339(std::string_view text);
[[nodiscard]] std::string format_rfc3339(std::int64_t instant);
/// The civil day in Asia/Shanghai.
[[nodiscard]] Date shanghai_day(std::int64_t instant);
/// The last second of the day in Asia/Shanghai: what `--today` means.
[[nodiscard]] std::int64_t last_second_of(Date day);

}  // namespace guatu
