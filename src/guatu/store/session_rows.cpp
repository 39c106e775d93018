#include "guatu/store/session_rows.hpp"

#include <soci/soci.h>

#include "guatu/store/sql/session_sql.hpp"

namespace guatu::store {
namespace {

using soci::into;
using soci::use;

/// What a statement about sessions puts its columns into.
struct SessionColumns {
  ports::StoredSession row;
  long long created_at = 0, used_at = 0;

  [[nodiscard]] ports::StoredSession taken() const {
    auto session = row;
    session.created_at = created_at;
    session.used_at = used_at;
    return session;
  }
};

std::vector<ports::StoredSession> fetch(soci::statement& statement, const SessionColumns& columns) {
  std::vector<ports::StoredSession> sessions;
  statement.execute();
  while (statement.fetch())
    sessions.push_back(columns.taken());
  return sessions;
}

template <typename... Uses>
std::vector<ports::StoredSession> select_sessions(soci::session& session, const char* sql, const Uses&... uses) {
  SessionColumns c;
  soci::statement statement(session);
  (statement.exchange(uses), ...);
  for (auto* text : {&c.row.digest, &c.row.id, &c.row.account, &c.row.post, &c.row.address, &c.row.agent})
    statement.exchange(into(*text));
  statement.exchange(into(c.created_at));
  statement.exchange(into(c.used_at));
  statement.alloc();
  statement.prepare(sql);
  statement.define_and_bind();
  return fetch(statement, c);
}

}  // namespace

void insert_session_row(soci::session& session, const ports::StoredSession& row) {
  const auto created_at = static_cast<long long>(row.created_at);
  const auto used_at = static_cast<long long>(row.used_at);
  session << sql::kInsertSession, use(row.digest, "digest"), use(row.id, "id"), use(row.account, "account"),
      use(row.post, "post"), use(row.address, "address"), use(row.agent, "agent"), use(created_at, "created_at"),
      use(used_at, "used_at");
}

std::optional<ports::StoredSession> find_session_row(soci::session& session, const std::string& digest) {
  auto found = select_sessions(session, sql::kLoadSession, use(digest, "digest"));
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<ports::StoredSession> load_session_rows(soci::session& session, const std::string& account) {
  if (account.empty()) return select_sessions(session, sql::kLoadSessions);
  return select_sessions(session, sql::kLoadSessionsOfAccount, use(account, "account"));
}

ports::Failed load_failure_rows(soci::session& session, const std::string& account, const std::string& address) {
  long long count = 0;
  long long last_at = 0;
  ports::Failed failed;
  session << sql::kLoadFailures, use(account, "account"), use(address, "address"), into(count), into(last_at);
  if (session.got_data()) failed.of_account_and_address = {count, last_at};
  session << sql::kLoadFailuresOfAddress, use(address, "address"), into(count), into(last_at);
  failed.of_address = {count, last_at};
  return failed;
}

void count_failure_row(soci::session& session, const std::string& account, const std::string& address,
                       ports::EpochSeconds at) {
  const auto when = static_cast<long long>(at);
  session << sql::kCountFailure, use(account, "account"), use(address, "address"), use(when, "at");
}

void insert_event_row(soci::session& session, const ports::AccessEvent& event) {
  long long id = event.id;
  const auto at = static_cast<long long>(event.at);
  if (id == 0) {
    session << sql::kLastEvent, into(id);
    ++id;
  }
  session << sql::kInsertEvent, use(id, "id"), use(at, "at"), use(event.account, "account"),
      use(event.address, "address"), use(event.action, "action"), use(event.outcome, "outcome"),
      use(event.detail, "detail");
}

std::vector<ports::AccessEvent> load_event_rows(soci::session& session, ports::EpochSeconds from,
                                                ports::EpochSeconds to) {
  const auto first = static_cast<long long>(from);
  const auto last = static_cast<long long>(to);
  long long id = 0;
  long long at = 0;
  ports::AccessEvent row;
  soci::statement statement =
      (session.prepare << sql::kLoadEvents, use(first, "first"), use(last, "last"), into(id), into(at),
       into(row.account), into(row.address), into(row.action), into(row.outcome), into(row.detail));
  std::vector<ports::AccessEvent> events;
  statement.execute();
  while (statement.fetch()) {
    row.id = id;
    row.at = at;
    events.push_back(row);
  }
  return events;
}

}  // namespace guatu::store
