#include "guatu/store/sqlite/chain_walk.hpp"

#include <limits>
#include <set>

#include "guatu/ports/digest.hpp"
#include "guatu/store/base64.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/sql/journal_sql.hpp"

namespace guatu::store {
namespace {

using ports::ChainFault;
using soci::into;
using soci::use;

std::string commit_name(std::int64_t seq) {
  return "commit " + std::to_string(seq);
}

std::vector<std::string> load_digests(soci::session& session, const char* text, long long seq) {
  std::vector<std::string> digests;
  std::string digest;
  soci::statement statement = (session.prepare << text, use(seq, "seq"), into(digest));
  statement.execute();
  while (statement.fetch())
    digests.push_back(digest);
  return digests;
}

/// Digests of the commit's records as recomputed, or the first record that does not match its own.
std::optional<ChainFault> read_records(soci::session& session, long long seq, std::vector<std::string>& digests) {
  long long ordinal = 0;
  ports::Record record;
  std::string digest;
  soci::statement statement = (session.prepare << sql::kLoadRecordsOfCommit, use(seq, "seq"), into(ordinal),
                               into(record.type), into(record.subject), into(record.body), into(digest));
  statement.execute();
  while (statement.fetch()) {
    const auto name =
        commit_name(seq) + ": record " + std::to_string(ordinal) + " (" + record.type + " " + record.subject + ")";
    if (ordinal != static_cast<long long>(digests.size()))
      return ChainFault{seq, name + ": a record before it is missing"};
    digests.push_back(record_digest(record));
    if (digests.back() != digest) return ChainFault{seq, name + ": does not match its digest"};
  }
  return std::nullopt;
}

std::optional<ChainFault> check_commit(soci::session& session, const CommitRow& row, const ports::CommitHead& before) {
  const auto& info = row.info;
  const auto seq = info.head.seq;
  if (seq != before.seq + 1) return ChainFault{before.seq + 1, commit_name(before.seq + 1) + " is missing"};
  if (row.format != kChainFormat)
    return ChainFault{seq, commit_name(seq) + ": unknown format " + std::to_string(row.format)};
  if (row.previous_digest != before.digest)
    return ChainFault{seq, commit_name(seq) + ": does not follow the commit before it"};
  if (info.head.recorded_at < before.recorded_at)
    return ChainFault{seq, commit_name(seq) + ": recorded before the commit before it"};
  CommitParts parts{seq,         info.head.recorded_at, info.actor, info.unit, info.action,
                    info.source, info.reason,           {},         {},        {}};
  if (auto fault = read_records(session, seq, parts.records)) return fault;
  parts.personal = load_digests(session, sql::kLoadPersonalOfCommit, seq);
  parts.blobs = load_digests(session, sql::kLoadBlobsOfCommit, seq);
  if (commit_digest(before.digest, parts) != info.head.digest)
    return ChainFault{seq, commit_name(seq) + ": header or number of records does not match its digest"};
  return std::nullopt;
}

std::optional<ChainFault> check_personal(soci::session& session) {
  for (const auto& personal : load_personal_rows(session))
    if (ports::sm3_hex(personal.salt + personal.value) != personal.digest)
      return ChainFault{0, "personal value " + personal.digest + ": does not match its digest"};
  return std::nullopt;
}

/// Everything that the chain names must be there and be what it was.
std::optional<ChainFault> check_beside(soci::session& session, const std::vector<CommitRow>& rows) {
  std::set<std::string> good;
  std::set<std::string> personal;
  for (const auto& value : load_personal_rows(session))
    personal.insert(value.digest);
  std::string erased;
  soci::statement statement = (session.prepare << sql::kLoadErased, into(erased));
  statement.execute();
  while (statement.fetch())
    personal.insert(erased);
  for (const auto& row : rows) {
    const auto seq = row.info.head.seq;
    for (const auto& digest : load_digests(session, sql::kLoadPersonalOfCommit, seq))
      if (!personal.contains(digest))
        return ChainFault{seq, commit_name(seq) + ": personal value " + digest + " is missing"};
    for (const auto& digest : load_digests(session, sql::kLoadBlobsOfCommit, seq)) {
      if (good.contains(digest)) continue;
      std::string text;
      session << sql::kLoadBlob, use(digest, "digest"), into(text);
      if (!session.got_data()) return ChainFault{seq, commit_name(seq) + ": file " + digest + " is missing"};
      const auto bytes = from_base64(text);
      if (!bytes || ports::sm3_hex(*bytes) != digest)
        return ChainFault{seq, commit_name(seq) + ": file " + digest + " does not match its digest"};
      good.insert(digest);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<CommitRow> load_commit_rows(soci::session& session, long long first, long long last) {
  std::vector<CommitRow> rows;
  CommitRow row;
  long long seq = 0;
  long long recorded_at = 0;
  long long count = 0;
  auto& info = row.info;
  soci::statement statement =
      (session.prepare << sql::kLoadCommits, use(first, "first"), use(last, "last"), into(seq), into(recorded_at),
       into(info.actor), into(info.unit), into(info.action), into(info.source), into(info.reason), into(row.format),
       into(row.previous_digest), into(info.head.digest), into(count));
  statement.execute();
  while (statement.fetch()) {
    info.head.seq = seq;
    info.head.recorded_at = recorded_at;
    info.record_count = count;
    rows.push_back(row);
  }
  return rows;
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

std::optional<ChainFault> walk_chain(soci::session& session) {
  const auto rows =
      load_commit_rows(session, std::numeric_limits<long long>::min(), std::numeric_limits<long long>::max());
  ports::CommitHead before{0, genesis_digest(), 0};
  for (const auto& row : rows) {
    if (auto fault = check_commit(session, row, before)) return fault;
    before = row.info.head;
  }
  int stray = 0;
  session << sql::kCountStrayRecords, into(stray);
  if (stray > 0)
    return ChainFault{before.seq + 1,
                      std::to_string(stray) + " records belong to no commit: the end of the chain was cut off"};
  if (auto fault = check_beside(session, rows)) return fault;
  return check_personal(session);
}

}  // namespace guatu::store
