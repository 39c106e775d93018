#include "guatu/http/door/guards.hpp"

#include <algorithm>

#include "guatu/http/wire/listen_address.hpp"

namespace guatu::http {

std::optional<Problem> host_problem(const Request& request, bool any_host) {
  const auto hosts = request.header_values("Host");
  if (hosts.size() != 1)
    return Problem{400, "wrong_host", {"请求须有且只有一个 Host", "a request has exactly one Host"}, "", {}};
  if (any_host || is_loopback_host(hosts.front())) return std::nullopt;
  return Problem{
      421,
      "wrong_host",
      {"本服务只应答 127.0.0.1、localhost 和 [::1]", "only 127.0.0.1, localhost and [::1] are answered here"},
      "",
      {}};
}

std::optional<Problem> foreign_write_problem(const Request& request) {
  const auto marks = request.header_values("X-Guatu-Request");
  const auto origins = request.header_values("Origin");
  const auto hosts = request.header_values("Host");
  const bool marked = marks.size() == 1 && marks.front() == "1";
  const bool own = std::ranges::all_of(
      origins, [&](std::string_view origin) { return origin == "http://" + std::string(hosts.front()); });
  if (marked && own) return std::nullopt;
  return Problem{403,
                 "foreign_request",
                 {"写入须由本服务自己的网页或带 X-Guatu-Request: 1 的程序发起",
                  "a write comes from this service's own page, or from a program that sends X-Guatu-Request: 1"},
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
  static const std::pair<const char*, const char*> kHeaders[] = {
      // Components position themselves by style attributes; scripts and sheets come from here alone.
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: "
       "blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; object-src 'self' blob:; manifest-src "
       "'self'; "
       "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  for (const auto& [name, value] : kHeaders)
    if (!response.has(name)) response.with(name, value);
  return response;
}

}  // namespace guatu::http
