#pragma once

#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/store/dialect.hpp"
#include "guatu/store/migrations.hpp"

/// Which migrations a store has gone through, the same on every engine.
namespace guatu::store {

/// How many of `scripts` the store has applied, by its table of migrations, which must be there.
/// Errors: StoreFailed when it is newer, or applied other scripts under the same numbers.
[[nodiscard]] Result<std::size_t> load_applied_count(soci::session& session, const std::string& name,
                                                     const std::vector<Migration>& scripts);

/// Applies the scripts after the first `applied` and notes them. Inside the caller's transaction.
void apply_scripts(soci::session& session, const std::vector<Migration>& scripts, std::size_t applied);

[[nodiscard]] Error store_unusable(const std::string& name, const std::string& zh, const std::string& en);
/// There is something, but it is not ours.
[[nodiscard]] Error store_foreign(const std::string& name);
[[nodiscard]] Error store_missing(const std::string& name);
[[nodiscard]] Error store_outdated(const std::string& name);

}  // namespace guatu::store
