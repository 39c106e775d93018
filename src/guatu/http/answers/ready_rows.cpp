#include "guatu/http/answers/ready_rows.hpp"

#include <algorithm>

namespace guatu::http {

ReadyRows::Rows ReadyRows::load(const usecases::KeptLedgers::Ledger& ledger, Date as_of) {
  constexpr std::size_t kKept = 3;
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(
      kept_, [&](const Rows& each) { return each->rows.as_of == as_of && each->ledger->head == ledger->head; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
    return kept_.front();
  }
  const auto earlier = std::ranges::find_if(
      kept_, [&](const Rows& each) { return each->rows.as_of == as_of && each->ledger->version == ledger->version; });
  const auto* rows = earlier == kept_.end() ? nullptr : &(*earlier)->rows;
  kept_.push_front(
      std::make_shared<const Entry>(Entry{ledger, usecases::make_day_rows(*ledger, as_of, initials_, rows)}));
  if (kept_.size() > kKept) kept_.pop_back();
  return kept_.front();
}

}  // namespace guatu::http
