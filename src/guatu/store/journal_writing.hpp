#pragma once

#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"
#include "guatu/store/journal_rows.hpp"

namespace guatu::store {

/// Writes all rows of `commit` as the one after `before` and says what the head is then. Inside the caller's transaction.
[[nodiscard]] ports::CommitHead write_commit(soci::session& session, const Dialect& dialect,
                                             const ports::Commit& commit, const ports::CommitHead& before);

/// A commit without its records, as it is.
void insert_commit_row(soci::session& session, const CommitRow& row);
/// Leads to the records of a commit, once they are there, as the newest ones.
void put_newest_of_commit(soci::session& session, long long seq);
[[nodiscard]] std::vector<JournalRow> digest_rows(std::int64_t seq, const std::vector<std::string>& digests);

/// False when there is no such personal value.
[[nodiscard]] bool erase_personal_row(soci::session& session, const std::string& digest);

}  // namespace guatu::store
