#include "guatu/store/copy_journal.hpp"

#include <limits>
#include <soci/soci.h>

#include "guatu/store/chain_walk.hpp"
#include "guatu/store/journal_rows.hpp"
#include "guatu/store/journal_writing.hpp"
#include "guatu/store/session_rows.hpp"
#include "guatu/store/signature_rows.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sql/journal_tables.hpp"

namespace guatu::store {
namespace {

/// Tables whose rows stand by number and place, and how they are read: only a damaged journal has rows of no commit.
struct DigestTable {
  const char* load_of_commit;
  const JournalTable& table;
};

constexpr DigestTable kDigestTables[] = {{sql::kLoadPersonalOfCommit, sql::kCommitPersonal},
                                         {sql::kLoadBlobsOfCommit, sql::kCommitBlobs}};

/// Signatures of heads came with the second migration, what happened at the door with the third.
constexpr std::size_t kVersionWithSignatures = 2;
constexpr std::size_t kVersionWithEvents = 3;

class JournalCopy {
 public:
  JournalCopy(soci::session& from, soci::session& to, const Dialect& dialect)
      : from_(from), to_(to), dialect_(dialect) {}

  void copy() {
    for (const auto& commit :
         load_commit_rows(from_, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()))
      copy_commit(commit);
    copy_personal();
    copy_blobs();
  }

  void copy_signatures() {
    std::vector<JournalRow> rows;
    for (auto& each : load_signature_rows(from_))
      rows.push_back({{each.head.seq, each.head.recorded_at, each.signed_at},
                      {std::move(each.key), std::move(each.head.digest), std::move(each.signature)}});
    dialect_.insert_rows(to_, sql::kHeadSignatures, rows);
  }

  /// Open sessions and failed attempts stay behind: they are of the place, not of the campaign.
  void copy_events() {
    for (const auto& event : load_event_rows(from_, std::numeric_limits<ports::EpochSeconds>::min(),
                                             std::numeric_limits<ports::EpochSeconds>::max()))
      insert_event_row(to_, event);
  }

 private:
  void copy_commit(const CommitRow& commit) {
    const auto seq = commit.info.head.seq;
    insert_commit_row(to_, commit);
    std::vector<JournalRow> rows;
    for (auto& row : load_record_rows(from_, seq)) {
      auto& record = row.record;
      rows.push_back({{seq, row.ordinal},
                      {std::move(record.type), std::move(record.subject), std::move(record.body), row.digest}});
    }
    dialect_.insert_rows(to_, sql::kRecords, rows);
    put_newest_of_commit(to_, seq);
    for (const auto& [load, table] : kDigestTables)
      dialect_.insert_rows(to_, table, digest_rows(seq, load_digests_of(from_, load, seq)));
  }

  void copy_personal() {
    std::vector<JournalRow> rows;
    for (auto& personal : load_personal_rows(from_))
      rows.push_back({{}, {std::move(personal.digest), std::move(personal.salt), std::move(personal.value)}});
    dialect_.insert_rows(to_, sql::kPersonal, rows);
    rows.clear();
    for (const auto& digest : load_digests(from_, sql::kLoadErased))
      rows.push_back({{}, {digest}});
    dialect_.insert_rows(to_, sql::kErasedPersonal, rows);
  }

  void copy_blobs() {
    for (const auto& digest : load_digests(from_, sql::kLoadBlobDigests)) {
      const JournalRow row{{}, {digest, find_blob_text(from_, digest).value_or("")}};
      dialect_.insert_rows(to_, sql::kBlobs, {&row, 1});
    }
  }

  soci::session& from_;
  soci::session& to_;
  const Dialect& dialect_;
};

}  // namespace

void copy_journal(soci::session& from, soci::session& to, const Dialect& to_dialect, std::size_t version) {
  JournalCopy copy(from, to, to_dialect);
  copy.copy();
  if (version >= kVersionWithSignatures) copy.copy_signatures();
  if (version >= kVersionWithEvents) copy.copy_events();
}

Result<ports::CommitHead> prove_journal(soci::session& session, const Dialect& dialect, const std::string& name) {
  if (const auto fault = walk_chain(session, dialect, std::nullopt))
    return make_error(ErrorKind::IntegrityBroken, name, fault->what_zh, fault->what);
  return find_head_row(session);
}

}  // namespace guatu::store
