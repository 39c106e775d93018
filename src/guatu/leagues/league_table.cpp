#include "guatu/leagues/league_table.hpp"

#include <algorithm>

#include "guatu/base/contract.hpp"
#include "guatu/counting/shown_rate.hpp"
#include "guatu/leagues/league_scope.hpp"
#include "guatu/leagues/ranking.hpp"
#include "guatu/leagues/rule_text.hpp"

namespace guatu::leagues {
namespace {

using counting::UnitIndex;

constexpr std::array<const char*, kSplitLevels> kSplitWords{"市级办结", "旗县级指导", "上级对接"};

/// The same league in the dekad before; one that ranked by another measure or scope cannot be compared with.
const LeagueTable* find_before(const Leagues* before, const LeagueTable& table) {
  if (before == nullptr) return nullptr;
  const auto found = std::ranges::find(before->leagues, table.id, &LeagueTable::id);
  if (found == before->leagues.end() || found->measure != table.measure || found->policy != table.policy)
    return nullptr;
  return &*found;
}

const LeagueRow* find_row(const LeagueTable* table, const UnitCode& unit) {
  if (table == nullptr) return nullptr;
  const auto found = std::ranges::find(table->rows, unit, &LeagueRow::unit);
  return found == table->rows.end() ? nullptr : &*found;
}

/// Headquarters may exempt for objective reasons, on record, for one cut.
bool is_exempt(const campaign::Campaign& campaign, const std::string& league, const UnitCode& unit, Date day) {
  return std::ranges::any_of(campaign.exemptions, [&](const auto& exemption) {
    return exemption.league == league && exemption.unit == unit && exemption.cut == day;
  });
}

class TableMaker {
 public:
  TableMaker(const campaign::Campaign& campaign, const campaign::LeagueRule& league, const counting::TallyInput& now)
      : campaign_(campaign), league_(league), now_(now), ceilings_(campaign.thresholds()) {}

  LeagueTable make(const Leagues* before, const Ratio* guard_threshold) const {
    LeagueTable table;
    table.id = league_.id;
    table.name = league_.name;
    table.measure = measure_name(campaign_, league_);
    table.policy = policy_name(league_);
    table.rule = rule_text(campaign_, league_, now_.as_of);
    auto standings = rank_standings(collect(table.unranked));
    mark_bottom(standings, league_.bottom, guard_threshold);
    const auto* table_before = find_before(before, table);
    for (const auto& standing : standings)
      table.rows.push_back(make_row(standing, table_before));
    // Candidates for 约谈 arise only at assessment cuts; a person confirms.
    if (campaign_.is_assessment_cut(now_.as_of))
      for (const auto& row : table.rows)
        if (row.bottom && !row.exempt) table.candidates.push_back(row.unit);
    return table;
  }

 private:
  [[nodiscard]] const campaign::Unit& unit(UnitIndex index) const {
    return campaign_.units[static_cast<std::size_t>(index)];
  }

  std::vector<Standing> collect(std::vector<UnitCode>& unranked) const {
    const auto scores = score_units(campaign_, league_, now_);
    std::vector<Standing> standings;
    for (const auto index : ranked_units(campaign_, league_)) {
      const auto& score = scores[static_cast<std::size_t>(index)];
      if (score.rate.is_defined())
        standings.push_back({index, score});
      else
        unranked.push_back(unit(index).code);
    }
    return standings;
  }

  [[nodiscard]] LeagueRow make_row(const Standing& standing, const LeagueTable* before) const {
    const auto& score = standing.score;
    LeagueRow row;
    row.unit = unit(standing.unit).code;
    const auto* row_before = find_row(before, row.unit);
    row.rank = standing.rank;
    if (row_before != nullptr) row.rank_change = row_before->rank - standing.rank;
    row.name = unit(standing.unit).name_on(now_.as_of).name.zh;
    row.rate = counting::shown_rate(score.rate, ceilings_, row_before ? &row_before->rate : nullptr);
    row.unfinished_procedures = score.unfinished_procedures;
    row.overdue = score.overdue;
    row.unverified = score.unverified;
    row.tied = standing.tied;
    row.bottom = standing.bottom;
    row.flagged = score.rate.denominator < league_.minimum_size;
    row.exempt = is_exempt(campaign_, league_.id, row.unit, now_.as_of);
    if (league_.counts == campaign::LeagueUnit::ProcedurePart &&
        league_.approver_scope == campaign::ApproverScope::Line)
      for (std::size_t level = 0; level < kSplitLevels; ++level)
        row.split.emplace_back(kSplitWords[level], score.split[level]);
    return row;
  }

  const campaign::Campaign& campaign_;
  const campaign::LeagueRule& league_;
  const counting::TallyInput& now_;
  std::vector<Ratio> ceilings_;
};

}  // namespace

Leagues rank_leagues(const campaign::Campaign& campaign, const counting::TallyInput& now, const Leagues* before,
                     const std::vector<counting::TargetFigures>& targets) {
  Leagues leagues{campaign.is_assessment_cut(now.as_of), {}};
  for (const auto& league : campaign.leagues) {
    const Ratio* guard_threshold = nullptr;
    if (league.guard == campaign::Guard::TargetMissed) {
      const auto target = std::ranges::find(targets, league.guard_target, &counting::TargetFigures::id);
      GUATU_REQUIRE(target != targets.end());
      guard_threshold = &target->threshold;
    }
    leagues.leagues.push_back(TableMaker(campaign, league, now).make(before, guard_threshold));
  }
  return leagues;
}

}  // namespace guatu::leagues
