#pragma once

#include <string>

#include "guatu/ports/clock.hpp"
#include "guatu/ports/store.hpp"

/// Who acts, on which store, by which clock: what every use case needs from the world.
namespace guatu::usecases {

struct Session {
  ports::Store& store;
  const ports::Clock& clock;
  ports::Entropy& entropy;
  std::string actor;  ///< "cli:<user>"
  std::string unit;   ///< On whose behalf; empty for the office.

  /// A commit of this session with nothing in it yet.
  [[nodiscard]] ports::Commit begin_commit(std::string action, std::string source = {}, std::string reason = {}) const {
    ports::Commit commit;
    commit.recorded_at = clock.now();
    commit.actor = actor;
    commit.unit = unit;
    commit.action = std::move(action);
    commit.source = std::move(source);
    commit.reason = std::move(reason);
    return commit;
  }
};

}  // namespace guatu::usecases
