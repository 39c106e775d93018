#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/http/answers/problem.hpp"
#include "guatu/http/door/identity.hpp"
#include "guatu/http/wire/request.hpp"
#include "guatu/http/wire/target.hpp"

/// From method and path to a handler, by one table.
namespace guatu::http {

struct Context;

/// A request on its way to a handler.
struct Call {
  const Request& request;
  const Target& target;
  std::vector<std::string> holes;  ///< What stands in the path for each "{…}" of the route, in order.
  Identity who{};
};

/// The right that a route needs; none: it is open to everybody.
using Permission = std::optional<access::Right>;
inline constexpr std::nullopt_t kOpen = std::nullopt;

struct Route {
  std::string_view method;  ///< "GET", which answers HEAD too, "POST", "PUT", "PATCH" or "DELETE".
  std::string_view path;    ///< "/api/v1/projects/{id}"
  Bilingual purpose;
  Permission permission;
  Answer (*run)(Context& context, const Call& call);
  std::size_t largest_body = 64U << 10;  ///< Bytes; more is refused.
};

struct Match {
  const Route* route = nullptr;  ///< Null when nothing matches method and path.
  std::vector<std::string> holes;
  std::vector<std::string> allowed;  ///< Methods of the path; empty: there is no such path.
};

[[nodiscard]] Match find_route(std::span<const Route> routes, std::string_view method,
                               const std::vector<std::string>& path);

}  // namespace guatu::http
