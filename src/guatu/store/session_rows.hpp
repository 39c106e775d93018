#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/ports/session_desk.hpp"
#include "guatu/store/dialect.hpp"

/// Rows of sessions, failed_attempts and access_events. Writing is done inside the caller's transaction.
namespace guatu::store {

void insert_session_row(soci::session& session, const ports::StoredSession& row);
[[nodiscard]] std::optional<ports::StoredSession> find_session_row(soci::session& session, const std::string& digest);
/// Of everybody for an empty account.
[[nodiscard]] std::vector<ports::StoredSession> load_session_rows(soci::session& session, const std::string& account);

[[nodiscard]] ports::Failed load_failure_rows(soci::session& session, const std::string& account,
                                              const std::string& address);
void count_failure_row(soci::session& session, const std::string& account, const std::string& address,
                       ports::EpochSeconds at);

/// With its own number when it has one, otherwise with the next.
void insert_event_row(soci::session& session, const ports::AccessEvent& event);
[[nodiscard]] std::vector<ports::AccessEvent> load_event_rows(soci::session& session, ports::EpochSeconds from,
                                                              ports::EpochSeconds to);

}  // namespace guatu::store
