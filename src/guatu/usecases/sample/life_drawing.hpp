#pragma once

#include <functional>

#include "guatu/usecases/sample/simulation.hpp"

namespace guatu::usecases {

/// Adds events of every kind to projects with a code, fewer kinds when there are few of them: renamed, moved, suspended
/// and resumed, withdrawn, split, merged, ended, withdrawn and joined again. A split's new project gets its parts from
/// `draw_new_parts`.
/// Shape: events lie between the first return and the campaign's end.
using DrawParts = std::function<std::vector<ledger::PartHistory>(Track track)>;
void add_life_events(const campaign::Campaign& campaign, bool with_split, const DrawParts& draw_new_parts,
                     Simulation& simulation);

}  // namespace guatu::usecases
