#include "guatu/store/postgres/connection.hpp"

#include <algorithm>
#include <libpq-fe.h>
#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "guatu/store/postgres/failures.hpp"
#include "guatu/store/sql/postgres_sql.hpp"

namespace guatu::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kDiagnosisLimit{10'000};

/// Settings travel with the connection: a new one needs no further round trip for them.
std::string with_limits(const std::string& conninfo, milliseconds wait) {
  const auto options = " -c lock_timeout=" + std::to_string(std::max<std::int64_t>(wait.count(), 1)) +
                       " -c statement_timeout=600000 -c idle_in_transaction_session_timeout=60000"
                       " -c client_min_messages=warning";
  auto text = conninfo;
  const std::string key = "options='";
  const auto at = text.find(key);
  return at == std::string::npos ? text + " options='" + options + "'" : text.insert(at + key.size(), options + " ");
}

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};

/// What the server remarks beside its answers goes to nobody: libpq would write it on standard error, into our own words.
void ignore_remark(void*, const char*) {}

void silence(soci::session& session) {
  const auto* backend = static_cast<soci::postgresql_session_backend*>(session.get_backend());
  PQsetNoticeProcessor(backend->conn_, ignore_remark, nullptr);
}

/// "FATAL:  28P01: …" gives 28P01, whatever the language of the first word. Empty when no server said anything.
std::string state_in(std::string_view words) {
  for (auto at = words.find(":  "); at != std::string_view::npos; at = words.find(":  ", at + 1)) {
    const auto state = words.substr(at + 3, 5);
    const auto is_letter = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (words.substr(at + 8, 2) == ": " && std::ranges::all_of(state, is_letter)) return std::string(state);
  }
  return {};
}

/// One more try by libpq's own means: SOCI keeps only the words of a failed one, and those are in the server's language.
ConnectFailure diagnose(const std::string& conninfo, const std::string& failed_with) {
  const std::unique_ptr<PGconn, CloseConnection> connection(PQconnectStart(conninfo.c_str()));
  if (!connection) return {"53200", "out of memory"};
  PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
  const auto ends = steady_clock::now() + kDiagnosisLimit;
  auto state = PGRES_POLLING_WRITING;
  while (PQstatus(connection.get()) != CONNECTION_BAD && state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED &&
         steady_clock::now() < ends) {
    pollfd wanted{PQsocket(connection.get()), static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    static_cast<void>(poll(&wanted, 1, 200));
    if (wanted.revents != 0) state = PQconnectPoll(connection.get());
  }
  const std::string words = PQerrorMessage(connection.get());
  if (state == PGRES_POLLING_OK) return {"", failed_with};
  if (auto said = state_in(words); !said.empty()) return {std::move(said), failed_with};
  const bool reads_only =
      words.find("read-only") != std::string::npos || words.find("hot standby") != std::string::npos;
  return {reads_only ? kReadOnlyServer : "", failed_with};
}

}  // namespace

std::unique_ptr<soci::session> connect_postgres(const PostgresPlace& place, milliseconds wait) {
  const auto conninfo = with_limits(place.conninfo, wait);
  std::unique_ptr<soci::session> session;
  try {
    session = std::make_unique<soci::session>(soci::postgresql, conninfo);
  } catch (const soci::soci_error& error) {
    throw diagnose(conninfo, error.what());
  }
  silence(*session);
  std::string setting;
  *session << sql::postgres::kRaiseSynchronousCommit, soci::into(setting);
  return session;
}

std::unique_ptr<soci::session> connect_patiently(const PostgresPlace& place, milliseconds wait,
                                                 const RetryLimits& limits) {
  Patience patience(limits);
  for (;;) {
    try {
      return connect_postgres(place, wait);
    } catch (const std::exception& error) {
      if (!patience.allows(recovery_of(error))) throw;
    }
  }
}

}  // namespace guatu::store
