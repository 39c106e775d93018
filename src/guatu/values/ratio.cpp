#include "guatu/values/ratio.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "guatu/base/contract.hpp"

namespace guatu {
namespace {

__extension__ using Wide = __int128;

bool is_sound(const Ratio& ratio) {
  return ratio.numerator >= 0 && ratio.denominator > 0;
}

/// Whether `tenths` of a percent show `ceiling` or more.
bool shows_at_least(Wide tenths, const Ratio& ceiling) {
  return tenths * ceiling.denominator >= Wide{1000} * ceiling.numerator;
}

std::string with_one_decimal(int tenths) {
  return tenths % 10 == 0 ? fmt::format("{}", tenths / 10) : fmt::format("{}.{}", tenths / 10, tenths % 10);
}

}  // namespace

std::strong_ordering compare(const Ratio& a, const Ratio& b) {
  GUATU_REQUIRE(is_sound(a) && is_sound(b));
  const Wide left = Wide{a.numerator} * b.denominator;
  const Wide right = Wide{b.numerator} * a.denominator;
  if (left == right) return std::strong_ordering::equal;
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool is_whole(const Ratio& ratio) {
  return ratio.is_defined() && ratio.numerator == ratio.denominator;
}

std::optional<int> shown_tenths(const Ratio& ratio, std::span<const Ratio> ceilings) {
  if (!ratio.is_defined()) return std::nullopt;
  GUATU_REQUIRE(is_sound(ratio));
  const Wide exact = Wide{1000} * ratio.numerator;
  const Wide half_up = (2 * exact + ratio.denominator) / (Wide{2} * ratio.denominator);
  GUATU_REQUIRE(half_up <= std::numeric_limits<int>::max());
  const auto reached_early = [&](const Ratio& ceiling) {
    return compare(ratio, ceiling) < 0 && shows_at_least(half_up, ceiling);
  };
  // Rounding went up by half a tenth at most, so the tenth below is below the exact value and every ceiling above it.
  const bool cut = reached_early({1, 1}) || std::any_of(ceilings.begin(), ceilings.end(), reached_early);
  return static_cast<int>(cut ? exact / ratio.denominator : half_up);
}

std::string percent_text(std::optional<int> tenths) {
  if (!tenths) return "—";
  GUATU_REQUIRE(*tenths >= 0);
  return with_one_decimal(*tenths) + "%";
}

std::optional<std::string> change_text(std::optional<int> now, std::optional<int> before) {
  if (!now || !before) return std::nullopt;
  const int change = *now - *before;
  if (change == 0) return "0";
  return (change > 0 ? "+" : "-") + with_one_decimal(change > 0 ? change : -change);
}

}  // namespace guatu
