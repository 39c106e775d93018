#include "guatu/http/router.hpp"

#include <algorithm>
#include <optional>

namespace guatu::http {
namespace {

/// What fills the holes of `pattern`, or none when the path is another one. A hole is never empty.
std::optional<std::vector<std::string>> fill(std::string_view pattern, const std::vector<std::string>& path) {
  std::vector<std::string> holes;
  pattern.remove_prefix(1);
  for (const auto& segment : path) {
    const auto end = std::min(pattern.find('/'), pattern.size());
    const auto wanted = pattern.substr(0, end);
    if (wanted.starts_with('{')) {
      if (segment.empty()) return std::nullopt;
      holes.push_back(segment);
    } else if (wanted.empty() || wanted != segment) {
      return std::nullopt;
    }
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  if (!pattern.empty()) return std::nullopt;
  return holes;
}

}  // namespace

Match find_route(std::span<const Route> routes, std::string_view method, const std::vector<std::string>& path) {
  Match match;
  for (const auto& route : routes) {
    auto holes = fill(route.path, path);
    if (!holes) continue;
    match.allowed.emplace_back(route.method);
    if (route.method == "GET") match.allowed.emplace_back("HEAD");
    if (match.route == nullptr && (route.method == method || (method == "HEAD" && route.method == "GET"))) {
      match.route = &route;
      match.holes = *std::move(holes);
    }
  }
  return match;
}

}  // namespace guatu::http
