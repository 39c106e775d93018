#include "guatu/values/amount.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "guatu/base/contract.hpp"
#include "guatu/base/text.hpp"

namespace guatu {
namespace {

constexpr std::int64_t kLargestYuan = 1'000'000'000'000'000;
constexpr std::int64_t kHundredMillion = 100'000'000;
constexpr std::size_t kLongestNumber = 400;

/// `digits` · 10^`exponent`; digits without leading zeros, none for zero.
struct Decimal {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

int exponent_of(AmountUnit unit) {
  switch (unit) {
    case AmountUnit::Yuan:
      return 0;
    case AmountUnit::TenThousandYuan:
      return 4;
    case AmountUnit::HundredMillionYuan:
      return 8;
  }
  GUATU_REQUIRE(false);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

/// "1234" or "1,234"; a comma in another place may be a decimal point of another country, so it is not guessed away.
std::optional<std::string> take_whole_part(std::string_view& text) {
  std::string whole(take_digits(text));
  if (text.empty() || text[0] != ',') return whole;
  if (whole.empty() || whole.size() > 3) return std::nullopt;
  while (!text.empty() && text[0] == ',') {
    text.remove_prefix(1);
    const std::string_view group = take_digits(text);
    if (group.size() != 3) return std::nullopt;
    whole += group;
  }
  return whole;
}

/// What stands behind an "E", as spreadsheets write it; 0 when there is none.
std::optional<int> take_exponent(std::string_view& text) {
  if (text.empty() || (text[0] != 'e' && text[0] != 'E')) return 0;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  const std::string_view taken = take_digits(text);
  if (taken.empty()) return std::nullopt;
  int value = 0;
  for (const char c : taken)
    value = std::min(value * 10 + (c - '0'), 100'000);  // Far outside any amount already.
  return negative ? -value : value;
}

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal decimal;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    decimal.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const auto whole = take_whole_part(text);
  if (!whole) return std::nullopt;
  std::string_view fraction;
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  if (whole->empty() && fraction.empty()) return std::nullopt;
  const auto exponent = take_exponent(text);
  if (!exponent || !text.empty()) return std::nullopt;
  decimal.digits = *whole + std::string(fraction);
  decimal.digits.erase(0, decimal.digits.find_first_not_of('0'));
  decimal.exponent = *exponent - static_cast<int>(fraction.size());
  return decimal;
}

/// Whole yuan, rounded half up by magnitude; none when it leaves the range.
std::optional<std::int64_t> rounded_yuan(const Decimal& decimal) {
  const int size = static_cast<int>(decimal.digits.size());
  if (size == 0 || size + decimal.exponent < 0) return 0;
  if (size + decimal.exponent > 16) return std::nullopt;
  std::int64_t yuan = 0;
  const int whole = size + decimal.exponent;
  for (int i = 0; i < whole; ++i)
    yuan = yuan * 10 + (i < size ? decimal.digits[static_cast<std::size_t>(i)] - '0' : 0);
  if (whole < size && decimal.digits[static_cast<std::size_t>(whole)] >= '5') ++yuan;
  if (yuan > kLargestYuan) return std::nullopt;
  return decimal.negative ? -yuan : yuan;
}

}  // namespace

Result<Amount> parse_amount(std::string_view number, AmountUnit unit) {
  const std::string text = trim(number);
  auto decimal = text.size() <= kLongestNumber ? read_decimal(text) : std::nullopt;
  if (!decimal) {
    return make_error(ErrorKind::InvalidInput, text.substr(0, 2 * kLongestNumber),
                      "金额应为数字，如 3.5 或 1,234.56，请改正。",
                      "An amount is a number such as 3.5 or 1,234.56; correct it.");
  }
  decimal->exponent += exponent_of(unit);
  const auto yuan = rounded_yuan(*decimal);
  if (!yuan) {
    return make_error(ErrorKind::InvalidInput, text, "金额超出一千万亿元，请核对单位和数字。",
                      "The amount is beyond 10^15 yuan; check unit and digits.");
  }
  return Amount{*yuan};
}

std::string format_hundred_million(Amount amount) {
  const auto magnitude =
      amount.yuan < 0 ? -static_cast<std::uint64_t>(amount.yuan) : static_cast<std::uint64_t>(amount.yuan);
  std::string text =
      fmt::format("{}{}.{:08}", amount.yuan < 0 ? "-" : "", magnitude / kHundredMillion, magnitude % kHundredMillion);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace guatu
