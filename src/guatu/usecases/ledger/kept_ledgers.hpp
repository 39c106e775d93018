#pragma once

#include <list>
#include <memory>
#include <mutex>

#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::usecases {

/// Ledgers that were asked for lately: the one at the newest commit, which moves on by what commits add, and a few others.
/// Nothing here is state: a second process reads the same. May be used by every thread.
class KeptLedgers {
 public:
  using Ledger = std::shared_ptr<const Known>;

  /// Makes it when it is not there; who asks meanwhile waits for it. Errors: as of `load_known`.
  [[nodiscard]] Result<Ledger> load(ports::Store& store, const ports::CommitHead& head);

 private:
  [[nodiscard]] Result<Known> make(ports::Store& store, const ports::CommitHead& head);

  std::mutex mutex_;
  std::list<Ledger> ledgers_;  ///< Last use first.
};

}  // namespace guatu::usecases
