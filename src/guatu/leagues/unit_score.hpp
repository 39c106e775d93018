#pragma once

#include <array>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/counting/tally_input.hpp"
#include "guatu/values/ratio.hpp"

/// What a league counts for each unit, before anybody is ranked. Source: rules 5.
namespace guatu::leagues {

/// Levels at which the approver league's rate is split: 市级办结, 旗县级指导, 上级对接.
inline constexpr std::size_t kSplitLevels = 3;

struct UnitScore {
  Ratio rate;                              ///< Done ÷ counted; at an assessment cut without the unverified.
  std::int64_t unfinished_procedures = 0;  ///< Applicable and not finished, as the score sees it.
  std::int64_t overdue = 0;
  std::int64_t unverified =
      0;        ///< Would be in the numerator, or at a cut would have been, only by unverified completions.
  Ratio guard;  ///< The guarding target's own measure for this unit; 0/0 without a guard.
  std::array<Ratio, kSplitLevels>
      split;  ///< Only where the league counts a whole line; their denominators add up to the rate's.
};

/// One score for each of `Campaign::units`. Cost: O(parts).
[[nodiscard]] std::vector<UnitScore> score_units(const campaign::Campaign& campaign, const campaign::LeagueRule& league,
                                                 const counting::TallyInput& input);

}  // namespace guatu::leagues
