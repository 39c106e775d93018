#pragma once

#include <optional>
#include <string>

#include "guatu/http/answers/problem.hpp"
#include "guatu/http/wire/request.hpp"

/// What every request has to pass, and what every response carries.
namespace guatu::http {

/// 400 without a Host or with several, 421 for a name that is not this machine's, unless `any_host` may be called here.
[[nodiscard]] std::optional<Problem> host_problem(const Request& request, bool any_host = false);
/// 403 for a write that another site's page could have sent: without the header X-Guatu-Request, or from another Origin.
[[nodiscard]] std::optional<Problem> foreign_write_problem(const Request& request);
[[nodiscard]] Problem too_large_problem();
[[nodiscard]] Problem draining_problem();
[[nodiscard]] Problem busy_problem();

/// The method, or "other": what is typed must not make new series of counters.
[[nodiscard]] std::string known_method(const std::string& method);

/// Nothing from elsewhere runs in the page, and the page runs nowhere else. A response's own headers stand.
[[nodiscard]] Response with_strict_headers(Response response);

}  // namespace guatu::http
