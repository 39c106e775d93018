#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guatu {

/// Two lower-case digits a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// None when the text is not what `to_hex` gives.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view hex);

}  // namespace guatu
