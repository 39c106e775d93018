#include "guatu/intake/identity.hpp"

#include <algorithm>
#include <bit>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

using ledger::ProjectHistory;

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

std::string unit_and_name(const UnitCode& unit, const std::string& key) {
  return unit.text() + "\n" + key;
}

}  // namespace

NameShape::NameShape(std::string name) : key(std::move(name)) {
  const auto offsets = character_offsets(key);
  length = offsets.size() - 1;
  bool told = false;
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto character = std::string_view(key).substr(offsets[i], offsets[i + 1] - offsets[i]);
    const bool tells = tells_apart(character);
    if (!tells) masked += character;
    if (tells && !told) masked += '#';
    told = tells;
    for (const char byte : character)
      characters |= std::uint64_t{1} << (static_cast<unsigned char>(byte) * 7U % 64U);
  }
  stem = match_key_without_brackets(key);
  for (const std::string_view word : {"项目", "工程", "建设", "新建", "的"})
    stem = replace_all(std::move(stem), word, "");
}

bool is_near(const NameShape& a, const NameShape& b) {
  if (a.masked == b.masked) return false;
  if (!a.stem.empty() && a.stem == b.stem) return true;
  constexpr std::size_t kLongestName = 200;
  const auto shorter = std::min(a.length, b.length);
  const auto allowed = allowed_differences(shorter);
  if (allowed == 0 || shorter > kLongestName || std::max(a.length, b.length) - shorter > allowed) return false;
  // A changed character changes three bytes at most, each leaving one bit and setting another.
  constexpr int kBitsPerDifference = 6;
  if (std::popcount(a.characters ^ b.characters) > kBitsPerDifference * static_cast<int>(allowed)) return false;
  return edit_distance(a.key, b.key) <= allowed;
}

std::string name_key(std::string_view name) {
  return match_key(name);
}

Identities::Identities(const ledger::Ledger& ledger, Date day) : day_(day) {
  for (const auto& project : ledger.projects) {
    const auto unit = project.responsible_on(day);
    if (!project.record.code.empty()) by_code_.emplace(project.record.code, &project);
    std::vector<std::string> names{project.record.name};
    for (const auto& event : project.life)
      if (event.action == ledger::LifeAction::Rename) names.push_back(event.name);
    for (const auto& name : names) {
      const auto key = name_key(name);
      by_unit_and_name_.emplace(unit_and_name(unit, key), &project);
      by_name_.emplace(key, &project);
      of_unit_[unit.text()].push_back({NameShape(key), &project});
    }
  }
}

const ProjectHistory* Identities::find_by_code(const std::string& code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : found->second;
}

const ProjectHistory* Identities::find_by_name(const UnitCode& unit, std::string_view name) const {
  const auto found = by_unit_and_name_.find(unit_and_name(unit, name_key(name)));
  return found == by_unit_and_name_.end() ? nullptr : found->second;
}

const ProjectHistory* Identities::find_near(const UnitCode& unit, std::string_view name) const {
  const auto found = of_unit_.find(unit.text());
  if (found == of_unit_.end()) return nullptr;
  const NameShape shape(name_key(name));
  for (const auto& named : found->second)
    if (is_near(shape, named.shape)) return named.project;
  return nullptr;
}

const ProjectHistory* Identities::find_elsewhere(const UnitCode& unit, std::string_view name) const {
  const auto [first, last] = by_name_.equal_range(name_key(name));
  for (auto it = first; it != last; ++it)
    if (it->second->responsible_on(day_) != unit) return it->second;
  return nullptr;
}

const ProjectHistory* Identities::find_moved(const UnitCode& unit, std::string_view name) const {
  const auto moves_to_unit = [&](const ledger::LifeEvent& event) {
    return event.action == ledger::LifeAction::Move && event.to_unit == unit;
  };
  const auto [first, last] = by_name_.equal_range(name_key(name));
  for (auto it = first; it != last; ++it) {
    const auto& project = *it->second;
    if (project.responsible_on(day_) == unit) continue;
    if (project.record.responsible == unit || std::ranges::any_of(project.life, moves_to_unit)) return &project;
  }
  return nullptr;
}

const ProjectHistory* Identities::find_anywhere(std::string_view name) const {
  const auto found = by_name_.find(name_key(name));
  return found == by_name_.end() ? nullptr : found->second;
}

}  // namespace guatu::intake
