#include "guatu/http/write_desk.hpp"

#include <algorithm>

namespace guatu::http {

WriteDesk::WriteDesk(StorePool& stores, std::function<void(ports::Store&)> written)
    : stores_(stores), written_(std::move(written)) {}

Result<void> WriteDesk::have_done(Job& job) {
  std::unique_lock lock(mutex_);
  waiting_.push_back(&job);
  while (!job.done) {
    turn_.wait(lock, [&] { return job.done || !busy_; });
    if (!job.done) lead(lock);
  }
  if (job.exception) std::rethrow_exception(job.exception);
  if (job.error) return *std::move(job.error);
  return {};
}

std::size_t WriteDesk::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void WriteDesk::lead(std::unique_lock<std::mutex>& lock) {
  const auto count = std::min(waiting_.size(), kMostInGroup);
  const std::vector<Job*> group(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
  busy_ = true;
  lock.unlock();
  Result<void> ended;
  std::exception_ptr exception;
  try {
    ended = write_group(group);
  } catch (...) {
    exception = std::current_exception();
  }
  lock.lock();
  busy_ = false;
  for (auto* job : group) {
    job->done = true;
    if (exception && !job->exception) job->exception = exception;
    if (!ended) job->error = ended.error();
  }
  turn_.notify_all();
}

Result<void> WriteDesk::write_group(const std::vector<Job*>& group) {
  return stores_.write([&](telemetry::WatchedStore& store) -> Result<void> {
    GUATU_CHECK(store.write_together([&] {
      for (auto* job : group) {
        job->exception = nullptr;
        try {
          job->run(store);
        } catch (...) {
          job->exception = std::current_exception();
        }
      }
    }));
    if (written_) written_(store);
    return {};
  });
}

}  // namespace guatu::http
