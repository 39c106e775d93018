#include "guatu/ledger/project.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::ledger {
namespace {

auto find_history(const std::vector<PartHistory>& parts, const KindCode& kind, std::string_view part) {
  return std::ranges::find_if(parts,
                              [&](const PartHistory& history) { return history.kind == kind && history.part == part; });
}

}  // namespace

bool ProjectHistory::in_campaign_on(Date day) const {
  bool in = false;
  for (const auto& event : life) {
    if (event.on > day) break;
    switch (event.action) {
      case LifeAction::Join:
      case LifeAction::Resume:
        in = true;
        break;
      case LifeAction::Suspend:
      case LifeAction::Withdraw:
      case LifeAction::End:
      case LifeAction::Merge:
        in = false;
        break;
      case LifeAction::Move:
      case LifeAction::Rename:
      case LifeAction::Split:
        break;
    }
  }
  return in;
}

UnitCode ProjectHistory::responsible_on(Date day) const {
  UnitCode unit = record.responsible;
  for (const auto& event : life)
    if (event.action == LifeAction::Move && event.on <= day) unit = event.to_unit;
  return unit;
}

const std::string& ProjectHistory::name_on(Date day) const {
  const auto* name = &record.name;
  for (const auto& event : life)
    if (event.action == LifeAction::Rename && event.on <= day) name = &event.name;
  return *name;
}

bool ProjectHistory::ever_named(std::string_view wanted) const {
  if (match_key(record.name) == wanted) return true;
  return std::ranges::any_of(life, [&](const LifeEvent& event) {
    return event.action == LifeAction::Rename && match_key(event.name) == wanted;
  });
}

const PartFacts* ProjectHistory::find_part(const KindCode& kind, std::string_view part) const {
  const auto found = find_history(parts, kind, part);
  return found == parts.end() ? nullptr : &found->facts;
}

std::int64_t ProjectHistory::revision_of(const KindCode& kind, std::string_view part) const {
  const auto found = find_history(parts, kind, part);
  return found == parts.end() ? 0 : found->revision;
}

}  // namespace guatu::ledger
