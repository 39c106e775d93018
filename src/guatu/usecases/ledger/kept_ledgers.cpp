#include "guatu/usecases/ledger/kept_ledgers.hpp"

#include <algorithm>

#include "guatu/usecases/ledger/move_on.hpp"

namespace guatu::usecases {
namespace {

constexpr std::size_t kKept = 3;
/// What has grown by more is read anew.
constexpr std::int64_t kMostCommits = 1000;

/// Whether the chain of the store leads through `earlier`. Another store may stand at the address by now.
Result<bool> leads_through(ports::Store& store, const ports::CommitHead& earlier) {
  GUATU_TRY(const auto commits, store.load_commits(earlier.seq, earlier.seq));
  return !commits.empty() && commits.front().head == earlier;
}

}  // namespace

Result<KeptLedgers::Ledger> KeptLedgers::load(ports::Store& store, const ports::CommitHead& head) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(ledgers_, [&](const Ledger& each) { return each->head == head; });
  if (found != ledgers_.end()) {
    ledgers_.splice(ledgers_.begin(), ledgers_, found);
    return ledgers_.front();
  }
  GUATU_TRY(auto known, make(store, head));
  ledgers_.push_front(std::make_shared<const Known>(std::move(known)));
  if (ledgers_.size() > kKept) ledgers_.pop_back();
  return ledgers_.front();
}

Result<Known> KeptLedgers::make(ports::Store& store, const ports::CommitHead& head) {
  const Known* nearest = nullptr;
  for (const auto& each : ledgers_) {
    const auto seq = each->head.seq;
    if (seq > head.seq || head.seq - seq > kMostCommits) continue;
    if (nearest != nullptr && seq <= nearest->head.seq) continue;
    GUATU_TRY(const auto leads, leads_through(store, each->head));
    if (leads) nearest = each.get();
  }
  return nearest == nullptr ? load_known(store, head) : move_on(store, *nearest, head);
}

}  // namespace guatu::usecases
