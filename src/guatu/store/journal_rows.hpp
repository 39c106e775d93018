#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"

/// Rows of the journal as values. Failures are the engine's exceptions; the store catches them at its border.
namespace guatu::store {

struct CommitRow {
  ports::CommitInfo info;
  long long format = 0;
  std::string previous_digest;
};

struct RecordRow {
  long long ordinal = 0;
  ports::Record record;
  std::string digest;
};

/// Where a record stands: number of its commit, and its place inside.
using Place = std::pair<std::int64_t, std::int64_t>;
using PlaceBySubject = std::map<std::pair<std::string, std::string>, Place>;

/// The last commit, or the last one recorded at or before an instant.
[[nodiscard]] ports::CommitHead find_head_row(soci::session& session);
[[nodiscard]] ports::CommitHead find_head_row_at(soci::session& session, ports::EpochSeconds known_at);

/// Digest of the commit with this number.
[[nodiscard]] std::optional<std::string> find_commit_digest(soci::session& session, std::int64_t seq);

[[nodiscard]] std::vector<ports::StoredRecord> load_newest_rows(soci::session& session, const std::string& type,
                                                                std::int64_t seq);
[[nodiscard]] std::vector<ports::StoredRecord> load_history_rows(soci::session& session, const std::string& type,
                                                                 std::int64_t seq,
                                                                 const std::optional<std::string>& subject);
[[nodiscard]] ports::Growth load_growth_rows(soci::session& session, std::int64_t first, std::int64_t last);
[[nodiscard]] std::vector<CommitRow> load_commit_rows(soci::session& session, std::int64_t first, std::int64_t last);
[[nodiscard]] std::vector<RecordRow> load_record_rows(soci::session& session, std::int64_t seq);
[[nodiscard]] std::vector<ports::PersonalValue> load_personal_rows(soci::session& session);
[[nodiscard]] std::int64_t count_erased_rows(soci::session& session);
[[nodiscard]] PlaceBySubject load_newest_places(soci::session& session);

/// The first column of what `statement` finds for a commit, or altogether.
[[nodiscard]] std::vector<std::string> load_digests_of(soci::session& session, const char* statement, std::int64_t seq);
[[nodiscard]] std::set<std::string> load_digests(soci::session& session, const char* statement);

/// A blob as it is kept, in base64.
[[nodiscard]] std::optional<std::string> find_blob_text(soci::session& session, const std::string& digest);

/// Bytes of a blob: none when it is absent. A text that is not base64 gives no bytes.
[[nodiscard]] std::optional<std::string> find_blob_bytes(soci::session& session, const std::string& digest);

}  // namespace guatu::store
