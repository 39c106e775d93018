#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/ports/store.hpp"

/// What is kept of people who enter, beside the journal: open sessions, failed attempts, and what happened at the door.
/// Nothing of it is part of the chain, and sessions are forgotten with time.
namespace guatu::ports {

struct StoredSession {
  std::string digest;  ///< SM3 of the secret that the browser holds; the secret itself is nowhere.
  std::string id;      ///< Names it in lists.
  std::string account;
  std::string post;     ///< "reporter@150402": the one that acts.
  std::string address;  ///< From where it was opened.
  std::string agent;    ///< Program that opened it, as it calls itself.
  EpochSeconds created_at = 0;
  EpochSeconds used_at = 0;

  friend bool operator==(const StoredSession&, const StoredSession&) = default;
};

/// Failed attempts, and the last of them.
struct FailureCount {
  std::int64_t count = 0;
  EpochSeconds last_at = 0;

  friend bool operator==(const FailureCount&, const FailureCount&) = default;
};

struct Failed {
  FailureCount of_account_and_address, of_address;
};

/// Something at the door: entered, refused, left, a password changed.
struct AccessEvent {
  std::int64_t id = 0;  ///< 1, 2, 3 …, given when it is kept.
  EpochSeconds at = 0;
  std::string account;  ///< Empty when nobody is called so: what was typed may be a password.
  std::string address;
  std::string action;   ///< "sign_in", "sign_out", "change_password", …
  std::string outcome;  ///< "done", "refused"
  std::string detail;

  friend bool operator==(const AccessEvent&, const AccessEvent&) = default;
};

/// Errors of every member: StoreFailed. May be used by several threads.
class SessionDesk {
 public:
  virtual ~SessionDesk() = default;

  [[nodiscard]] virtual Result<void> put_session(const StoredSession& session) = 0;
  [[nodiscard]] virtual Result<std::optional<StoredSession>> find_session(const std::string& digest) = 0;
  /// By account and age; those of everybody for an empty account.
  [[nodiscard]] virtual Result<std::vector<StoredSession>> load_sessions(const std::string& account) = 0;
  [[nodiscard]] virtual Result<void> touch_session(const std::string& digest, EpochSeconds used_at) = 0;
  [[nodiscard]] virtual Result<void> choose_post(const std::string& digest, const std::string& post) = 0;
  [[nodiscard]] virtual Result<void> end_session(const std::string& digest) = 0;
  /// All of the account but the one with this digest.
  [[nodiscard]] virtual Result<void> end_other_sessions(const std::string& account, const std::string& kept_digest) = 0;
  /// Those last used or opened before these instants.
  [[nodiscard]] virtual Result<void> forget_sessions(EpochSeconds used_before, EpochSeconds created_before) = 0;

  [[nodiscard]] virtual Result<Failed> load_failures(const std::string& account, const std::string& address) = 0;
  /// One more; counting begins anew where the last one is older than `forgotten_before`.
  [[nodiscard]] virtual Result<void> count_failure(const std::string& account, const std::string& address,
                                                   EpochSeconds at, EpochSeconds forgotten_before) = 0;
  [[nodiscard]] virtual Result<void> clear_failures(const std::string& account, const std::string& address) = 0;

  [[nodiscard]] virtual Result<void> put_event(const AccessEvent& event) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<AccessEvent>> load_events(EpochSeconds from, EpochSeconds to) = 0;
};

}  // namespace guatu::ports
