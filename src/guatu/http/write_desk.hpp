#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>

#include "guatu/http/store_pool.hpp"

namespace guatu::http {

/// Where small writes come together: those that wait while one group goes to the disk are the next group. They are decided
/// one after the other, each on what the ones before it have written, and one sync makes all of them durable. Nobody is
/// answered before that.
class WriteDesk {
 public:
  /// `written` is called once after each group that is on the disk.
  explicit WriteDesk(StorePool& stores, std::function<void(ports::Store&)> written = {});

  /// What `write` answers. It may be run again, and must decide on nothing but the store that it is given.
  /// Errors: those of `write`; StoreFailed for the whole group.
  template <typename Write>
  auto write(Write write) -> decltype(write(std::declval<telemetry::WatchedStore&>())) {
    std::optional<decltype(write(std::declval<telemetry::WatchedStore&>()))> answer;
    Job job{[&](telemetry::WatchedStore& store) { answer.emplace(write(store)); }, false, {}, {}};
    GUATU_CHECK(have_done(job));
    return *std::move(answer);
  }

  /// Writes that wait for the group before theirs.
  [[nodiscard]] std::size_t waiting() const;

 private:
  struct Job {
    std::function<void(telemetry::WatchedStore&)> run;
    bool done = false;
    std::optional<Error> error;
    std::exception_ptr exception;
  };

  /// Returns when the job is done, by this thread or by another one. Exceptions: those of the job.
  [[nodiscard]] Result<void> have_done(Job& job);
  void lead(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] Result<void> write_group(const std::vector<Job*>& group);

  static constexpr std::size_t kMostInGroup = 64;

  StorePool& stores_;
  std::function<void(ports::Store&)> written_;
  mutable std::mutex mutex_;
  std::condition_variable turn_;
  std::deque<Job*> waiting_;
  bool busy_ = false;  ///< A group is being written.
};

}  // namespace guatu::http
