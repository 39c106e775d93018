#pragma once

#include <string_view>

namespace guatu::http {

/// api/openapi.yaml as JSON; a generated source.
[[nodiscard]] std::string_view openapi_document();

}  // namespace guatu::http
