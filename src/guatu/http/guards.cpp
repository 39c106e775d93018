#include "guatu/http/guards.hpp"

#include <algorithm>

#include "guatu/http/listen_address.hpp"

namespace guatu::http {

std::optional<Problem> host_problem(const Request& request) {
  const auto hosts = request.header_values("Host");
  if (hosts.size() != 1)
    return Problem{400, "wrong_host", {"请求须有且只有一个 Host", "a request has exactly one Host"}, "", {}};
  if (is_loopback_host(hosts.front())) return std::nullopt;
  return Problem{
      421,
      "wrong_host",
      {"本服务只应答 127.0.0.1、localhost 和 [::1]", "only 127.0.0.1, localhost and [::1] are answered here"},
      "",
      {}};
}

Problem too_large_problem() {
  return {413, "too_large", {"请求内容过大", "the body of the request is too large"}, "", {}};
}

Problem draining_problem() {
  return {503, "draining", {"服务正在停止，请稍后重试", "the service is stopping; try again shortly"}, "", {}};
}

Problem busy_problem() {
  return {503, "busy", {"请求过多，请稍后重试", "there are too many requests; try again shortly"}, "", {}};
}

std::string known_method(const std::string& method) {
  static const std::string kMethods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  return std::ranges::find(kMethods, method) == std::end(kMethods) ? "other" : method;
}

Response with_strict_headers(Response response) {
  response
      .with("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
      .with("X-Content-Type-Options", "nosniff")
      .with("X-Frame-Options", "DENY")
      .with("Referrer-Policy", "no-referrer")
      .with("Cross-Origin-Opener-Policy", "same-origin")
      .with("Cross-Origin-Resource-Policy", "same-origin");
  return response;
}

}  // namespace guatu::http
