#pragma once

#include <string>

#include "guatu/http/context.hpp"
#include "guatu/http/router.hpp"
#include "guatu/http/wire/request.hpp"
#include "guatu/http/wire/response.hpp"

/// From a request to its response, without sockets: guards, routes, headers, counters and one line in the log.
namespace guatu::http {

class Application {
 public:
  explicit Application(Context& context);

  /// May be called from every thread. Never throws: what a handler throws is a 500, and is logged.
  [[nodiscard]] Response answer(const Request& request);

  /// From now on whoever comes is told to go elsewhere; who only watches is still answered.
  void begin_drain();

 private:
  struct Outcome {
    std::string route;  ///< Template for log and counters.
    Response response;
  };
  [[nodiscard]] Outcome work_on(const Request& request);
  [[nodiscard]] Outcome route(const Request& request);
  [[nodiscard]] Response run(const Route& route, Call call);

  Context& context_;
  std::string id_prefix_;
  std::atomic<std::uint64_t> requests_{0};
};

}  // namespace guatu::http
