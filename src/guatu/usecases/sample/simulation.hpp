#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"

/// A synthetic campaign that behaves like a real one: work that follows the predecessors and ends along an S-curve, slow and
/// quick units, papers sent back, cells left empty, dates forgotten, promised vaguely or put right later, finishes without
/// a number, returns that never came, projects added, moved, suspended, merged. Everything about it is invented.
namespace guatu::usecases {

/// A unit that did not send its return for a dekad.
struct MissedReturn {
  UnitCode unit;
  Dekad dekad;
};

/// What a unit wrote of a part until it put it right on a day.
struct Slip {
  std::size_t project = 0;
  std::size_t part = 0;
  Date corrected_on;
  std::optional<Date> finished_on;
  std::optional<VagueDate> planned;
};

struct Simulation {
  ledger::Ledger truth;  ///< Every fact with its day, also those that lie in the future of a given dekad.
  std::vector<std::pair<ProjectId, ledger::LifeEvent>> life_events;  ///< Those that the office records by hand, by day.
  std::vector<MissedReturn> missed;
  std::vector<Slip> slips;

  [[nodiscard]] bool is_missed(const UnitCode& unit, const Dekad& dekad) const;
};

/// Same campaign, number and seed: same simulation.
[[nodiscard]] Simulation simulate(const campaign::Campaign& campaign, int projects, std::uint64_t seed);

/// What units can know and write on a day: facts that lie later are not there yet, and what was put right later is still
/// wrong.
[[nodiscard]] ledger::Ledger known_by(const Simulation& simulation, Date day);

}  // namespace guatu::usecases
