#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guatu {

/// As it stands in an address or a header: letters, digits and -._~ stay, every other byte is %XX. Source: RFC 3986, 2.
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// The bytes meant; none when a % is not followed by two hex digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace guatu
