#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guatu::store {

[[nodiscard]] std::string to_base64(std::string_view bytes);
/// None when the text is not base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace guatu::store
