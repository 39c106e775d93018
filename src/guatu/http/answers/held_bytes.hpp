#pragma once

#include <atomic>
#include <memory>
#include <string>

namespace guatu::http {

/// Large bodies that slow readers keep in memory, all together no more than a limit. May be used by every thread.
class HeldBytes {
 public:
  explicit HeldBytes(std::size_t most) : most_(most) {}

  /// Room for that many bytes until what is given back here is gone; null when there is none now.
  [[nodiscard]] std::shared_ptr<void> reserve(std::size_t bytes) {
    if (held_.fetch_add(bytes) + bytes <= most_)
      return {static_cast<void*>(this), [this, bytes](void*) { held_ -= bytes; }};
    held_ -= bytes;
    return nullptr;
  }

 private:
  std::size_t most_;
  std::atomic<std::size_t> held_{0};
};

}  // namespace guatu::http
