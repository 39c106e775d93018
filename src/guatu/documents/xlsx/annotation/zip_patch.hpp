#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

namespace guatu::documents {

/// What becomes of a part: its new text, or nothing when it goes.
using PartChanges = std::map<std::string, std::optional<std::string>>;

/// The archive with these parts replaced, added at its end or taken out. Every other part keeps its compressed bytes and its
/// place. The same input gives the same bytes.
/// Errors: damaged.
[[nodiscard]] Result<std::string> patch_zip(std::string_view bytes, const PartChanges& changes);

}  // namespace guatu::documents
