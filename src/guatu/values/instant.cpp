#include "guatu/values/instant.hpp"

#include <fmt/format.h>
#include <optional>

namespace guatu {
namespace {

constexpr std::int64_t kDaySeconds = 86400;
constexpr std::int64_t kShanghaiOffset = 8 * 3600;

Error not_an_instant(std::string_view text) {
  return make_error(ErrorKind::InvalidInput, std::string(text), "时刻应写成 2023-02-10T17:30:00+08:00 的样式，请改正。",
                    "An instant is written like 2023-02-10T17:30:00+08:00; correct it.");
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Two digits from `at` that are below `limit`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int limit) {
  if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return std::nullopt;
  const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return value < limit ? std::optional(value) : std::nullopt;
}

/// "17:30:00" as seconds of the day. A leap second has no number of its own, so ":60" is not taken.
std::optional<std::int64_t> time_of_day(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hour = two_digits(text, 0, 24);
  const auto minute = two_digits(text, 3, 60);
  const auto second = two_digits(text, 6, 60);
  if (!hour || !minute || !second) return std::nullopt;
  return (*hour * 60 + *minute) * 60 + *second;
}

/// "Z" or "+08:00" as seconds east of Greenwich.
std::optional<std::int64_t> offset_of(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hour = two_digits(text, 1, 24);
  const auto minute = two_digits(text, 4, 60);
  if (!hour || !minute) return std::nullopt;
  const std::int64_t seconds = (*hour * 60 + *minute) * 60;
  return text[0] == '-' ? -seconds : seconds;
}

/// Without a fraction of a second in front; none when a point has no digits behind it.
std::optional<std::string_view> without_fraction(std::string_view text) {
  if (text.empty() || text[0] != '.') return text;
  std::size_t end = 1;
  while (end < text.size() && is_digit(text[end]))
    ++end;
  return end > 1 ? std::optional(text.substr(end)) : std::nullopt;
}

std::int64_t floor_days(std::int64_t seconds) {
  const std::int64_t days = seconds / kDaySeconds;
  return seconds % kDaySeconds < 0 ? days - 1 : days;
}

}  // namespace

Result<std::int64_t> parse_rfc3339(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return not_an_instant(text);
  GUATU_TRY(const Date day, parse_iso_date(text.substr(0, 10)));
  const auto seconds = time_of_day(text.substr(11, 8));
  const auto rest = without_fraction(text.substr(19));
  const auto offset = rest ? offset_of(*rest) : std::nullopt;
  if (!seconds || !offset) return not_an_instant(text);
  return day.number() * kDaySeconds + *seconds - *offset;
}

std::string format_rfc3339(std::int64_t instant) {
  const Date day = shanghai_day(instant);
  const std::int64_t second = instant + kShanghaiOffset - day.number() * kDaySeconds;
  return fmt::format("{}T{:02}:{:02}:{:02}+08:00", format_iso(day), second / 3600, second / 60 % 60, second % 60);
}

Date shanghai_day(std::int64_t instant) {
  return Date::from_number(static_cast<std::int32_t>(floor_days(instant + kShanghaiOffset)));
}

std::int64_t last_second_of(Date day) {
  return (day.number() + 1) * kDaySeconds - kShanghaiOffset - 1;
}

}  // namespace guatu
