#pragma once

/// What only PostgreSQL is told. A new statement also enters `kEveryPostgresStatement`, unless it cannot be prepared
/// because it is a command of the session.
namespace guatu::store::sql::postgres {

/// The append lock of a schema lasts as long as the transaction; who only reads is not held up. Says whether this server
/// refuses to write.
inline constexpr const char* kTakeAppendLock =
    "select current_setting('transaction_read_only') from pg_advisory_xact_lock(1735745908, "
    "cast(cast(cast('commits' as regclass) as oid) as integer))";
inline constexpr const char* kTakeMigrationLock =
    "select current_setting('transaction_read_only') from pg_advisory_xact_lock(7449544112373)";
/// A record in the log of the server that waits for its standbys like any other, without a row anywhere.
inline constexpr const char* kEmitMessage = "select count(*) from pg_logical_emit_message(true, 'guatu', 'certain')";

inline constexpr const char* kBegin = "begin isolation level read committed";
inline constexpr const char* kBeginRead = "begin isolation level repeatable read, read only";
inline constexpr const char* kRewritePersonal = "vacuum full personal";

/// A weaker setting of the server or of the role is raised, a stronger one (remote_apply) is left.
inline constexpr const char* kRaiseSynchronousCommit =
    "select set_config('synchronous_commit', case when current_setting('synchronous_commit') in "
    "('off', 'local', 'remote_write') then 'on' else current_setting('synchronous_commit') end, false)";

/// Names of schemas are checked where they are read from the address; a name cannot be a parameter.
inline constexpr const char* kCreateSchema = "create schema ";
inline constexpr const char* kAlterSchema = "alter schema ";
inline constexpr const char* kRenameTo = " rename to ";

inline constexpr const char* kCountSchema = "select count(*) from pg_namespace where nspname = :schema";
/// A schema that the user may not look into seems to have no tables.
inline constexpr const char* kCountClosedSchema =
    "select count(*) from pg_namespace where nspname = :schema and not has_schema_privilege(oid, 'usage')";
inline constexpr const char* kCountTables =
    "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = :schema";
/// Others call a table so too; ours has a digest.
inline constexpr const char* kCountMigrationTable =
    "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
    "join pg_attribute a on a.attrelid = c.oid and a.attname = 'digest' where n.nspname = :schema "
    "and c.relname = 'schema_migrations'";
inline constexpr const char* kServerEncoding = "select current_setting('server_encoding')";

inline constexpr const char* kChecksumFailures =
    "select coalesce(checksum_failures, 0) from pg_stat_database where datname = current_database()";
inline constexpr const char* kServerFacts =
    "select split_part(current_setting('server_version'), ' ', 1), cast(pg_is_in_recovery() as integer), "
    "coalesce(cast(extract(epoch from now() - pg_last_xact_replay_timestamp()) as bigint), -1), "
    "(select count(*) from pg_stat_replication), "
    "(select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class where relkind = 'r' "
    "and relnamespace = cast(current_schema() as regnamespace)), "
    "(select max(version) from schema_migrations), current_setting('fsync'), current_setting('full_page_writes')";

inline constexpr const char* kInsertRecords =
    "insert into records (seq, ordinal, type, subject, body, digest) "
    "select r.seq, r.ordinal, r.type, r.subject, r.body, r.digest from json_to_recordset(cast(:rows as json)) "
    "as r(seq bigint, ordinal bigint, type text, subject text, body text, digest text)";
inline constexpr const char* kInsertCommitPersonal =
    "insert into commit_personal (seq, ordinal, digest) select r.seq, r.ordinal, r.digest "
    "from json_to_recordset(cast(:rows as json)) as r(seq bigint, ordinal bigint, digest text)";
inline constexpr const char* kInsertCommitBlobs =
    "insert into commit_blobs (seq, ordinal, digest) select r.seq, r.ordinal, r.digest "
    "from json_to_recordset(cast(:rows as json)) as r(seq bigint, ordinal bigint, digest text)";
inline constexpr const char* kInsertPersonal =
    "insert into personal (digest, salt, value) select r.digest, r.salt, r.value "
    "from json_to_recordset(cast(:rows as json)) as r(digest text, salt text, value text) "
    "on conflict (digest) do nothing";
inline constexpr const char* kInsertErased =
    "insert into erased_personal (digest) select r.digest from json_to_recordset(cast(:rows as json)) "
    "as r(digest text) on conflict (digest) do nothing";
inline constexpr const char* kInsertBlobs =
    "insert into blobs (digest, bytes) select r.digest, r.bytes from json_to_recordset(cast(:rows as json)) "
    "as r(digest text, bytes text) on conflict (digest) do nothing";

inline constexpr const char* kInsertSignatures =
    "insert into head_signatures (seq, key, recorded_at, digest, signature, signed_at) "
    "select r.seq, r.key, r.recorded_at, r.digest, r.signature, r.signed_at "
    "from json_to_recordset(cast(:rows as json)) as r(seq bigint, recorded_at bigint, signed_at bigint, key text, "
    "digest text, signature text)";

inline constexpr const char* kEveryPostgresStatement[] = {
    kTakeAppendLock, kTakeMigrationLock, kCountClosedSchema,    kEmitMessage,       kRaiseSynchronousCommit,
    kCountSchema,    kCountTables,       kCountMigrationTable,  kServerEncoding,    kChecksumFailures,
    kServerFacts,    kInsertRecords,     kInsertCommitPersonal, kInsertCommitBlobs, kInsertPersonal,
    kInsertErased,   kInsertBlobs,       kInsertSignatures};

}  // namespace guatu::store::sql::postgres
