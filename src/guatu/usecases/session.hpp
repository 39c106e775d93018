#pragma once

#include <algorithm>
#include <string>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ports/clock.hpp"
#include "guatu/ports/store.hpp"

/// Who acts, on which store, by which clock: what every use case needs from the world.
namespace guatu::usecases {

class KeptLedgers;

struct Session {
  ports::Store& store;
  const ports::Clock& clock;
  ports::Entropy& entropy;
  std::string actor;  ///< "cli:<user>"
  std::string unit;   ///< On whose behalf; empty: the headquarters office, which can run everything alone (rules 6).
  KeptLedgers* ledgers = nullptr;  ///< Where the ledger as it stands is kept ready; null: nowhere.

  /// A commit of this session with nothing in it yet.
  [[nodiscard]] ports::Commit begin_commit(const campaign::Campaign& campaign, std::string action,
                                           std::string source = {}, std::string reason = {}) const {
    ports::Commit commit;
    commit.recorded_at = clock.now();
    commit.actor = actor;
    commit.unit = unit.empty() ? office_of(campaign) : unit;
    commit.action = std::move(action);
    commit.source = std::move(source);
    commit.reason = std::move(reason);
    return commit;
  }

 private:
  static std::string office_of(const campaign::Campaign& campaign) {
    const auto found = std::ranges::find_if(
        campaign.units, [](const campaign::Unit& each) { return each.has(campaign::Capacity::Office); });
    return found == campaign.units.end() ? std::string{} : found->code.text();
  }
};

}  // namespace guatu::usecases
