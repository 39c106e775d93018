#include "guatu/http/store_pool.hpp"

namespace guatu::http {

StorePool::StorePool(Opener opener, std::size_t size, telemetry::Metrics& metrics, Identity identity)
    : opener_(std::move(opener)), identity_(std::move(identity)), size_(size), metrics_(metrics) {}

Result<StorePool::Connection> StorePool::lend() {
  auto identity = identity_ ? identity_() : std::string{};
  {
    std::unique_lock lock(mutex_);
    if (!free_.wait_for(lock, kPatience, [&] { return lent_ < size_; }))
      return make_error(ErrorKind::StoreFailed, "", "数据库连接都在使用中，请稍后重试",
                        "all connections to the store are in use; try again later");
    ++lent_;
    forget_others(identity);
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      tell();
      return connection;
    }
    tell();
  }
  try {
    auto opened = opener_();  // Without the lock: it may take long.
    if (opened) {
      metrics_.count_store_opened();
      Connection connection;
      connection.store = std::make_unique<telemetry::WatchedStore>(*std::move(opened), metrics_);
      connection.identity = std::move(identity);
      return connection;
    }
    metrics_.count_store_failure();
    take_back({});
    return std::move(opened).error();
  } catch (...) {
    take_back({});
    throw;
  }
}

void StorePool::take_back(Connection connection) {
  const std::lock_guard lock(mutex_);
  --lent_;
  const bool opened = connection.store != nullptr;
  if (opened && connection.store->has_failed()) idle_.clear();  // What took this one away took the others too.
  if (opened && !connection.store->has_failed()) idle_.push_back(std::move(connection));
  tell();
  free_.notify_one();
}

void StorePool::forget_others(const std::string& identity) {
  std::erase_if(idle_, [&](const Connection& each) { return each.identity != identity; });
}

void StorePool::tell() const {
  metrics_.set_connections(idle_.size(), lent_);
}

}  // namespace guatu::http
