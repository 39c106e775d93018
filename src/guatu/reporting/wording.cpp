#include "guatu/reporting/wording.hpp"

#include <algorithm>
#include <array>

#include "guatu/base/contract.hpp"

namespace guatu::reporting {

std::string number(std::int64_t value) {
  return std::to_string(value);
}

std::string chinese_number(int value) {
  GUATU_REQUIRE(value >= 0 && value < 100);
  constexpr std::array<const char*, 11> kDigits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (value <= 10) return kDigits[static_cast<std::size_t>(value)];
  const auto tens = static_cast<std::size_t>(value / 10);
  const auto ones = static_cast<std::size_t>(value % 10);
  return std::string(tens == 1 ? "" : kDigits[tens]) + "十" + (ones == 0 ? "" : kDigits[ones]);
}

std::string place_count(std::size_t count) {
  return count == 2 ? "两" : chinese_number(static_cast<int>(count));
}

std::string joined(const std::vector<std::string>& words) {
  return joined_up_to(words, words.size());
}

std::string joined_up_to(const std::vector<std::string>& words, std::size_t limit) {
  std::string text;
  for (std::size_t i = 0; i < std::min(limit, words.size()); ++i)
    text += (i == 0 ? "" : "、") + words[i];
  if (words.size() > limit) text += "等" + number(static_cast<std::int64_t>(words.size())) + "个";
  return text;
}

std::string rate_words(const counting::Rate& rate) {
  return rate.text() + "（" + number(rate.ratio.numerator) + "/" + number(rate.ratio.denominator) + "）";
}

std::string change_words(const counting::Rate& rate, const std::string& base) {
  if (!rate.change) return {};
  if (*rate.change == "0") return "与" + base + "持平";
  return "较" + base + (rate.change->starts_with('+') ? "提高" : "下降") + rate.change->substr(1) + "个百分点";
}

std::string moved_rate_words(const std::string& what, const std::string& points) {
  if (points == "0") return what + "未影响办结率";
  return what + "使办结率" + (points.starts_with('+') ? "提高" : "下降") + points.substr(1) + "个百分点";
}

}  // namespace guatu::reporting
