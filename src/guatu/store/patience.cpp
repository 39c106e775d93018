#include "guatu/store/patience.hpp"

#include <algorithm>
#include <thread>

namespace guatu::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kFirstPause{50};
constexpr milliseconds kLongestPause{1000};

}  // namespace

Patience::Patience(const RetryLimits& limits)
    : limits_(limits), ends_(steady_clock::now() + limits.reconnect), pause_(kFirstPause) {}

bool Patience::allows(Recovery recovery) {
  if (recovery == Recovery::None) return false;
  if (recovery == Recovery::Elsewhere && !limits_.others) return false;
  if (recovery == Recovery::Repeat) {
    if (repeats_ == limits_.repeats) return false;
    ++repeats_;
  } else if (steady_clock::now() + pause_ > ends_) {
    return false;
  }
  std::this_thread::sleep_for(pause_);
  pause_ = std::min(pause_ * 2, kLongestPause);
  return true;
}

}  // namespace guatu::store
