#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "guatu/telemetry/watched_store.hpp"

/// A few connections to the store, lent to one worker at a time. One that failed is not lent again: a new one is made, so a
/// database that went away and came back is used again without a restart. The same when another store stands at the address.
namespace guatu::http {

class StorePool {
 public:
  using Opener = std::function<Result<std::unique_ptr<ports::Store>>()>;

  /// Tells what stands at the address now: another answer, another store. May be called from several threads.
  using Identity = std::function<std::string()>;

  /// Opens nothing yet. At most `size` connections are open at a time. Without `identity` it is always the same store.
  StorePool(Opener opener, std::size_t size, telemetry::Metrics& metrics, Identity identity = {});

  /// What `read` answers, with a connection of its own. It is asked twice when the store fails at first: a lost connection
  /// shows only when it is used. So it must be fit to be repeated.
  /// Errors: those of opening and of `read`; StoreFailed when no connection is free within `kPatience`.
  template <typename Read>
  auto read(Read read) -> decltype(read(std::declval<telemetry::WatchedStore&>())) {
    auto answer = once(read);
    if (!answer && answer.error().kind == ErrorKind::StoreFailed) return once(read);
    return answer;
  }

  /// What `write` answers; asked once only, because a lost connection does not tell what was written before it was lost.
  /// Errors: as of `read`.
  template <typename Write>
  auto write(Write write) -> decltype(write(std::declval<telemetry::WatchedStore&>())) {
    return once(write);
  }

  static constexpr std::chrono::seconds kPatience{10};

 private:
  struct Connection {
    std::unique_ptr<telemetry::WatchedStore> store;
    std::string identity;  ///< Of what stood at the address just before it was opened.
  };

  template <typename Read>
  auto once(Read& read) -> decltype(read(std::declval<telemetry::WatchedStore&>())) {
    GUATU_TRY(auto connection, lend());
    const Return giving_back{*this, connection};
    return read(*connection.store);
  }

  /// Gives the connection back, whatever happens.
  struct Return {
    StorePool& pool;
    Connection& connection;
    Return(StorePool& of, Connection& lent) : pool(of), connection(lent) {}
    ~Return() { pool.take_back(std::move(connection)); }
    Return(const Return&) = delete;
    Return& operator=(const Return&) = delete;
  };

  [[nodiscard]] Result<Connection> lend();
  void take_back(Connection connection);
  /// What was opened before another store took the place is closed.
  void forget_others(const std::string& identity);
  void tell() const;

  Opener opener_;
  Identity identity_;
  std::size_t size_;
  telemetry::Metrics& metrics_;
  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<Connection> idle_;
  std::size_t lent_ = 0;
};

}  // namespace guatu::http
