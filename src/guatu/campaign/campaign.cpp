#include "guatu/campaign/campaign.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::campaign {
namespace {

void append(std::vector<std::string>& spellings, const std::vector<std::string>& more) {
  for (const auto& spelling : more)
    if (!spelling.empty()) spellings.push_back(spelling);
}

/// The thing that is called so; before `index` every spelling is compared.
template <typename Thing, typename Spellings>
const Thing* find_by_key(const std::vector<Thing>& things, const std::unordered_map<std::string, std::size_t>& index,
                         std::string_view name, Spellings spellings) {
  const auto key = match_key(name);
  if (key.empty()) return nullptr;
  if (!index.empty()) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &things[found->second];
  }
  const auto same = [&](const std::string& spelling) { return match_key(spelling) == key; };
  for (const auto& thing : things)
    if (std::ranges::any_of(spellings(thing), same)) return &thing;
  return nullptr;
}

}  // namespace

std::vector<std::string> unit_spellings(const Unit& unit) {
  std::vector<std::string> spellings;
  append(spellings, {unit.code.text()});
  for (const auto& name : unit.names)
    append(spellings, {name.name.zh, name.short_name});
  append(spellings, unit.aliases);
  return spellings;
}

std::vector<std::string> kind_spellings(const ProcedureKind& kind) {
  std::vector<std::string> spellings;
  append(spellings, {kind.code.text(), kind.name.zh, kind.short_name});
  append(spellings, kind.aliases);
  return spellings;
}

void Campaign::index() {
  unit_by_key_.clear();
  kind_by_key_.clear();
  unit_by_code_.clear();
  for (std::size_t i = 0; i < units.size(); ++i) {
    unit_by_code_.emplace(units[i].code.text(), i);
    for (const auto& spelling : unit_spellings(units[i]))
      unit_by_key_.emplace(match_key(spelling), i);
  }
  for (std::size_t i = 0; i < kinds.size(); ++i)
    for (const auto& spelling : kind_spellings(kinds[i]))
      kind_by_key_.emplace(match_key(spelling), i);
}

const Unit* Campaign::find_unit(const UnitCode& code) const {
  if (unit_by_code_.size() == units.size()) {
    const auto found = unit_by_code_.find(code.text());
    return found == unit_by_code_.end() ? nullptr : &units[found->second];
  }
  const auto found = std::ranges::find(units, code, &Unit::code);
  return found == units.end() ? nullptr : &*found;
}

const Unit* Campaign::find_unit_by_name(std::string_view name) const {
  return find_by_key(units, unit_by_key_, name, unit_spellings);
}

const ProcedureKind* Campaign::find_kind(const KindCode& code) const {
  const auto found = std::ranges::find(kinds, code, &ProcedureKind::code);
  return found == kinds.end() ? nullptr : &*found;
}

const ProcedureKind* Campaign::find_kind_by_name(std::string_view name) const {
  return find_by_key(kinds, kind_by_key_, name, kind_spellings);
}

std::vector<const ProcedureKind*> Campaign::find_kinds_by_name(std::string_view name) const {
  if (const auto* kind = find_kind_by_name(name)) return {kind};
  const auto key = match_key(name);
  const auto same = [&](const std::string& alias) { return match_key(alias) == key; };
  const auto merged = std::ranges::find_if(
      merged_aliases, [&](const MergedAlias& entry) { return std::ranges::any_of(entry.aliases, same); });
  std::vector<const ProcedureKind*> found;
  if (merged == merged_aliases.end()) return found;
  for (const auto& code : merged->kinds)
    if (const auto* kind = find_kind(code)) found.push_back(kind);
  return found;
}

std::vector<const ProcedureKind*> Campaign::kinds_on(Date day) const {
  std::vector<const ProcedureKind*> in_force;
  for (const auto& kind : kinds)
    if (kind.in_force(day)) in_force.push_back(&kind);
  return in_force;
}

std::vector<Ratio> Campaign::thresholds() const {
  std::vector<Ratio> ratios;
  for (const auto& target : targets)
    ratios.push_back(target.threshold);
  return ratios;
}

bool Campaign::is_assessment_cut(Date day) const {
  return std::ranges::find(assessment_cuts, day) != assessment_cuts.end();
}

std::string Campaign::authority_word(Authority authority) const {
  for (const auto& [value, word] : form.authority_words)
    if (value == authority) return word;
  return authority_words(authority).zh;
}

}  // namespace guatu::campaign
