#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/counting/figures.hpp"

/// The three rankings of Plan 2.4, and the rows behind every rate. Shape: contract 2, `leagues`. Source: rules 5.
namespace guatu::leagues {

struct LeagueRow {
  int rank = 0;                    ///< Competition ranking: 1, 2, 2, 4.
  std::optional<int> rank_change;  ///< Places gained since the dekad before; better is positive.
  UnitCode unit;
  std::string name;
  counting::Rate rate;
  std::int64_t unfinished_procedures = 0;  ///< Orders ties for display…
  std::int64_t overdue = 0;                ///< …then this, then the campaign's order of units.
  std::int64_t unverified = 0;             ///< Left out of the numerator at an assessment cut.
  bool tied = false, bottom = false, flagged = false, exempt = false;
  /// Approver league: finished ÷ applicable of its line per level — 市级办结, 旗县级指导, 上级对接 (handed up or finished).
  std::vector<std::pair<std::string, Ratio>> split;
  friend bool operator==(const LeagueRow&, const LeagueRow&) = default;
};

struct LeagueTable {
  std::string id;
  Bilingual name;
  std::string measure;               ///< "finished", "meets", "strict"
  std::string policy;                ///< "own" | "line" | "city_only"…
  Bilingual rule;                    ///< The rule in a sentence, as printed.
  std::vector<LeagueRow> rows;       ///< Best first.
  std::vector<UnitCode> unranked;    ///< Nothing to count; the campaign's order.
  std::vector<UnitCode> candidates;  ///< For 约谈; only at an assessment cut.
  friend bool operator==(const LeagueTable&, const LeagueTable&) = default;
};

struct Leagues {
  bool assessment = false;  ///< `as_of` is an assessment cut.
  std::vector<LeagueTable> leagues;
  friend bool operator==(const Leagues&, const Leagues&) = default;
};

/// `before`: the leagues of the dekad before, for `rank_change` and `change`; nullptr when there is none.
[[nodiscard]] Leagues rank_leagues(const campaign::Campaign& campaign, const counting::TallyInput& now,
                                   const Leagues* before, const std::vector<counting::TargetFigures>& targets);

/// One row behind a unit's rate. Exactly `denominator` rows have `counts`; those with `done` are the numerator.
struct Blocker {
  KindCode kind;
  std::string part;
  ProcedureState state = ProcedureState::Unknown;
  Bilingual reason;
  friend bool operator==(const Blocker&, const Blocker&) = default;
};
struct ExplainRow {
  ProjectId project;
  std::string name;
  std::optional<KindCode> kind;  ///< For leagues that count procedure parts.
  std::string part;
  bool counts = false, done = false;
  std::vector<Blocker> blockers;
  friend bool operator==(const ExplainRow&, const ExplainRow&) = default;
};
[[nodiscard]] std::vector<ExplainRow> explain(const campaign::Campaign& campaign, const counting::TallyInput& now,
                                              const campaign::LeagueRule& league, const UnitCode& unit);

}  // namespace guatu::leagues
