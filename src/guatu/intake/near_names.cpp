#include "guatu/intake/near_names.hpp"

#include <algorithm>
#include <bit>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

/// One different character for six and more, two for sixteen and more. Shorter names are hardly ever the same.
std::size_t allowed_differences(std::size_t characters) {
  constexpr std::size_t kOne = 6;
  constexpr std::size_t kTwo = 16;
  return characters >= kTwo ? characters / 8 : characters >= kOne ? 1 : 0;
}

/// Characters that tell sister projects apart: 一期 and 二期, A区 and B区, 东山 and 西山 are meant to differ.
bool tells_apart(std::string_view character) {
  const char first = character.front();
  if ((first >= '0' && first <= '9') || (first >= 'a' && first <= 'z')) return true;
  constexpr std::string_view kTelling = "〇零一二三四五六七八九十百两甲乙丙丁戊己庚辛东南西北中上下左右前后";
  return character.size() == 3 && kTelling.find(character) != std::string_view::npos;
}

}  // namespace

NameShape::NameShape(std::string name) : key(std::move(name)) {
  const auto offsets = character_offsets(key);
  length = offsets.size() - 1;
  bool told = false;
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto character = std::string_view(key).substr(offsets[i], offsets[i + 1] - offsets[i]);
    const bool tells = tells_apart(character);
    (tells ? telling : masked) += character;
    if (tells && !told) masked += '#';
    told = tells;
    for (const char byte : character)
      characters |= std::uint64_t{1} << (static_cast<unsigned char>(byte) * 7U % 64U);
  }
  stem = match_key_without_brackets(key);
  outside_length = character_count(stem);
  for (const std::string_view word : {"项目", "工程", "建设", "新建", "的"})
    stem = replace_all(std::move(stem), word, "");
}

bool is_near(const NameShape& a, const NameShape& b) {
  if (a.masked == b.masked) return false;
  if (!a.stem.empty() && a.stem == b.stem) return true;
  constexpr std::size_t kLongestName = 200;
  const auto shorter = std::min(a.length, b.length);
  const auto allowed = allowed_differences(std::min(a.outside_length, b.outside_length));
  if (allowed == 0 || shorter > kLongestName || std::max(a.length, b.length) - shorter > allowed) return false;
  // A changed character changes three bytes at most, each leaving one bit and setting another.
  constexpr int kBitsPerDifference = 6;
  if (std::popcount(a.characters ^ b.characters) > kBitsPerDifference * static_cast<int>(allowed)) return false;
  return edit_distance(a.key, b.key) <= allowed;
}

namespace {

/// Equal but for everyday words, or one character apart.
bool is_almost(const NameShape& a, const NameShape& b) {
  return (!a.stem.empty() && a.stem == b.stem) || edit_distance(a.key, b.key) <= 1;
}

}  // namespace

void NearNames::add(NameShape shape) {
  const auto [group, fresh] = by_masked_.emplace(shape.masked, sisters_.size());
  if (fresh) sisters_.emplace_back();
  sisters_[group->second].push_back({std::move(shape), count_++});
}

std::optional<std::size_t> NearNames::find(const NameShape& shape) const {
  std::optional<std::size_t> first;
  for (const auto& sisters : sisters_) {
    if (sisters.front().shape.masked == shape.masked) continue;
    for (const auto& named : sisters)
      if ((!first || named.number < *first) && is_near(shape, named.shape) &&
          (nearness_ == Nearness::Likely || is_almost(shape, named.shape)))
        first = named.number;
  }
  return first;
}

}  // namespace guatu::intake
