#include "guatu/http/answers/ready_rows.hpp"

#include <algorithm>

namespace guatu::http {

ReadyRows::Rows ReadyRows::load(const ReadyLedgers::Ledger& ledger, Date as_of) {
  constexpr std::size_t kKept = 3;
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(
      kept_, [&](const Rows& each) { return each->rows.as_of == as_of && each->ledger->head == ledger->head; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
    return kept_.front();
  }
  kept_.push_front(std::make_shared<const Entry>(Entry{ledger, usecases::make_day_rows(*ledger, as_of, initials_)}));
  if (kept_.size() > kKept) kept_.pop_back();
  return kept_.front();
}

}  // namespace guatu::http
