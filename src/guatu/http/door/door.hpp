#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>

#include "guatu/access/session_rule.hpp"
#include "guatu/http/store_pool.hpp"
#include "guatu/ports/session_desk.hpp"
#include "guatu/usecases/access/accounts.hpp"

/// What the service keeps ready to know people by: the accounts as they stand in the journal, the desk where sessions lie, and
/// room for a few passwords at a time.
namespace guatu::http {

class Door {
 public:
  using Opener = std::function<Result<std::unique_ptr<ports::SessionDesk>>()>;
  using Accounts = std::shared_ptr<const usecases::AccountBook>;

  Door() = default;
  void set_opener(Opener opener, StorePool::Identity identity);

  /// As they stand at the head. Errors: those of the store.
  [[nodiscard]] Result<Accounts> accounts(StorePool& stores);

  /// What `use` answers with the desk. One that failed is opened anew the next time.
  template <typename Use>
  auto with_desk(Use use) -> decltype(use(std::declval<ports::SessionDesk&>())) {
    GUATU_TRY(const auto desk, open_desk());
    auto answer = use(*desk);
    if (!answer && answer.error().kind == ErrorKind::StoreFailed) forget(desk);
    return answer;
  }

  /// What `work` with a password answers; only a few are worked on at a time, each takes memory and a core.
  template <typename Work>
  auto with_password(Work work) -> decltype(work()) {
    passwords_.acquire();
    const struct Leaving {
      std::counting_semaphore<>& passwords;
      ~Leaving() { passwords.release(); }
    } leaving{passwords_};
    return work();
  }

  access::SessionRule rule{};
  std::mutex attempts;        ///< Held while one is counted.
  std::string trusted_proxy;  ///< The address whose X-Forwarded-… are believed; empty: none.
  bool any_host = false;      ///< It listens beyond the loopback, or stands behind a proxy.

 private:
  [[nodiscard]] Result<std::shared_ptr<ports::SessionDesk>> open_desk();
  void forget(const std::shared_ptr<ports::SessionDesk>& desk);

  static constexpr std::ptrdiff_t kPasswords = 2;

  Opener opener_;
  StorePool::Identity identity_;
  std::mutex mutex_;
  std::shared_ptr<ports::SessionDesk> desk_;
  std::string desk_identity_;
  Accounts accounts_;
  std::counting_semaphore<> passwords_{kPasswords};
};

}  // namespace guatu::http
