#pragma once

#include <span>

#include "guatu/http/router.hpp"

namespace guatu::http {

/// Everything that is served, beside the files of the page.
[[nodiscard]] std::span<const Route> routes();

/// Paths that are answered while the service stops, and that are no news in the log.
[[nodiscard]] bool is_watching(std::string_view path);

/// Whether the target of a request is answered without the store, however long that one takes.
[[nodiscard]] bool answers_without_store(std::string_view target);

/// Whether a write to the target brings whole workbooks, or keeps files.
[[nodiscard]] bool brings_workbooks(std::string_view target);

}  // namespace guatu::http
