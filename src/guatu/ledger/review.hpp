#pragma once

#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"

/// What the office should look at before it believes a dekad: nothing here is wrong by itself, and no unit sees it.
/// Source: domain 2.5 (every 不涉及 is checked, because a formula rewards it); Plan 2.4 (督查).
namespace guatu::ledger {

/// A unit that calls far more of a kind 不涉及 than the others do.
struct ManyNotApplicable {
  UnitCode unit;
  KindCode kind;
  std::int64_t not_applicable = 0, parts = 0;
  std::int64_t others_not_applicable = 0, others_parts = 0;
};

/// A level that differs from the one first reported.
struct ChangedAuthority {
  ProjectId project;
  KindCode kind;
  std::string part;
  UnitCode unit;
  Authority from, to;
};

/// Many finishes of one unit on one day, assumed days left out.
struct ManyFinishes {
  UnitCode unit;
  Date on;
  std::int64_t finished = 0;
};

/// One name in the campaign under several units.
struct ClaimedTwice {
  std::string name;
  std::vector<ProjectId> projects;
  std::vector<UnitCode> units;
};

struct Review {
  std::vector<ManyNotApplicable> not_applicable;  ///< By unit in the campaign's order, then kind.
  std::vector<ChangedAuthority> authority;        ///< By project, kind, part.
  std::vector<ManyFinishes> finishes;             ///< By day, then unit.
  std::vector<ClaimedTwice> claimed_twice;        ///< By name.
};

/// The projects in the campaign on `day`, with what is known of them, by the campaign's thresholds.
[[nodiscard]] Review review_on(const Ledger& ledger, const campaign::Campaign& campaign, Date day);

}  // namespace guatu::ledger
