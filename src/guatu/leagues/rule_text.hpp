#pragma once

#include "guatu/base/bilingual.hpp"
#include "guatu/campaign/campaign.hpp"

/// The rule of a league in one sentence, as printed beside its table. Source: Plan 2.4; rules 5.
namespace guatu::leagues {

/// Names what is counted, the order, the bottom group with its exceptions, the treatment of unverified completions on an
/// assessment cut, and the clause.
[[nodiscard]] Bilingual rule_text(const campaign::Campaign& campaign, const campaign::LeagueRule& league, Date day);

}  // namespace guatu::leagues
