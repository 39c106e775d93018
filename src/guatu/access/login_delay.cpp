#include "guatu/access/login_delay.hpp"

#include <algorithm>

namespace guatu::access {
namespace {

constexpr std::int64_t kDay = 86'400;

struct Growth {
  std::int64_t free;     ///< Failures without a delay.
  std::int64_t longest;  ///< Seconds.
};

/// A person's slips of the finger, then 1, 2, 4 … seconds, up to a quarter of an hour.
constexpr Growth kOfAccount{4, 900};
/// A whole unit may sit behind one address, so many failures are free and the delay stays short.
constexpr Growth kOfAddress{30, 30};

std::int64_t wait_after(const Failures& failures, const Growth& growth, std::int64_t now) {
  if (is_forgotten(failures, now) || failures.count <= growth.free) return 0;
  const auto doublings = std::min<std::int64_t>(failures.count - growth.free - 1, 20);
  const auto delay = std::min(growth.longest, std::int64_t{1} << doublings);
  // A clock that went back must not keep anybody waiting longer than the delay itself.
  return std::clamp<std::int64_t>(failures.last_at + delay - now, 0, delay);
}

}  // namespace

bool is_forgotten(const Failures& failures, std::int64_t now) {
  return now - failures.last_at >= kDay;
}

std::int64_t seconds_to_wait(const Failures& of_account_and_address, const Failures& of_address, std::int64_t now) {
  return std::max(wait_after(of_account_and_address, kOfAccount, now), wait_after(of_address, kOfAddress, now));
}

}  // namespace guatu::access
