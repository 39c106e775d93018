#include "guatu/leagues/unit_score.hpp"

#include <algorithm>
#include <span>

#include "guatu/base/contract.hpp"
#include "guatu/counting/part_verdict.hpp"
#include "guatu/counting/target_rate.hpp"
#include "guatu/leagues/league_scope.hpp"

namespace guatu::leagues {
namespace {

using counting::PartCell;
using counting::Unverified;

void add(Ratio& sum, const Ratio& share) {
  sum.numerator += share.numerator;
  sum.denominator += share.denominator;
}

/// Missing authority stands with the city.
std::size_t split_level(const PartCell& part) {
  if (decides_above_city(part.authority)) return 2;
  return part.authority == Authority::County ? 1 : 0;
}

const campaign::Target* find_guard(const campaign::Campaign& campaign, const campaign::LeagueRule& league) {
  if (league.guard == campaign::Guard::None) return nullptr;
  const auto found = std::ranges::find(campaign.targets, league.guard_target, &campaign::Target::id);
  GUATU_REQUIRE(found != campaign.targets.end());
  return &*found;
}

/// One league on one day.
class Scorer {
 public:
  Scorer(const campaign::Campaign& campaign, const campaign::LeagueRule& league, const counting::TallyInput& input)
      : campaign_(campaign),
        league_(league),
        input_(input),
        unverified_(unverified_on(campaign, input.as_of)),
        guard_(find_guard(campaign, league)),
        scores_(campaign.units.size()) {}

  std::vector<UnitScore> score() && {
    for (const auto& project : input_.projects) {
      const auto parts = counting::parts_of(input_, project);
      // A project where everything is not applicable is outside every league.
      if (std::ranges::none_of(parts, counting::is_applicable)) continue;
      if (league_.counts == campaign::LeagueUnit::Project) {
        if (auto* score = find_score(unit_of(league_, project))) add_counted(*score, parts);
      } else {
        for (const auto& part : parts)
          if (auto* score = find_score(part.line)) add_part(*score, part);
      }
    }
    return std::move(scores_);
  }

 private:
  UnitScore* find_score(counting::UnitIndex unit) {
    if (unit == counting::kNoUnit) return nullptr;
    GUATU_REQUIRE(unit >= 0 && static_cast<std::size_t>(unit) < scores_.size());
    return &scores_[static_cast<std::size_t>(unit)];
  }

  [[nodiscard]] bool all_done(std::span<const PartCell> parts, Unverified unverified) const {
    return std::ranges::all_of(parts, [&](const auto& part) {
      return !counting::is_applicable(part) || is_done(campaign_, league_, part, unverified);
    });
  }

  /// One more of what the league counts: the parts of a project, or a part alone.
  void add_counted(UnitScore& score, std::span<const PartCell> parts) {
    const bool claimed = all_done(parts, Unverified::Counted);
    const bool verified = all_done(parts, Unverified::LeftOut);
    const bool done = unverified_ == Unverified::Counted ? claimed : verified;
    add(score.rate, {done ? 1 : 0, 1});
    score.unverified += claimed && !verified ? 1 : 0;
    for (const auto& part : parts) {
      const bool unfinished = counting::is_applicable(part) && !counting::is_finished(part, unverified_);
      score.unfinished_procedures += unfinished ? 1 : 0;
      score.overdue += part.overdue ? 1 : 0;
    }
    if (guard_ != nullptr) add(score.guard, counting::target_share(*guard_, parts, unverified_));
  }

  void add_part(UnitScore& score, const PartCell& part) {
    if (!is_in_scope(league_, part) || !counting::is_applicable(part)) return;
    add_counted(score, std::span(&part, 1));
    if (league_.approver_scope != campaign::ApproverScope::Line) return;
    const bool done = counting::is_met(part, unverified_);
    add(score.split[split_level(part)], {done ? 1 : 0, 1});
  }

  const campaign::Campaign& campaign_;
  const campaign::LeagueRule& league_;
  const counting::TallyInput& input_;
  Unverified unverified_;
  const campaign::Target* guard_;
  std::vector<UnitScore> scores_;
};

}  // namespace

std::vector<UnitScore> score_units(const campaign::Campaign& campaign, const campaign::LeagueRule& league,
                                   const counting::TallyInput& input) {
  return Scorer(campaign, league, input).score();
}

}  // namespace guatu::leagues
