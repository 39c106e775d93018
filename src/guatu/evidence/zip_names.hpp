#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace guatu::evidence {

/// The names of the files in a zip container, as its directory lists them. Nothing is unpacked, so nothing can burst.
/// None when the bytes are no whole zip, or list more than 10,000 files. Views into `bytes`.
[[nodiscard]] std::optional<std::vector<std::string_view>> zip_names(std::string_view bytes);

}  // namespace guatu::evidence
