#pragma once

#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/store/dialect.hpp"
#include "guatu/store/migrations.hpp"

/// Whose file it is and how far it has come.
namespace guatu::store {

/// Stands in the header of every Guatu store: "guat".
inline constexpr int kApplicationId = 0x67756174;

/// How many of `scripts` the file has applied: 0 for a file without tables.
/// Errors: StoreFailed when it is no Guatu store, is newer, or applied other scripts under the same numbers.
[[nodiscard]] Result<std::size_t> load_schema_version(soci::session& session, const std::string& path,
                                                      const std::vector<Migration>& scripts);

}  // namespace guatu::store
