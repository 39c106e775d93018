#pragma once

#include <string>

#include "guatu/base/error.hpp"

namespace guatu::json {

/// {"error":{"kind","message","message_en","subject","reasons":[{"zh","en"}]}}
[[nodiscard]] std::string encode_error(const Error& error);

}  // namespace guatu::json
