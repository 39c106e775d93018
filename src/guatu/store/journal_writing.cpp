#include "guatu/store/journal_writing.hpp"

#include <soci/soci.h>

#include "guatu/store/base64.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/sql/journal_sql.hpp"

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

void insert_commit(soci::session& session, const CommitParts& parts, const std::string& previous,
                   const std::string& digest) {
  const long long seq = parts.seq;
  const long long recorded_at = parts.recorded_at;
  const long long format = kChainFormat;
  const auto count = static_cast<long long>(parts.records.size());
  session << sql::kInsertCommit, use(seq, "seq"), use(recorded_at, "recorded_at"), use(parts.actor, "actor"),
      use(parts.unit, "unit"), use(parts.action, "action"), use(parts.source, "source"), use(parts.reason, "reason"),
      use(count, "record_count"), use(format, "format"), use(previous, "previous_digest"), use(digest, "digest");
}

void insert_records(soci::session& session, const Commit& commit, const CommitParts& parts) {
  const long long seq = parts.seq;
  long long ordinal = 0;
  ports::Record record;
  std::string digest;
  soci::statement insert =
      (session.prepare << sql::kInsertRecord, use(seq, "seq"), use(ordinal, "ordinal"), use(record.type, "type"),
       use(record.subject, "subject"), use(record.body, "body"), use(digest, "digest"));
  soci::statement put_newest = (session.prepare << sql::kPutNewest, use(record.type, "type"),
                                use(record.subject, "subject"), use(seq, "seq"), use(ordinal, "ordinal"));
  for (const auto count = std::ssize(commit.records); ordinal < count; ++ordinal) {
    record = commit.records[static_cast<std::size_t>(ordinal)];
    digest = parts.records[static_cast<std::size_t>(ordinal)];
    insert.execute(true);
    put_newest.execute(true);
  }
}

void insert_digests(soci::session& session, const char* text, long long seq, const std::vector<std::string>& digests) {
  for (std::size_t i = 0; i < digests.size(); ++i) {
    const auto ordinal = static_cast<long long>(i);
    session << text, use(seq, "seq"), use(ordinal, "ordinal"), use(digests[i], "digest");
  }
}

void insert_beside(soci::session& session, const Commit& commit) {
  for (const auto& personal : commit.personal)
    session << sql::kInsertPersonal, use(personal.digest, "digest"), use(personal.salt, "salt"),
        use(personal.value, "value");
  for (const auto& blob : commit.blobs) {
    const auto text = to_base64(blob.bytes);
    session << sql::kInsertBlob, use(blob.digest, "digest"), use(text, "bytes");
  }
}

}  // namespace

CommitHead write_commit(soci::session& session, const Commit& commit, const CommitHead& before) {
  const auto parts = parts_of(commit, before);
  const CommitHead head{parts.seq, commit_digest(before.digest, parts), parts.recorded_at};
  insert_commit(session, parts, before.digest, head.digest);
  insert_records(session, commit, parts);
  insert_digests(session, sql::kInsertCommitPersonal, parts.seq, parts.personal);
  insert_digests(session, sql::kInsertCommitBlob, parts.seq, parts.blobs);
  insert_beside(session, commit);
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
