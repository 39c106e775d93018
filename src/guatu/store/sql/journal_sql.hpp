#pragma once

/// Every statement of the journal, portable between engines: columns written out, named parameters, order made explicit.
namespace guatu::store::sql {

inline constexpr const char* kFindHead = "select seq, recorded_at, digest from commits order by seq desc limit 1";
inline constexpr const char* kFindHeadAt =
    "select seq, recorded_at, digest from commits where recorded_at <= :known_at order by seq desc limit 1";
inline constexpr const char* kInsertCommit =
    "insert into commits (seq, recorded_at, actor, unit, action, source, reason, format, previous_digest, digest) "
    "values (:seq, :recorded_at, :actor, :unit, :action, :source, :reason, :format, :previous_digest, :digest)";
inline constexpr const char* kInsertRecord =
    "insert into records (seq, ordinal, type, subject, body, digest) values (:seq, :ordinal, :type, :subject, :body, "
    ":digest)";
inline constexpr const char* kInsertCommitPersonal =
    "insert into commit_personal (seq, ordinal, digest) values (:seq, :ordinal, :digest)";
inline constexpr const char* kInsertCommitBlob =
    "insert into commit_blobs (seq, ordinal, digest) values (:seq, :ordinal, :digest)";
inline constexpr const char* kInsertPersonal =
    "insert into personal (digest, salt, value) values (:digest, :salt, :value) on conflict (digest) do nothing";
inline constexpr const char* kInsertBlob =
    "insert into blobs (digest, bytes) values (:digest, :bytes) on conflict (digest) do nothing";
inline constexpr const char* kLoadNewest =
    "select r.seq, r.subject, r.body from records r "
    "join (select subject, max(seq) as seq from records where type = :type and seq <= :seq group by subject) n "
    "on n.subject = r.subject and n.seq = r.seq where r.type = :same_type order by r.subject, r.ordinal";
inline constexpr const char* kLoadHistory =
    "select seq, subject, body from records where type = :type and seq <= :seq order by seq, ordinal";
inline constexpr const char* kLoadHistoryOfSubject =
    "select seq, subject, body from records where type = :type and subject = :subject and seq <= :seq order by seq, "
    "ordinal";
inline constexpr const char* kLoadCommits =
    "select c.seq, c.recorded_at, c.actor, c.unit, c.action, c.source, c.reason, c.format, c.previous_digest, "
    "c.digest, "
    "(select count(*) from records r where r.seq = c.seq) from commits c where c.seq between :first and :last order by "
    "c.seq";
inline constexpr const char* kLoadRecordsOfCommit =
    "select ordinal, type, subject, body, digest from records where seq = :seq order by ordinal";
inline constexpr const char* kLoadPersonalOfCommit =
    "select digest from commit_personal where seq = :seq order by ordinal";
inline constexpr const char* kLoadBlobsOfCommit = "select digest from commit_blobs where seq = :seq order by ordinal";
inline constexpr const char* kCountStrayRecords =
    "select count(*) from records where seq not in (select seq from commits)";
inline constexpr const char* kLoadPersonal = "select digest, salt, value from personal order by digest";
inline constexpr const char* kLoadErased = "select digest from erased_personal order by digest";
inline constexpr const char* kInsertErased = "insert into erased_personal (digest) values (:digest)";
inline constexpr const char* kErasePersonal = "delete from personal where digest = :digest";
inline constexpr const char* kCountPersonal = "select count(*) from personal where digest = :digest";
inline constexpr const char* kLoadBlob = "select bytes from blobs where digest = :digest";
inline constexpr const char* kLoadBlobDigests = "select digest from blobs order by digest";

}  // namespace guatu::store::sql
