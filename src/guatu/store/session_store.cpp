#include "guatu/store/session_store.hpp"

#include <soci/soci.h>

#include "guatu/store/session_rows.hpp"
#include "guatu/store/sql/session_sql.hpp"
#include "guatu/store/store_guard.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

using ports::EpochSeconds;
using soci::use;

class SessionStore final : public ports::SessionDesk {
 public:
  SessionStore(std::string name, std::unique_ptr<ConnectionPool> pool, const Dialect& dialect, RetryLimits limits)
      : dialect_(dialect), guard_(std::move(name), std::move(pool), dialect, limits) {}

  Result<void> put_session(const ports::StoredSession& row) override {
    return write([&](soci::session& session) { insert_session_row(session, row); });
  }

  Result<std::optional<ports::StoredSession>> find_session(const std::string& digest) override {
    return guard_.run([&](soci::session& session) { return find_session_row(session, digest); });
  }

  Result<std::vector<ports::StoredSession>> load_sessions(const std::string& account) override {
    return guard_.run([&](soci::session& session) { return load_session_rows(session, account); });
  }

  Result<void> touch_session(const std::string& digest, EpochSeconds used_at) override {
    const auto when = static_cast<long long>(used_at);
    return write(
        [&](soci::session& session) { session << sql::kTouchSession, use(when, "used_at"), use(digest, "digest"); });
  }

  Result<void> choose_post(const std::string& digest, const std::string& post) override {
    return write(
        [&](soci::session& session) { session << sql::kChoosePost, use(post, "post"), use(digest, "digest"); });
  }

  Result<void> end_session(const std::string& digest) override {
    return write([&](soci::session& session) { session << sql::kDeleteSession, use(digest, "digest"); });
  }

  Result<void> end_other_sessions(const std::string& account, const std::string& kept_digest) override {
    return write([&](soci::session& session) {
      session << sql::kDeleteOtherSessions, use(account, "account"), use(kept_digest, "digest");
    });
  }

  Result<void> forget_sessions(EpochSeconds used_before, EpochSeconds created_before) override {
    const auto used = static_cast<long long>(used_before);
    const auto created = static_cast<long long>(created_before);
    return write([&](soci::session& session) {
      session << sql::kForgetSessions, use(used, "used_at"), use(created, "created_at");
    });
  }

  Result<ports::Failed> load_failures(const std::string& account, const std::string& address) override {
    return guard_.run([&](soci::session& session) { return load_failure_rows(session, account, address); });
  }

  Result<void> count_failure(const std::string& account, const std::string& address, EpochSeconds at,
                             EpochSeconds forgotten_before) override {
    const auto before = static_cast<long long>(forgotten_before);
    return write([&](soci::session& session) {
      session << sql::kForgetFailures, use(before, "before");
      count_failure_row(session, account, address, at);
    });
  }

  Result<void> clear_failures(const std::string& account, const std::string& address) override {
    return write([&](soci::session& session) {
      session << sql::kClearFailures, use(account, "account"), use(address, "address");
    });
  }

  Result<void> put_event(const ports::AccessEvent& event) override {
    return write([&](soci::session& session) { insert_event_row(session, event); });
  }

  Result<std::vector<ports::AccessEvent>> load_events(EpochSeconds from, EpochSeconds to) override {
    return guard_.run([&](soci::session& session) { return load_event_rows(session, from, to); });
  }

 private:
  template <typename Work>
  Result<void> write(Work work) {
    return guard_.run([&](soci::session& session) -> Result<void> {
      Transaction transaction(session, dialect_.begin_write);
      work(session);
      transaction.commit();
      return {};
    });
  }

  const Dialect& dialect_;
  StoreGuard guard_;
};

}  // namespace

std::unique_ptr<ports::SessionDesk> make_session_desk(std::string name, std::unique_ptr<ConnectionPool> pool,
                                                      const Dialect& dialect, RetryLimits limits) {
  return std::make_unique<SessionStore>(std::move(name), std::move(pool), dialect, limits);
}

}  // namespace guatu::store
