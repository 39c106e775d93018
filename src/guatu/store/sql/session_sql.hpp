#pragma once

/// Statements about people at the door, portable between engines. A new one also enters `kEverySessionStatement`.
namespace guatu::store::sql {

inline constexpr const char* kInsertSession =
    "insert into sessions (digest, id, account, post, address, agent, created_at, used_at) "
    "values (:digest, :id, :account, :post, :address, :agent, :created_at, :used_at)";
inline constexpr const char* kLoadSession =
    "select digest, id, account, post, address, agent, created_at, used_at from sessions where digest = :digest";
inline constexpr const char* kLoadSessionsOfAccount =
    "select digest, id, account, post, address, agent, created_at, used_at from sessions where account = :account "
    "order by created_at, id";
inline constexpr const char* kLoadSessions =
    "select digest, id, account, post, address, agent, created_at, used_at from sessions "
    "order by account, created_at, id";
inline constexpr const char* kTouchSession =
    "update sessions set used_at = :used_at where digest = :digest and used_at < :used_at";
inline constexpr const char* kChoosePost = "update sessions set post = :post where digest = :digest";
inline constexpr const char* kDeleteSession = "delete from sessions where digest = :digest";
inline constexpr const char* kDeleteOtherSessions =
    "delete from sessions where account = :account and digest <> :digest";
inline constexpr const char* kForgetSessions =
    "delete from sessions where used_at < :used_at or created_at < :created_at";
inline constexpr const char* kCountSessions = "select count(*) from sessions";
inline constexpr const char* kDeleteSessions = "delete from sessions";

inline constexpr const char* kLoadFailures =
    "select failures, last_at from failed_attempts where account = :account and address = :address";
inline constexpr const char* kLoadFailuresOfAddress =
    "select coalesce(sum(failures), 0), coalesce(max(last_at), 0) from failed_attempts where address = :address";
inline constexpr const char* kCountFailure =
    "insert into failed_attempts (account, address, failures, last_at) values (:account, :address, 1, :at) "
    "on conflict (account, address) do update set failures = failed_attempts.failures + 1, last_at = :at";
inline constexpr const char* kForgetFailures = "delete from failed_attempts where last_at < :before";
inline constexpr const char* kClearFailures =
    "delete from failed_attempts where account = :account and address = :address";

inline constexpr const char* kLastEvent = "select coalesce(max(id), 0) from access_events";
inline constexpr const char* kInsertEvent =
    "insert into access_events (id, at, account, address, action, outcome, detail) "
    "values (:id, :at, :account, :address, :action, :outcome, :detail)";
inline constexpr const char* kLoadEvents =
    "select id, at, account, address, action, outcome, detail from access_events where at between :first and :last "
    "order by at, id";

inline constexpr const char* kEverySessionStatement[] = {
    kInsertSession,  kLoadSession,   kLoadSessionsOfAccount, kLoadSessions,   kTouchSession,
    kChoosePost,     kDeleteSession, kDeleteOtherSessions,   kForgetSessions, kCountSessions,
    kDeleteSessions, kLoadFailures,  kLoadFailuresOfAddress, kCountFailure,   kForgetFailures,
    kClearFailures,  kLastEvent,     kInsertEvent,           kLoadEvents};

}  // namespace guatu::store::sql
