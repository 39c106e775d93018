#include "guatu/cli/arguments.hpp"

#include <charconv>

#include "guatu/values/instant.hpp"

namespace guatu::cli {
namespace {

Error wrong_value(std::string_view option, const std::string& value, const char* zh, const char* en) {
  return make_error(ErrorKind::WrongUsage, std::string(option),
                    std::string(option) + " 的值“" + value + "”不对，应为" + zh,
                    std::string(option) + ": \"" + value + "\" is not " + en);
}

/// A campaign's days: what was before and what comes after a day can be asked for as well.
bool within_reach(int year) {
  return year >= 1950 && year <= 2150;
}

}  // namespace

bool Arguments::has(std::string_view option) const {
  return values_.contains(option);
}

std::string Arguments::text(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::string{} : found->second;
}

Result<std::optional<Date>> Arguments::find_day(std::string_view option) const {
  if (!has(option)) return std::optional<Date>{};
  const auto day = parse_iso_date(text(option));
  if (!day || !within_reach(day->year()))
    return wrong_value(option, text(option), "日期，如 2022-11-30", "a day like 2022-11-30");
  return std::optional(*day);
}

Result<std::optional<Dekad>> Arguments::find_dekad(std::string_view option) const {
  if (!has(option)) return std::optional<Dekad>{};
  const auto dekad = parse_dekad(text(option));
  if (!dekad || !within_reach(dekad->year))
    return wrong_value(option, text(option), "旬，如 2022-12-D1（上旬 D1、中旬 D2、下旬 D3）",
                       "a dekad like 2022-12-D1");
  return std::optional(*dekad);
}

Result<std::optional<std::int64_t>> Arguments::find_number(std::string_view option) const {
  if (!has(option)) return std::optional<std::int64_t>{};
  const auto value = text(option);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < 0)
    return wrong_value(option, value, "不小于 0 的整数", "a whole number of at least 0");
  return std::optional(number);
}

Result<std::optional<ports::CommitHead>> Arguments::find_head(std::string_view option) const {
  if (!has(option)) return std::optional<ports::CommitHead>{};
  constexpr std::size_t kDigestSize = 64;
  const auto value = text(option);
  const auto colon = std::min(value.find(':'), value.size());
  ports::CommitHead head;
  const auto* const end = value.data() + colon;
  const auto [stop, error] = std::from_chars(value.data(), end, head.seq);
  if (colon < value.size()) head.digest = value.substr(colon + 1);
  if (error != std::errc{} || stop != end || head.seq < 0 || head.digest.size() != kDigestSize ||
      head.digest.find_first_not_of("0123456789abcdef") != std::string::npos)
    return wrong_value(option, value, "通报上印的台账号和链头摘要，写成 号码:摘要（64 位十六进制）",
                       "the number and digest that a bulletin prints, as NUMBER:DIGEST (64 hex digits)");
  return std::optional(head);
}

Result<std::optional<std::int64_t>> Arguments::find_instant(std::string_view option) const {
  if (!has(option)) return std::optional<std::int64_t>{};
  const auto value = text(option);
  if (const auto day = parse_iso_date(value)) return std::optional(last_second_of(*day));
  const auto instant = parse_rfc3339(value);
  if (!instant)
    return wrong_value(option, value, "时刻，如 2022-12-10T18:00:00+08:00",
                       "an instant like 2022-12-10T18:00:00+08:00");
  return std::optional(*instant);
}

}  // namespace guatu::cli
