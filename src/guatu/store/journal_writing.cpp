#include "guatu/store/journal_writing.hpp"

#include <soci/soci.h>

#include "guatu/store/base64.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sql/journal_tables.hpp"

namespace guatu::store {
namespace {

using ports::Commit;
using ports::CommitHead;
using soci::use;

CommitParts parts_of(const Commit& commit, const CommitHead& before) {
  const auto recorded_at = std::max(commit.recorded_at, before.recorded_at);
  CommitParts parts{before.seq + 1, recorded_at,   commit.actor, commit.unit, commit.action,
                    commit.source,  commit.reason, {},           {},          {}};
  for (const auto& record : commit.records)
    parts.records.push_back(record_digest(record));
  for (const auto& personal : commit.personal)
    parts.personal.push_back(personal.digest);
  for (const auto& blob : commit.blobs)
    parts.blobs.push_back(blob.digest);
  return parts;
}

std::vector<JournalRow> record_rows(const Commit& commit, const CommitParts& parts) {
  std::vector<JournalRow> rows;
  rows.reserve(commit.records.size());
  for (std::size_t i = 0; i < commit.records.size(); ++i) {
    const auto& record = commit.records[i];
    rows.push_back(
        {{parts.seq, static_cast<long long>(i)}, {record.type, record.subject, record.body, parts.records[i]}});
  }
  return rows;
}

std::vector<JournalRow> personal_rows(const Commit& commit) {
  std::vector<JournalRow> rows;
  for (const auto& personal : commit.personal)
    rows.push_back({{}, {personal.digest, personal.salt, personal.value}});
  return rows;
}

std::vector<JournalRow> blob_rows(const Commit& commit) {
  std::vector<JournalRow> rows;
  for (const auto& blob : commit.blobs)
    rows.push_back({{}, {blob.digest, to_base64(blob.bytes)}});
  return rows;
}

}  // namespace

void insert_commit_row(soci::session& session, const CommitRow& row) {
  const auto& info = row.info;
  const long long seq = info.head.seq;
  const long long recorded_at = info.head.recorded_at;
  const long long count = info.record_count;
  session << sql::kInsertCommit, use(seq, "seq"), use(recorded_at, "recorded_at"), use(info.actor, "actor"),
      use(info.unit, "unit"), use(info.action, "action"), use(info.source, "source"), use(info.reason, "reason"),
      use(count, "record_count"), use(row.format, "format"), use(row.previous_digest, "previous_digest"),
      use(info.head.digest, "digest");
}

void put_newest_of_commit(soci::session& session, long long seq) {
  session << sql::kPutNewestOfCommit, use(seq, "seq");
}

std::vector<JournalRow> digest_rows(std::int64_t seq, const std::vector<std::string>& digests) {
  std::vector<JournalRow> rows;
  for (std::size_t i = 0; i < digests.size(); ++i)
    rows.push_back({{seq, static_cast<long long>(i)}, {digests[i]}});
  return rows;
}

CommitHead write_commit(soci::session& session, const Dialect& dialect, const Commit& commit,
                        const CommitHead& before) {
  const auto parts = parts_of(commit, before);
  const CommitHead head{parts.seq, commit_digest(before.digest, parts), parts.recorded_at};
  const auto count = std::ssize(commit.records);
  insert_commit_row(
      session,
      {{head, parts.actor, parts.unit, parts.action, parts.source, parts.reason, count}, kChainFormat, before.digest});
  dialect.insert_rows(session, sql::kRecords, record_rows(commit, parts));
  put_newest_of_commit(session, parts.seq);
  dialect.insert_rows(session, sql::kCommitPersonal, digest_rows(parts.seq, parts.personal));
  dialect.insert_rows(session, sql::kCommitBlobs, digest_rows(parts.seq, parts.blobs));
  dialect.insert_rows(session, sql::kPersonal, personal_rows(commit));
  dialect.insert_rows(session, sql::kBlobs, blob_rows(commit));
  return head;
}

bool erase_personal_row(soci::session& session, const std::string& digest) {
  int count = 0;
  session << sql::kCountPersonal, use(digest, "digest"), soci::into(count);
  if (count == 0) return false;
  session << sql::kErasePersonal, use(digest, "digest");
  session << sql::kInsertErased, use(digest, "digest");
  return true;
}

}  // namespace guatu::store
