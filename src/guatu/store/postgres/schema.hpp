#pragma once

#include "guatu/base/result.hpp"
#include "guatu/store/migrations.hpp"
#include "guatu/store/postgres/connection.hpp"

/// A store's schema in its database: what is there, made, brought up to date, moved aside.
namespace guatu::store {

/// How many of `scripts` the schema has applied: 0 when there is none, or it is empty.
/// Errors: StoreFailed when it holds something else, is newer, or applied other scripts under the same numbers.
/// Throws what says that the user has no right to it.
[[nodiscard]] Result<std::size_t> load_schema_version(soci::session& session, const PostgresPlace& place,
                                                      const std::vector<Migration>& scripts);

/// Begins a transaction that nobody else who makes or moves schemas in this database shares.
void begin_schema_change(soci::session& session);

/// Inside that transaction. Errors: Unsupported when the database does not keep UTF-8.
[[nodiscard]] Result<void> create_schema(soci::session& session, const PostgresPlace& place);

/// Renames the store at the place and gives its new name; empty when nothing stands there.
/// Errors: Refused when something else stands there.
[[nodiscard]] Result<std::string> move_schema_aside(soci::session& session, const PostgresPlace& place);

}  // namespace guatu::store
