#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace guatu::http {

/// A few threads that do what has to wait for the store, and a queue with an end: who comes when it is full is told so.
class WorkerPool {
 public:
  using Work = std::function<void()>;

  WorkerPool(std::size_t threads, std::size_t queue);
  /// Waits for what is being worked on; what still waits is dropped.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False, and nothing is done, when the queue is full. `work` must not throw.
  [[nodiscard]] bool take(Work work);

 private:
  void run();

  std::size_t queue_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Work> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace guatu::http
