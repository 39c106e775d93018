#include "guatu/intake/amount_reading.hpp"

#include <string>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

constexpr std::int64_t kTenThousand = 10'000;

std::optional<AmountUnit> strip_unit(std::string_view& text) {
  if (strip_prefix(text, "亿")) return AmountUnit::HundredMillionYuan;
  if (strip_prefix(text, "万")) return AmountUnit::TenThousandYuan;
  if (strip_prefix(text, "元")) return AmountUnit::Yuan;
  return std::nullopt;
}

/// One or more numbers with units, largest first: 3亿5000万. A number without unit counts in `unit` and stands alone.
std::optional<Amount> sum_of_terms(std::string_view text, AmountUnit unit) {
  Amount sum;
  auto smallest = std::optional<AmountUnit>();
  bool bare = false;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_not_of("0123456789.,+-"), text.size());
    if (end == 0 || bare) return std::nullopt;
    const auto number = text.substr(0, end);
    text.remove_prefix(end);
    const auto named = strip_unit(text);
    if (named && *named != AmountUnit::Yuan) strip_prefix(text, "元");
    if (smallest && (!named || *named >= *smallest)) return std::nullopt;
    const auto term = parse_amount(number, named.value_or(unit));
    if (!term) return std::nullopt;
    sum = sum + *term;
    smallest = named;
    bare = !named;
  }
  return sum;
}

}  // namespace

AmountReading read_amount(std::string_view written, AmountUnit unit) {
  std::string plain = without_characters(normalise(written), " \t\r\n");
  if (plain.empty() || is_dash(plain) || plain == "无" || plain == "待定") return {AmountFault::Blank, {}, {}};
  std::string_view text = plain;
  for (const std::string_view word : {"约", "近", "大约", "总投资", "≈", "~", "¥", "人民币"})
    strip_prefix(text, word);
  strip_suffix(text, "左右");
  const auto slash = text.find('/');
  AmountReading reading;
  reading.amount = sum_of_terms(text.substr(0, slash), unit);
  if (slash != std::string_view::npos) reading.second = sum_of_terms(text.substr(slash + 1), unit);
  const bool complete =
      reading.amount && reading.amount->yuan >= 0 && (slash == std::string_view::npos || reading.second);
  if (!complete) return {AmountFault::NotAnAmount, {}, {}};
  return reading;
}

std::optional<AmountUnit> find_amount_unit(std::string_view text) {
  const std::string plain = match_key(text);
  if (contains(plain, "亿元") || plain.ends_with("亿") || contains(plain, "(亿)"))
    return AmountUnit::HundredMillionYuan;
  if (contains(plain, "万元") || contains(plain, "(万)")) return AmountUnit::TenThousandYuan;
  // 填报单位：元宝山区 names a unit that reports, not one that is counted in.
  if (contains(plain, "(元)") || plain.ends_with("单位:元") || contains(plain, "单位:元)")) return AmountUnit::Yuan;
  return std::nullopt;
}

bool looks_mis_scaled(Amount amount, AmountUse use) {
  const Amount smallest{use == AmountUse::TotalInvestment ? 5'000'000 : 500'000};
  const Amount largest{200'000'000'000};
  if (amount.yuan <= 0) return false;
  if (amount < smallest) return Amount{amount.yuan * kTenThousand} >= smallest;
  return amount > largest && amount.yuan / kTenThousand >= smallest.yuan;
}

}  // namespace guatu::intake
