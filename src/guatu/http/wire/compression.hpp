#pragma once

#include <string>
#include <string_view>

#include "guatu/http/wire/request.hpp"

namespace guatu::http {

/// Shorter bodies are sent as they are: compressing them saves no packet.
inline constexpr std::size_t kWorthCompressing = 1024;

/// Whether the client takes gzip. Source: RFC 9110, 12.5.3.
[[nodiscard]] bool accepts_gzip(const Request& request);

enum class Effort { Quick, Best };  ///< For what is made while somebody waits; for what is made once.
/// The bytes as a gzip file without name and time: same bytes, same file.
[[nodiscard]] std::string gzip(std::string_view bytes, Effort effort);

}  // namespace guatu::http
