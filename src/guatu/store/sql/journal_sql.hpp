#pragma once

/// Every statement of the journal, portable between engines: columns written out, named parameters, order made explicit.
/// A new statement also enters `kEveryStatement`, which a test prepares on every engine.
namespace guatu::store::sql {

inline constexpr const char* kFindHead = "select seq, recorded_at, digest from commits order by seq desc limit 1";
inline constexpr const char* kFindHeadAt =
    "select seq, recorded_at, digest from commits where recorded_at <= :known_at order by seq desc limit 1";

inline constexpr const char* kInsertCommit =
    "insert into commits (seq, recorded_at, actor, unit, action, source, reason, record_count, format, "
    "previous_digest, "
    "digest) values (:seq, :recorded_at, :actor, :unit, :action, :source, :reason, :record_count, :format, "
    ":previous_digest, :digest)";
inline constexpr const char* kInsertRecord =
    "insert into records (seq, ordinal, type, subject, body, digest) "
    "values (:seq, :ordinal, :type, :subject, :body, :digest)";
/// After all records of a commit are there: of one subject twice in it the last counts.
inline constexpr const char* kPutNewestOfCommit =
    "insert into newest_records (type, subject, seq, ordinal) select type, subject, seq, max(ordinal) from records "
    "where seq = :seq group by type, subject, seq "
    "on conflict (type, subject) do update set seq = excluded.seq, ordinal = excluded.ordinal";
inline constexpr const char* kInsertCommitPersonal =
    "insert into commit_personal (seq, ordinal, digest) values (:seq, :ordinal, :digest)";
inline constexpr const char* kInsertCommitBlob =
    "insert into commit_blobs (seq, ordinal, digest) values (:seq, :ordinal, :digest)";
inline constexpr const char* kInsertPersonal =
    "insert into personal (digest, salt, value) values (:digest, :salt, :value) on conflict (digest) do nothing";
inline constexpr const char* kInsertBlob =
    "insert into blobs (digest, bytes) values (:digest, :bytes) on conflict (digest) do nothing";
inline constexpr const char* kFindCommitDigest = "select digest from commits where seq = :seq";

/// Walks the subjects in their order and finds each record by its key, at the head by the pointer, before it by a look into
/// the index. The cross join keeps SQLite from starting at the records, which takes seconds.
inline constexpr const char* kLoadNewest =
    "select r.seq, r.subject, r.body from newest_records n cross join records r where n.type = :type "
    "and r.seq = case when n.seq <= :seq then n.seq else (select l.seq from records l where l.type = n.type "
    "and l.subject = n.subject and l.seq <= :seq order by l.seq desc limit 1) end "
    "and r.ordinal = case when n.seq <= :seq then n.ordinal else (select l.ordinal from records l where l.type = "
    "n.type "
    "and l.subject = n.subject and l.seq <= :seq order by l.seq desc, l.ordinal desc limit 1) end order by n.subject";
inline constexpr const char* kLoadHistory =
    "select seq, subject, body from records where type = :type and seq <= :seq order by seq, ordinal";
inline constexpr const char* kLoadHistoryOfSubject =
    "select seq, subject, body from records where type = :type and subject = :subject and seq <= :seq "
    "order by seq, ordinal";
inline constexpr const char* kLoadRecordsBetween =
    "select seq, type, subject, body from records where seq between :first and :last order by seq, ordinal";
inline constexpr const char* kLoadPersonalBetween =
    "select p.digest, p.salt, p.value from commit_personal c join personal p on p.digest = c.digest "
    "where c.seq between :first and :last order by c.seq, c.ordinal";
inline constexpr const char* kLoadCommits =
    "select seq, recorded_at, actor, unit, action, source, reason, record_count, format, previous_digest, digest "
    "from commits where seq between :first and :last order by seq";
inline constexpr const char* kLoadRecordsOfCommit =
    "select ordinal, type, subject, body, digest from records where seq = :seq order by ordinal";
inline constexpr const char* kLoadPersonalOfCommit =
    "select digest from commit_personal where seq = :seq order by ordinal";
inline constexpr const char* kLoadBlobsOfCommit = "select digest from commit_blobs where seq = :seq order by ordinal";

/// Rows that belong to no commit.
inline constexpr const char* kCountStrayRecords =
    "select count(*) from records r where not exists (select 1 from commits c where c.seq = r.seq)";
inline constexpr const char* kCountStrayPersonal =
    "select count(*) from commit_personal p where not exists (select 1 from commits c where c.seq = p.seq)";
inline constexpr const char* kCountStrayBlobs =
    "select count(*) from commit_blobs b where not exists (select 1 from commits c where c.seq = b.seq)";
inline constexpr const char* kLoadNewestPlaces =
    "select type, subject, seq, ordinal from newest_records order by type, subject";

inline constexpr const char* kLoadPersonal = "select digest, salt, value from personal order by digest";
inline constexpr const char* kCountPersonal = "select count(*) from personal where digest = :digest";
inline constexpr const char* kErasePersonal = "delete from personal where digest = :digest";
inline constexpr const char* kInsertErased =
    "insert into erased_personal (digest) values (:digest) on conflict (digest) do nothing";
inline constexpr const char* kLoadErased = "select digest from erased_personal order by digest";
inline constexpr const char* kCountErased = "select count(*) from erased_personal";
inline constexpr const char* kLoadBlob = "select bytes from blobs where digest = :digest";
inline constexpr const char* kLoadBlobDigests = "select digest from blobs order by digest";

inline constexpr const char* kPutSignature =
    "insert into head_signatures (seq, key, recorded_at, digest, signature, signed_at) "
    "values (:seq, :key, :recorded_at, :digest, :signature, :signed_at) on conflict (seq, key) do update set "
    "recorded_at = excluded.recorded_at, digest = excluded.digest, signature = excluded.signature, "
    "signed_at = excluded.signed_at";
inline constexpr const char* kLoadSignatures =
    "select seq, key, recorded_at, digest, signature, signed_at from head_signatures order by seq, key";

inline constexpr const char* kCreateMigrations =
    "create table if not exists schema_migrations (version bigint not null primary key, name text not null, "
    "digest text not null, applied_at bigint not null)";
inline constexpr const char* kLoadMigrations = "select version, name, digest from schema_migrations order by version";
inline constexpr const char* kInsertMigration =
    "insert into schema_migrations (version, name, digest, applied_at) values (:version, :name, :digest, :applied_at)";

inline constexpr const char* kLastMigration = "select coalesce(max(version), 0) from schema_migrations";

inline constexpr const char* kEveryStatement[] = {kFindHead,
                                                  kCountErased,
                                                  kFindHeadAt,
                                                  kInsertCommit,
                                                  kInsertRecord,
                                                  kPutNewestOfCommit,
                                                  kInsertCommitPersonal,
                                                  kInsertCommitBlob,
                                                  kInsertPersonal,
                                                  kInsertBlob,
                                                  kFindCommitDigest,
                                                  kLoadNewest,
                                                  kLoadHistory,
                                                  kLoadHistoryOfSubject,
                                                  kLoadRecordsBetween,
                                                  kLoadPersonalBetween,
                                                  kLoadCommits,
                                                  kLoadRecordsOfCommit,
                                                  kLoadPersonalOfCommit,
                                                  kLoadBlobsOfCommit,
                                                  kCountStrayRecords,
                                                  kCountStrayPersonal,
                                                  kCountStrayBlobs,
                                                  kLoadNewestPlaces,
                                                  kLoadPersonal,
                                                  kCountPersonal,
                                                  kErasePersonal,
                                                  kInsertErased,
                                                  kLoadErased,
                                                  kLoadBlob,
                                                  kLoadBlobDigests,
                                                  kPutSignature,
                                                  kLoadSignatures,
                                                  kCreateMigrations,
                                                  kLoadMigrations,
                                                  kInsertMigration,
                                                  kLastMigration};

}  // namespace guatu::store::sql
