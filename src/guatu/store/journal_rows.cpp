#include "guatu/store/journal_rows.hpp"

#include <soci/soci.h>

#include "guatu/store/base64.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/sql/journal_sql.hpp"

namespace guatu::store {
namespace {

using ports::CommitHead;
using ports::StoredRecord;
using soci::into;
using soci::use;

/// Buffers that SOCI fills at every fetch; it knows `long long`, not every alias of a 64-bit number.
struct StoredRow {
  long long seq = 0;
  std::string subject, body;
};

std::vector<StoredRecord> fetch(soci::statement& statement, StoredRow& row) {
  std::vector<StoredRecord> records;
  statement.execute();
  while (statement.fetch())
    records.push_back({row.seq, row.subject, row.body});
  return records;
}

}  // namespace

CommitHead find_head_row(soci::session& session) {
  long long seq = 0;
  long long recorded_at = 0;
  std::string digest;
  session << sql::kFindHead, into(seq), into(recorded_at), into(digest);
  return session.got_data() ? CommitHead{seq, digest, recorded_at} : CommitHead{0, genesis_digest(), 0};
}

CommitHead find_head_row_at(soci::session& session, ports::EpochSeconds known_at) {
  const long long instant = known_at;
  long long seq = 0;
  long long recorded_at = 0;
  std::string digest;
  session << sql::kFindHeadAt, use(instant, "known_at"), into(seq), into(recorded_at), into(digest);
  return session.got_data() ? CommitHead{seq, digest, recorded_at} : CommitHead{0, genesis_digest(), 0};
}

std::optional<std::string> find_commit_digest(soci::session& session, std::int64_t seq) {
  const long long number = seq;
  std::string digest;
  session << sql::kFindCommitDigest, use(number, "seq"), into(digest);
  return session.got_data() ? std::optional(digest) : std::nullopt;
}

std::vector<StoredRecord> load_newest_rows(soci::session& session, const std::string& type, std::int64_t seq) {
  const long long known = seq;
  StoredRow row;
  soci::statement statement = (session.prepare << sql::kLoadNewest, use(type, "type"), use(known, "seq"), into(row.seq),
                               into(row.subject), into(row.body));
  return fetch(statement, row);
}

std::vector<StoredRecord> load_history_rows(soci::session& session, const std::string& type, std::int64_t seq,
                                            const std::optional<std::string>& subject) {
  const long long known = seq;
  StoredRow row;
  if (!subject) {
    soci::statement statement = (session.prepare << sql::kLoadHistory, use(type, "type"), use(known, "seq"),
                                 into(row.seq), into(row.subject), into(row.body));
    return fetch(statement, row);
  }
  soci::statement statement =
      (session.prepare << sql::kLoadHistoryOfSubject, use(type, "type"), use(*subject, "subject"), use(known, "seq"),
       into(row.seq), into(row.subject), into(row.body));
  return fetch(statement, row);
}

std::vector<CommitRow> load_commit_rows(soci::session& session, std::int64_t first, std::int64_t last) {
  const long long from = first;
  const long long to = last;
  std::vector<CommitRow> rows;
  CommitRow row;
  auto& info = row.info;
  long long seq = 0;
  long long recorded_at = 0;
  long long count = 0;
  soci::statement statement =
      (session.prepare << sql::kLoadCommits, use(from, "first"), use(to, "last"), into(seq), into(recorded_at),
       into(info.actor), into(info.unit), into(info.action), into(info.source), into(info.reason), into(count),
       into(row.format), into(row.previous_digest), into(info.head.digest));
  statement.execute();
  while (statement.fetch()) {
    info.head.seq = seq;
    info.head.recorded_at = recorded_at;
    info.record_count = count;
    rows.push_back(row);
  }
  return rows;
}

std::vector<RecordRow> load_record_rows(soci::session& session, std::int64_t seq) {
  const long long commit = seq;
  std::vector<RecordRow> rows;
  RecordRow row;
  soci::statement statement =
      (session.prepare << sql::kLoadRecordsOfCommit, use(commit, "seq"), into(row.ordinal), into(row.record.type),
       into(row.record.subject), into(row.record.body), into(row.digest));
  statement.execute();
  while (statement.fetch())
    rows.push_back(row);
  return rows;
}

std::int64_t count_erased_rows(soci::session& session) {
  long long count = 0;
  session << sql::kCountErased, into(count);
  return count;
}

ports::Growth load_growth_rows(soci::session& session, std::int64_t first, std::int64_t last) {
  const long long from = first;
  const long long to = last;
  ports::Growth growth;
  long long seq = 0;
  ports::Record record;
  soci::statement records = (session.prepare << sql::kLoadRecordsBetween, use(from, "first"), use(to, "last"),
                             into(seq), into(record.type), into(record.subject), into(record.body));
  records.execute();
  while (records.fetch())
    growth.rows.push_back({seq, record});
  ports::PersonalValue value;
  soci::statement personal = (session.prepare << sql::kLoadPersonalBetween, use(from, "first"), use(to, "last"),
                              into(value.digest), into(value.salt), into(value.value));
  personal.execute();
  while (personal.fetch())
    growth.personal.push_back(value);
  growth.erased_personal = count_erased_rows(session);
  return growth;
}

std::vector<ports::PersonalValue> load_personal_rows(soci::session& session) {
  std::vector<ports::PersonalValue> values;
  ports::PersonalValue value;
  soci::statement statement =
      (session.prepare << sql::kLoadPersonal, into(value.digest), into(value.salt), into(value.value));
  statement.execute();
  while (statement.fetch())
    values.push_back(value);
  return values;
}

PlaceBySubject load_newest_places(soci::session& session) {
  PlaceBySubject places;
  std::string type;
  std::string subject;
  long long seq = 0;
  long long ordinal = 0;
  soci::statement statement =
      (session.prepare << sql::kLoadNewestPlaces, into(type), into(subject), into(seq), into(ordinal));
  statement.execute();
  while (statement.fetch())
    places[{type, subject}] = {seq, ordinal};
  return places;
}

std::vector<std::string> load_digests_of(soci::session& session, const char* text, std::int64_t seq) {
  const long long commit = seq;
  std::vector<std::string> digests;
  std::string digest;
  soci::statement statement = (session.prepare << text, use(commit, "seq"), into(digest));
  statement.execute();
  while (statement.fetch())
    digests.push_back(digest);
  return digests;
}

std::set<std::string> load_digests(soci::session& session, const char* text) {
  std::set<std::string> digests;
  std::string digest;
  soci::statement statement = (session.prepare << text, into(digest));
  statement.execute();
  while (statement.fetch())
    digests.insert(digest);
  return digests;
}

std::optional<std::string> find_blob_text(soci::session& session, const std::string& digest) {
  std::string text;
  session << sql::kLoadBlob, use(digest, "digest"), into(text);
  return session.got_data() ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> find_blob_bytes(soci::session& session, const std::string& digest) {
  const auto text = find_blob_text(session, digest);
  return text ? std::optional(from_base64(*text).value_or(std::string())) : std::nullopt;
}

}  // namespace guatu::store
