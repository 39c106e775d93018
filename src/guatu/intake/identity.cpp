#include "guatu/intake/identity.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::intake {
namespace {

using ledger::ProjectHistory;

std::string unit_and_name(const UnitCode& unit, const std::string& key) {
  return unit.text() + "\n" + key;
}

}  // namespace

std::string name_key(std::string_view name) {
  return match_key(name);
}

Identities::Identities(const ledger::Ledger& ledger, Date day) : day_(day) {
  for (const auto& project : ledger.projects) {
    const auto unit = project.responsible_on(day);
    by_id_.emplace(project.record.id.text(), &project);
    if (!project.record.code.empty()) by_code_.emplace(project.record.code, &project);
    std::vector<std::string> names{project.record.name};
    for (const auto& event : project.life)
      if (event.action == ledger::LifeAction::Rename) names.push_back(event.name);
    for (const auto& name : names) {
      const auto key = name_key(name);
      by_unit_and_name_.emplace(unit_and_name(unit, key), &project);
      by_name_.emplace(key, &project);
      auto& of_unit = of_unit_[unit.text()];
      of_unit.names.add(NameShape(key));
      of_unit.projects.push_back(&project);
    }
  }
}

const ProjectHistory* Identities::find_by_code(const std::string& code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : found->second;
}

const ProjectHistory* Identities::find_by_number_or_code(std::string_view text) const {
  const auto found = by_id_.find(trim(text));
  return found != by_id_.end() ? found->second : find_by_code(read_project_code(text).canonical);
}

const ProjectHistory* Identities::find_by_name(const UnitCode& unit, std::string_view name) const {
  const auto found = by_unit_and_name_.find(unit_and_name(unit, name_key(name)));
  return found == by_unit_and_name_.end() ? nullptr : found->second;
}

const ProjectHistory* Identities::find_near(const UnitCode& unit, std::string_view name) const {
  const auto found = of_unit_.find(unit.text());
  if (found == of_unit_.end()) return nullptr;
  const auto number = found->second.names.find(NameShape(name_key(name)));
  return number ? found->second.projects[*number] : nullptr;
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
