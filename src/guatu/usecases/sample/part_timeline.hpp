#pragma once

#include <map>
#include <optional>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/project.hpp"
#include "guatu/usecases/sample/random_source.hpp"

/// The procedures of one invented project: work follows the predecessors of its track, papers are sent back now and then,
/// and the last of them ends on a given day.
namespace guatu::usecases {

/// One part for each kind that somebody will ever report, in the catalogue's order, without document numbers.
/// Which kinds do not apply follows each kind's usual share; kinds of one line department go together.
[[nodiscard]] std::vector<ledger::PartHistory> draw_parts(const campaign::Campaign& campaign, Track track,
                                                          Date completion, RandomSource& random);

}  // namespace guatu::usecases
