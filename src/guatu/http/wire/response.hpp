#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is answered. Bodies are shared: an answer that lies ready is sent to many without being copied.
namespace guatu::http {

class EventListener;

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const std::string> body = std::make_shared<const std::string>();

  /// When set, the answer stays open after its head and is handed on; there is no body then.
  std::function<void(std::shared_ptr<EventListener>)> stream{};

  [[nodiscard]] std::string_view text() const { return *body; }
  [[nodiscard]] bool has(std::string_view name) const {
    return std::ranges::any_of(headers, [&](const auto& header) { return header.first == name; });
  }
  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

[[nodiscard]] inline Response make_response(int status, std::string type, std::string body) {
  Response response{status, {}, std::make_shared<const std::string>(std::move(body))};
  return std::move(response.with("Content-Type", std::move(type)));
}

inline constexpr const char* kJsonType = "application/json; charset=utf-8";
inline constexpr const char* kProblemType = "application/problem+json; charset=utf-8";
inline constexpr const char* kHtmlType = "text/html; charset=utf-8";
inline constexpr const char* kPlainType = "text/plain; charset=utf-8";

}  // namespace guatu::http
