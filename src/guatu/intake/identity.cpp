#include "guatu/intake/identity.hpp"

#include "guatu/base/text.hpp"

namespace guatu::intake {
namespace {

using ledger::ProjectHistory;

/// At most one different character in eight: 东山村光伏项目 and 东山村光伏发电项目 are asked about, short names hardly ever.
constexpr std::size_t kCharactersPerDifference = 8;

std::string unit_and_name(const UnitCode& unit, const std::string& key) {
  return unit.text() + "\n" + key;
}

bool is_near(const std::string& a, const std::string& b) {
  if (match_key_without_brackets(a) == match_key_without_brackets(b)) return true;
  const auto length = std::min(character_count(a), character_count(b));
  const auto allowed = length / kCharactersPerDifference;
  if (allowed == 0) return false;
  const auto longer = std::max(character_count(a), character_count(b));
  return longer - length <= allowed && edit_distance(a, b) <= allowed;
}

}  // namespace

std::string name_key(std::string_view name) {
  return match_key(name);
}

std::string identity_key(const ledger::ProjectRecord& fields) {
  return fields.code.empty() ? "name " + name_key(fields.name) : "code " + fields.code;
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
      of_unit_[unit.text()].push_back({key, &project});
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
  const auto key = name_key(name);
  for (const auto& named : found->second)
    if (is_near(key, named.key)) return named.project;
  return nullptr;
}

const ProjectHistory* Identities::find_elsewhere(const UnitCode& unit, std::string_view name) const {
  const auto [first, last] = by_name_.equal_range(name_key(name));
  for (auto it = first; it != last; ++it)
    if (it->second->responsible_on(day_) != unit) return it->second;
  return nullptr;
}

const ProjectHistory* Identities::find_anywhere(std::string_view name) const {
  const auto found = by_name_.find(name_key(name));
  return found == by_name_.end() ? nullptr : found->second;
}

}  // namespace guatu::intake
