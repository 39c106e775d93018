#pragma once

#include <cstdint>
#include <optional>

#include "guatu/ports/store.hpp"

namespace guatu::usecases {

/// The commit that a question is about: the last one recorded at or before `known_at`, the newest without it.
/// Errors: NotFound when nothing had been recorded yet; StoreFailed.
[[nodiscard]] Result<ports::CommitHead> find_head_known_at(ports::Store& store, std::optional<std::int64_t> known_at);

}  // namespace guatu::usecases
