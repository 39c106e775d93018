#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "guatu/http/context.hpp"

namespace guatu::http {

/// Looks at the store's head once a second for all listeners together, as long as there are any; what other processes
/// write is news too. A store that cannot be read is no news.
class EventWatch {
 public:
  explicit EventWatch(Context& context);
  ~EventWatch();
  EventWatch(const EventWatch&) = delete;
  EventWatch& operator=(const EventWatch&) = delete;

 private:
  void run();
  void look();

  Context& context_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

/// Tells the listeners of a new head; `published` when a bulletin is among the new commits.
[[nodiscard]] Result<void> tell_news(Context& context, ports::Store& store);

}  // namespace guatu::http
