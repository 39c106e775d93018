#include "guatu/campaign/campaign.hpp"

#include <algorithm>
#include <array>

#include "guatu/base/text.hpp"

namespace guatu {
namespace {

struct AuthorityRow {
  std::string_view name;
  const char* zh;
  const char* en;
};
constexpr std::array<AuthorityRow, 4> kAuthorities{{{"state", "国家级", "state"}, {"region", "省级", "region"}, {"city", "市级", "city"}, {"county", "县级", "county"}}};
constexpr std::array<std::string_view, 3> kTracks{"approval", "sanction", "filing"};

}  // namespace

std::string_view authority_name(Authority authority) { return kAuthorities[static_cast<std::size_t>(authority)].name; }

std::optional<Authority> find_authority(std::string_view name) {
  for (std::size_t i = 0; i < kAuthorities.size(); ++i)
    if (kAuthorities[i].name == name) return static_cast<Authority>(i);
  return std::nullopt;
}

Bilingual authority_words(Authority authority) {
  const auto& row = kAuthorities[static_cast<std::size_t>(authority)];
  return {row.zh, row.en};
}

std::string_view track_name(Track track) { return kTracks[static_cast<std::size_t>(track)]; }

std::optional<Track> find_track(std::string_view name) {
  for (std::size_t i = 0; i < kTracks.size(); ++i)
    if (kTracks[i] == name) return static_cast<Track>(i);
  return std::nullopt;
}

}  // namespace guatu

namespace guatu::campaign {
namespace {

constexpr std::array<std::string_view, 7> kCapacities{"district", "sponsor", "approver", "office", "supervision", "publicity", "member"};

}  // namespace

std::string_view capacity_name(Capacity capacity) { return kCapacities[static_cast<std::size_t>(capacity)]; }

std::optional<Capacity> find_capacity(std::string_view name) {
  for (std::size_t i = 0; i < kCapacities.size(); ++i)
    if (kCapacities[i] == name) return static_cast<Capacity>(i);
  return std::nullopt;
}

const DatedName& Unit::name_on(Date day) const {
  const auto* current = &names.front();
  for (const auto& name : names)
    if (!name.from || *name.from <= day) current = &name;
  return *current;
}

const Unit* Campaign::find_unit(const UnitCode& code) const {
  const auto found = std::ranges::find(units, code, &Unit::code);
  return found == units.end() ? nullptr : &*found;
}

std::vector<std::string> unit_spellings(const Unit& unit) {
  std::vector<std::string> spellings{unit.code.text()};
  for (const auto& name : unit.names) spellings.insert(spellings.end(), {name.name.zh, name.short_name});
  spellings.insert(spellings.end(), unit.aliases.begin(), unit.aliases.end());
  std::erase(spellings, std::string{});
  return spellings;
}

std::vector<std::string> kind_spellings(const ProcedureKind& kind) {
  std::vector<std::string> spellings{kind.code.text(), kind.name.zh, kind.short_name};
  spellings.insert(spellings.end(), kind.aliases.begin(), kind.aliases.end());
  std::erase(spellings, std::string{});
  return spellings;
}

void Campaign::index() {
  unit_by_key_.clear();
  kind_by_key_.clear();
  for (std::size_t i = 0; i < units.size(); ++i)
    for (const auto& spelling : unit_spellings(units[i])) unit_by_key_.emplace(match_key(spelling), i);
  for (std::size_t i = 0; i < kinds.size(); ++i)
    for (const auto& spelling : kind_spellings(kinds[i])) kind_by_key_.emplace(match_key(spelling), i);
}

const Unit* Campaign::find_unit_by_name(std::string_view name) const {
  const auto key = match_key(name);
  if (key.empty()) return nullptr;
  if (!unit_by_key_.empty()) {
    const auto found = unit_by_key_.find(key);
    return found == unit_by_key_.end() ? nullptr : &units[found->second];
  }
  for (const auto& unit : units)
    for (const auto& spelling : unit_spellings(unit))
      if (match_key(spelling) == key) return &unit;
  return nullptr;
}

const ProcedureKind* Campaign::find_kind(const KindCode& code) const {
  const auto found = std::ranges::find(kinds, code, &ProcedureKind::code);
  return found == kinds.end() ? nullptr : &*found;
}

const ProcedureKind* Campaign::find_kind_by_name(std::string_view name) const {
  const auto key = match_key(name);
  if (key.empty()) return nullptr;
  if (!kind_by_key_.empty()) {
    const auto found = kind_by_key_.find(key);
    return found == kind_by_key_.end() ? nullptr : &kinds[found->second];
  }
  for (const auto& kind : kinds)
    for (const auto& spelling : kind_spellings(kind))
      if (match_key(spelling) == key) return &kind;
  return nullptr;
}

std::vector<const ProcedureKind*> Campaign::kinds_on(Date day) const {
  std::vector<const ProcedureKind*> in_force;
  for (const auto& kind : kinds)
    if (kind.in_force(day)) in_force.push_back(&kind);
  return in_force;
}

std::vector<Ratio> Campaign::thresholds() const {
  std::vector<Ratio> ratios;
  for (const auto& target : targets) ratios.push_back(target.threshold);
  return ratios;
}

bool Campaign::is_assessment_cut(Date day) const { return std::ranges::find(assessment_cuts, day) != assessment_cuts.end(); }

}  // namespace guatu::campaign
