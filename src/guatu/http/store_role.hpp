#pragma once

#include "guatu/ports/store.hpp"

namespace guatu::http {

/// What stands in the header Guatu-Store: "primary", or "standby" for a copy that follows one and may lag behind.
[[nodiscard]] inline const char* store_role(ports::Store&) {
  return "primary";  // Every engine so far writes where it reads.
}

}  // namespace guatu::http
