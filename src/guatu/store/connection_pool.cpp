#include "guatu/store/connection_pool.hpp"

#include <soci/soci.h>

namespace guatu::store {

ConnectionPool::ConnectionPool(Connect connect, std::size_t most, std::unique_ptr<soci::session> first)
    : connect_(std::move(connect)), most_(most) {
  if (first) idle_.push_back(std::move(first));
}

ConnectionPool::~ConnectionPool() = default;

ConnectionPool::Lease ConnectionPool::borrow() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return lent_ < most_; });
    ++lent_;
    if (!idle_.empty()) {
      auto session = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(session)};
    }
  }
  try {
    return {*this, connect_()};
  } catch (...) {
    take_back(nullptr);
    throw;
  }
}

void ConnectionPool::take_back(std::unique_ptr<soci::session> session) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (session) idle_.push_back(std::move(session));
  }
  returned_.notify_one();
}

ConnectionPool::Lease::Lease(ConnectionPool& pool, std::unique_ptr<soci::session> session)
    : pool_(pool), session_(std::move(session)) {}

ConnectionPool::Lease::~Lease() {
  pool_.take_back(std::move(session_));
}

void ConnectionPool::Lease::discard() {
  std::vector<std::unique_ptr<soci::session>> lost;  // Closed outside the lock: that may take its time.
  lost.push_back(std::move(session_));
  const std::lock_guard lock(pool_.mutex_);
  for (auto& session : pool_.idle_)
    lost.push_back(std::move(session));
  pool_.idle_.clear();
}

}  // namespace guatu::store
