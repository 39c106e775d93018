#pragma once

#include <cstddef>

#include "guatu/base/result.hpp"
#include "guatu/ports/store.hpp"

/// What no engine may be given: it would keep other bytes than another engine, or none.
namespace guatu::store {

inline constexpr std::size_t kMaxBlobBytes = std::size_t{256} << 20U;

/// Errors: InvalidInput for text with NUL or bytes that are not UTF-8, and for a blob that is too large.
/// A personal value or blob that does not match its digest is a caller's mistake and ends the program.
[[nodiscard]] Result<void> check_commit(const ports::Commit& commit);

}  // namespace guatu::store
