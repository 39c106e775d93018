#pragma once

#include <string>

#include "guatu/base/error.hpp"

namespace guatu::json {

/// Stable words for programs: "not_found", "store_failed".
[[nodiscard]] const char* error_kind_name(ErrorKind kind);

/// {"error":{"kind","message","message_en","subject","reasons":[{"zh","en"}]}}
[[nodiscard]] std::string encode_error(const Error& error);

}  // namespace guatu::json
