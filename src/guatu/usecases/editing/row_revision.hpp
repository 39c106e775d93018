#pragma once

#include <cstdint>
#include <string>

#include "guatu/ports/store.hpp"

namespace guatu::usecases {

/// Number of the commit that wrote the procedure part last, known at `seq`; 0 when nothing is recorded of it yet.
/// `subject`: `json::part_subject`.
[[nodiscard]] Result<std::int64_t> load_revision(ports::Store& store, const std::string& subject, std::int64_t seq);

}  // namespace guatu::usecases
