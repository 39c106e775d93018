#pragma once

#include <string>
#include <string_view>

/// Numbers written in Chinese.
namespace guatu::intake {

/// The text with every Chinese number below 100, and every row of Chinese digits, in Arabic digits:
/// "二〇二二年十一月三十日" → "2022年11月30日", "第一季度" → "第1季度". Other characters stay.
[[nodiscard]] std::string with_arabic_digits(std::string_view text);

}  // namespace guatu::intake
