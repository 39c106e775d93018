#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"

/// A synthetic campaign that behaves like a real one: work that follows the predecessors, slow and quick units, papers sent
/// back, cells left empty, finishes without a number, projects added, moved, suspended. Everything about it is invented.
namespace guatu::usecases {

/// A unit that did not send its return for a dekad.
struct MissedReturn {
  UnitCode unit;
  Dekad dekad;
};

struct Simulation {
  ledger::Ledger truth;  ///< Every fact with its day, also those that lie in the future of a given dekad.
  std::vector<std::pair<ProjectId, ledger::LifeEvent>> life_events;  ///< Those that the office records by hand.
  std::vector<MissedReturn> missed;
};

/// Same campaign, number and seed: same simulation.
[[nodiscard]] Simulation simulate(const campaign::Campaign& campaign, int projects, std::uint64_t seed);

/// What a unit can know on a day: facts that lie later are not there yet, and a part that is first reported later is empty.
[[nodiscard]] ledger::PartFacts known_by(const ledger::PartFacts& facts, Date day);
[[nodiscard]] ledger::Ledger known_by(const ledger::Ledger& truth, Date day);

}  // namespace guatu::usecases
