#pragma once

#include <string>
#include <string_view>

namespace guatu::ports {

/// SM3 (GB/T 32905-2016) of the bytes as 64 lower-case hex digits.
[[nodiscard]] std::string sm3_hex(std::string_view bytes);

}  // namespace guatu::ports
