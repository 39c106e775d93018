#pragma once

#include "guatu/ports/store.hpp"

namespace guatu::http {

/// What stands in the header Guatu-Store: "primary", or "standby" for a copy that follows one and may lag behind.
[[nodiscard]] inline const char* store_role(ports::Store& store) {
  const auto report = store.report_server();
  return report && report->standby ? "standby" : "primary";
}

}  // namespace guatu::http
