#pragma once

#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"

namespace guatu::store {

/// Writes all rows of `commit` as the one after `before` and says what the head is then. Inside the caller's transaction.
[[nodiscard]] ports::CommitHead write_commit(soci::session& session, const ports::Commit& commit,
                                             const ports::CommitHead& before);

/// False when there is no such personal value.
[[nodiscard]] bool erase_personal_row(soci::session& session, const std::string& digest);

}  // namespace guatu::store
