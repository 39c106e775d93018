#include "guatu/ledger/review.hpp"

#include <algorithm>
#include <map>

#include "guatu/base/text.hpp"
#include "guatu/ledger/state_on_day.hpp"

namespace guatu::ledger {
namespace {

struct Share {
  std::int64_t not_applicable = 0, parts = 0;
};

/// `a` lies `points` percentage points and more above `b`.
bool is_above(Share a, Share b, int points) {
  return a.parts > 0 && b.parts > 0 &&
         100 * (a.not_applicable * b.parts - b.not_applicable * a.parts) >= std::int64_t{points} * a.parts * b.parts;
}

class Reviewer {
 public:
  Reviewer(const campaign::Campaign& campaign, Date day) : campaign_(campaign), day_(day) {}

  void look_at(const ProjectHistory& project) {
    if (!project.in_campaign_on(day_)) return;
    const auto unit = project.responsible_on(day_);
    auto& named = by_name_[match_key(project.name_on(day_))];
    named.name = project.name_on(day_);
    named.projects.push_back(project.record.id);
    if (std::ranges::find(named.units, unit) == named.units.end()) named.units.push_back(unit);
    for (const auto& part : project.parts)
      look_at(project, unit, part);
  }

  Review finish() {
    add_shares();
    for (const auto& [day_and_unit, count] : finishes_)
      if (count >= campaign_.review.same_day_finishes)
        review_.finishes.push_back({day_and_unit.second, day_and_unit.first, count});
    for (auto& [key, named] : by_name_)
      if (named.units.size() > 1) review_.claimed_twice.push_back(std::move(named));
    return std::move(review_);
  }

 private:
  void look_at(const ProjectHistory& project, const UnitCode& unit, const PartHistory& part) {
    const auto& facts = part.facts;
    const auto state = state_on_day(facts, day_, campaign_.policy.completion);
    if (state != ProcedureState::Unknown) {
      auto& share = shares_[part.kind][unit];
      ++share.parts;
      if (state == ProcedureState::NotApplicable) ++share.not_applicable;
    }
    if (facts.authority && facts.baseline_authority && *facts.authority != *facts.baseline_authority)
      review_.authority.push_back(
          {project.record.id, part.kind, part.part, unit, *facts.baseline_authority, *facts.authority});
    if (state == ProcedureState::Finished && !facts.finished->assumed && facts.finished->on >= campaign_.starts_on)
      ++finishes_[{facts.finished->on, unit}];
  }

  void add_shares() {
    for (const auto& unit : campaign_.units)
      for (const auto& kind : campaign_.kinds)
        if (const auto found = shares_.find(kind.code); found != shares_.end())
          compare(unit.code, kind.code, found->second);
  }

  void compare(const UnitCode& unit, const KindCode& kind, const std::map<UnitCode, Share>& units) {
    const auto own = units.find(unit);
    if (own == units.end() || own->second.parts < campaign_.review.not_applicable_parts) return;
    Share others;
    for (const auto& [other, share] : units) {
      if (other == unit) continue;
      others.not_applicable += share.not_applicable;
      others.parts += share.parts;
    }
    if (is_above(own->second, others, campaign_.review.not_applicable_points))
      review_.not_applicable.push_back(
          {unit, kind, own->second.not_applicable, own->second.parts, others.not_applicable, others.parts});
  }

  const campaign::Campaign& campaign_;
  Date day_;
  Review review_;
  std::map<KindCode, std::map<UnitCode, Share>> shares_;
  std::map<std::pair<Date, UnitCode>, std::int64_t> finishes_;
  std::map<std::string, ClaimedTwice> by_name_;
};

}  // namespace

Review review_on(const Ledger& ledger, const campaign::Campaign& campaign, Date day) {
  Reviewer reviewer(campaign, day);
  for (const auto& project : ledger.projects)
    reviewer.look_at(project);
  return reviewer.finish();
}

}  // namespace guatu::ledger
