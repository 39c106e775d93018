#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "guatu/store/dialect.hpp"

namespace guatu::store {

/// Connections to one store, made when they are needed and lent to one user at a time.
class ConnectionPool {
 public:
  using Connect = std::function<std::unique_ptr<soci::session>()>;

  /// `most` at once; whoever wants one more waits. `first` is an open one to begin with.
  ConnectionPool(Connect connect, std::size_t most, std::unique_ptr<soci::session> first);
  ConnectionPool(const ConnectionPool&) = delete;
  ConnectionPool& operator=(const ConnectionPool&) = delete;
  ~ConnectionPool();

  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<soci::session> session);
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();
    [[nodiscard]] soci::session& session() { return *session_; }
    /// It is lost, and so may be all that wait in the pool.
    void discard();

   private:
    ConnectionPool& pool_;
    std::unique_ptr<soci::session> session_;
  };

  /// Errors: the engine's exception when a new connection cannot be made.
  [[nodiscard]] Lease borrow();

 private:
  void take_back(std::unique_ptr<soci::session> session);

  Connect connect_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t lent_ = 0;
  std::vector<std::unique_ptr<soci::session>> idle_;
};

}  // namespace guatu::store
