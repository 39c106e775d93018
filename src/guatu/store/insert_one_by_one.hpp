#pragma once

#include "guatu/store/dialect.hpp"

namespace guatu::store {

/// Row by row through one prepared statement, for an engine in the same process. Never SOCI's vector statements: executed
/// again they write their first batch once more.
void insert_one_by_one(soci::session& session, const JournalTable& table, std::span<const JournalRow> rows);

}  // namespace guatu::store
