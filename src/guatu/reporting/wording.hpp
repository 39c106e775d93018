#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guatu/counting/figures.hpp"

/// Numbers and lists as official papers write them.
namespace guatu::reporting {

[[nodiscard]] std::string number(std::int64_t value);
/// 零 一 二 … 九十九. Contract: 0–99.
[[nodiscard]] std::string chinese_number(int value);
/// 后两位, not 后二位.
[[nodiscard]] std::string place_count(std::size_t count);
/// 甲、乙、丙
[[nodiscard]] std::string joined(const std::vector<std::string>& words);
/// 甲、乙等12个 when there are more than `limit`; all of them otherwise.
[[nodiscard]] std::string joined_up_to(const std::vector<std::string>& words, std::size_t limit);
/// 42%（89/212）
[[nodiscard]] std::string rate_words(const counting::Rate& rate);
/// 与……持平 / 较……提高2.1个百分点 / 较……下降0.3个百分点; empty without a change.
[[nodiscard]] std::string change_words(const counting::Rate& rate, const std::string& base);

/// "…使办结率提高0.3个百分点" for the points "+0.3", 未影响 for none.
[[nodiscard]] std::string moved_rate_words(const std::string& what, const std::string& points);

}  // namespace guatu::reporting
