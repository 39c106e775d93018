#include "guatu/ledger/ledger.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace guatu::ledger {
namespace {

constexpr std::size_t kDigits = 4;

std::int64_t number_of(const ProjectId& id) {
  std::int64_t number = 0;
  const auto& text = id.text();
  if (text.size() > 1) std::from_chars(text.data() + 1, text.data() + text.size(), number);
  return number;
}

}  // namespace

ProjectId next_project_id(const ProjectList& projects) {
  ProjectId highest;
  for (const auto& project : projects)
    if (number_of(project.record.id) > number_of(highest)) highest = project.record.id;
  return project_id_after(highest);
}

ProjectId project_id_after(const ProjectId& id) {
  auto digits = std::to_string(number_of(id) + 1);
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return ProjectId{"P" + digits};
}

std::vector<UnitCode> carried_units(const Ledger& ledger, Date day, const Dekad& first_dekad) {
  const auto dekad = dekad_of(day).last_day() == day ? dekad_of(day) : last_ended_before(day);
  if (dekad < first_dekad) return {};
  std::set<UnitCode> units;
  for (const auto& project : ledger.projects)
    if (project.in_campaign_on(day)) units.insert(project.responsible_on(day));
  for (const auto& received : ledger.returns)
    if (received.dekad == dekad) units.erase(received.unit);
  return {units.begin(), units.end()};
}

}  // namespace guatu::ledger
