#include "guatu/http/wire/flight_count.hpp"

namespace guatu::http {

FlightCount::Ticket FlightCount::enter() {
  const std::lock_guard lock(mutex_);
  ++(closed_ ? late_ : early_);
  return {nullptr, [this, late = closed_](void*) { leave(late); }};
}

void FlightCount::leave(bool was_late) {
  const std::lock_guard lock(mutex_);
  --(was_late ? late_ : early_);
  left_.notify_all();
}

void FlightCount::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

bool FlightCount::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

bool FlightCount::wait_until_empty(std::chrono::milliseconds patience) {
  constexpr std::chrono::seconds kMoment{1};
  std::unique_lock lock(mutex_);
  if (!left_.wait_for(lock, patience, [&] { return early_ == 0; })) return false;
  left_.wait_for(lock, kMoment, [&] { return late_ == 0; });
  return true;
}

}  // namespace guatu::http
