#pragma once

#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "guatu/base/result.hpp"
#include "guatu/store/connection_pool.hpp"
#include "guatu/store/dialect.hpp"
#include "guatu/store/patience.hpp"

namespace guatu::store {

/// The border at which the engine's exceptions end: work is given a connection, and what can be mended by trying again is
/// tried again, whole, as long as patience lasts.
class StoreGuard {
 public:
  StoreGuard(std::string name, std::unique_ptr<ConnectionPool> pool, const Dialect& dialect, RetryLimits limits)
      : name_(std::move(name)), pool_(std::move(pool)), dialect_(dialect), limits_(limits) {}

  /// What messages call the store.
  [[nodiscard]] const std::string& name() const { return name_; }

  /// `T` stays a `Result`, anything else becomes one.
  template <typename T>
  struct ToResult {
    using type = Result<T>;
  };
  template <typename T>
  struct ToResult<Result<T>> {
    using type = Result<T>;
  };

  /// Until it goes, everything runs on one connection, inside a transaction that somebody else ends. After the first failure
  /// of the engine nothing runs any more: what it has left of the transaction is not known.
  class Pin {
   public:
    Pin(StoreGuard& guard, soci::session& session) : guard_(guard) { guard_.pinned_ = &session; }
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;
    ~Pin() {
      guard_.pinned_ = nullptr;
      guard_.failure_ = nullptr;
    }
    /// Ends in the engine's exception if there was one.
    void check() const {
      if (guard_.failure_) std::rethrow_exception(guard_.failure_);
    }

   private:
    StoreGuard& guard_;
  };
  [[nodiscard]] bool is_pinned() const { return pinned_ != nullptr; }

  /// Errors: those of `work`, and the engine's in words.
  template <typename Work>
  auto run(Work work) -> typename ToResult<std::invoke_result_t<Work, soci::session&>>::type {
    using Answer = typename ToResult<std::invoke_result_t<Work, soci::session&>>::type;
    if (is_pinned()) return run_pinned<Answer>(work);
    Patience patience(limits_);
    for (;;) {
      try {
        return Answer(with_connection(work));
      } catch (const std::exception& error) {
        if (!patience.allows(dialect_.recovery(error))) return Answer(dialect_.explain(name_, error));
      }
    }
  }

 private:
  template <typename Work>
  std::invoke_result_t<Work, soci::session&> with_connection(Work& work) {
    auto lease = pool_->borrow();
    try {
      return work(lease.session());
    } catch (const std::exception& error) {
      const auto recovery = dialect_.recovery(error);
      if (recovery == Recovery::Reconnect || recovery == Recovery::Elsewhere) lease.discard();
      throw;
    }
  }

  template <typename Answer, typename Work>
  Answer run_pinned(Work& work) {
    try {
      if (failure_) std::rethrow_exception(failure_);
      return Answer(work(*pinned_));
    } catch (const std::exception& error) {
      failure_ = std::current_exception();
      return Answer(dialect_.explain(name_, error));
    }
  }

  std::string name_;
  std::unique_ptr<ConnectionPool> pool_;
  const Dialect& dialect_;
  RetryLimits limits_;
  soci::session* pinned_ = nullptr;
  std::exception_ptr failure_;
};

}  // namespace guatu::store
