#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace guatu::http {

/// How many requests are taken and not answered yet, so that a service can stop when the last one is.
class FlightCount {
 public:
  /// Counts as long as a copy of it lives.
  using Ticket = std::shared_ptr<void>;

  /// Who comes after `close` is counted apart.
  [[nodiscard]] Ticket enter();
  void close();
  [[nodiscard]] bool is_closed() const;

  /// True when everybody who entered before `close` has left within `patience`; those who came later get a moment more.
  [[nodiscard]] bool wait_until_empty(std::chrono::milliseconds patience);

 private:
  void leave(bool was_late);

  mutable std::mutex mutex_;
  std::condition_variable left_;
  bool closed_ = false;
  int early_ = 0;
  int late_ = 0;
};

}  // namespace guatu::http
